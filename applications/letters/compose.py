"""The draft of a letter: the words of its kind with every field filled from the record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from applications.cases.case import case_of
from applications.cases.models import Applicant, Application
from applications.charges.models import Charge
from applications.letters.fields import FIELDS, applicant_named, other_side
from applications.letters.kinds import LetterKind, Recipient
from applications.letters.material import Material
from applications.letters.models import LetterTemplate
from applications.letters.wording import Wording, default_of
from applications.procedure.events import Event
from applications.procedure.record import Unlawful
from applications.rules.models import rules_of
from disclosures.flow.refusal import CannotMove
from portal.core.township.models import Township
from portal.documents.named import filled, names_in


@dataclass(frozen=True)
class Composed:
    kind: LetterKind
    title: str
    addressee: str
    text: str


def compose(
    application: Application,
    kind: LetterKind,
    event: Event | None,
    *,
    on: date,
    words: str = "",
) -> Composed:
    """The draft for the clerk to read and change. `event` may be on record or about to be; `words`
    is what is said in this case. Raises CannotMove where the event couldn't lawfully happen."""
    material = material_of(application, kind, event, on=on, words=words)
    try:
        return composed(material, wording_of(application.township, kind))
    except Unlawful as refusal:
        raise CannotMove(refusal.reason) from refusal


def wording_of(township: Township, kind: LetterKind) -> Wording:
    own = LetterTemplate.objects.of(township).filter(kind=kind.value).first()
    return Wording(own.title, own.text) if own else default_of(kind)


def material_of(
    application: Application, kind: LetterKind, event: Event | None, *, on: date, words: str
) -> Material:
    case = case_of(application)
    charge = Charge.objects.filter(application=application).first()
    return Material(
        application=application,
        applicant=Applicant.objects.filter(application=application).first(),
        parts=tuple(part.text for part in application.parts.all()),
        record=case.record,
        calendar=case.calendar,
        rules=rules_of(application.township),
        kind=kind,
        event=event,
        on=on,
        words=words,
        fee_steps=tuple(charge.steps) if charge else (),
    )


def composed(material: Material, wording: Wording) -> Composed:
    """The same without the database. Raises Unlawful."""
    values = {
        name: FIELDS[name].read(material) for name in names_in(wording.text) if name in FIELDS
    }
    text = "\n".join(_lines(wording.text, values))
    return Composed(material.kind, wording.title, addressee_of(material), text)


def _lines(text: str, values: Mapping[str, str]) -> Iterator[str]:
    """A paragraph whose fields are all empty is left out."""
    for line in text.splitlines():
        names = names_in(line)
        if not names or any(values.get(name, name) for name in names):
            yield filled(line, values)


def addressee_of(material: Material) -> str:
    match material.kind.recipient:
        case Recipient.APPLICANT:
            return applicant_named(material)
        case Recipient.US:
            return material.township.full_name
        case Recipient.FILE:
            return ""
        case _:
            return other_side(material)
