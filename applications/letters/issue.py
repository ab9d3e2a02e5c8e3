"""出具文书: numbered, drawn once, sealed and kept; what went out is never drawn anew."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from json import loads

from django.db import transaction

from applications.cases.models import Application, RecordedEvent
from applications.cases.numbers import next_number
from applications.cases.record_event import require_desk
from applications.letters.compose import Composed
from applications.letters.document import document_of
from applications.letters.fields import FIELDS
from applications.letters.kinds import LetterKind, kinds_for
from applications.letters.models import LONGEST_TEXT, LONGEST_TITLE, Letter
from applications.procedure.written import from_data
from applications.rules.models import ApplicationRules, rules_of
from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.documents.docx import docx_of
from portal.documents.named import names_in
from portal.documents.pdf import pdf_of

LONGEST_ADDRESSEE = 120
# what no document can hold: pasted control characters, halves of characters
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@transaction.atomic
def issue(
    application: Application,
    kind: LetterKind,
    *,
    event: RecordedEvent | None,
    addressee: str,
    title: str,
    text: str,
    on: date,
    by: Staff,
) -> Letter:
    """Issue a letter with the next number of its kind and year, DOCX and PDF with their digests.
    Raises CannotMove, PermissionDenied; what fails takes no number."""
    require_desk(application, by)
    words = Composed(kind, _clean(title), _clean(addressee), _clean(text))
    if found := [*_unfit(words, on), *_astray(application, words, event)]:
        raise CannotMove(*found)
    letter = _numbered(application, words, on)
    letter.event, letter.by, letter.at = event, by, clock.now()
    _draw(letter, words)
    letter.save()
    _tell(letter)
    return letter


def _numbered(application: Application, words: Composed, on: date) -> Letter:
    """Whoever issues another of this kind at the same time waits here."""
    kind, year = words.kind, on.year
    serial = next_number(application.township, kind.series, year)
    return Letter(
        township_id=application.township_id,
        application=application,
        kind=kind.value,
        series=kind.series,
        year=year,
        serial=serial,
        number=number_of(rules_of(application.township), kind, year, serial),
        addressee=words.addressee,
        title=words.title,
        text=words.text,
        issued_on=on,
        shared=kind.to_applicant,
    )


def _tell(letter: Letter) -> None:
    what = f"出具{letter.get_kind_display()}"
    digests = {"docx": letter.docx_sha256, "pdf": letter.pdf_sha256}
    record(letter.application, what, by=letter.by, remark=letter.number, digests=digests)


def number_of(rules: ApplicationRules, kind: LetterKind, year: int, serial: int) -> str:
    """青政依申补〔2026〕12号."""
    short = rules.short_name or f"{rules.township.name}依申请"
    return f"{short}{kind.mark}〔{year}〕{serial}号"


def _draw(letter: Letter, words: Composed) -> None:
    """The files come last, when nothing else can fail."""
    document = document_of(letter.application.township, words, letter.number, letter.issued_on)
    docx, pdf = docx_of(document), pdf_of(document)
    letter.docx_sha256 = hashlib.sha256(docx).hexdigest()
    letter.pdf_sha256 = hashlib.sha256(pdf).hexdigest()
    letter.docx.keep(docx)
    letter.pdf.keep(pdf)


def _clean(words: str) -> str:
    even = words.replace("\r\n", "\n").replace("\r", "\n")
    return UNPRINTABLE.sub("", even).strip("\n ")


def _unfit(words: Composed, on: date) -> Iterator[str]:
    """What is wrong with the words themselves."""
    if not words.title or not words.text:
        yield "文书没有标题或者正文，请写好后再出具。"
    if not words.addressee and not words.kind.is_form:
        yield "没有写主送，请写明发给谁。"
    lengths = (
        ("标题", words.title, LONGEST_TITLE),
        ("主送", words.addressee, LONGEST_ADDRESSEE),
        ("正文", words.text, LONGEST_TEXT),
    )
    for what, given, most in lengths:
        if len(given) > most:
            yield f"{what}写得太长了，请在{most}字以内。"
    for name in names_in(words.title, words.text):
        if name in FIELDS:
            yield f"正文里的【{name}】还没有填，请填好或者删去。"
    if on > clock.today():
        yield "文书的日期还没有到，请核对。"


def _astray(
    application: Application, words: Composed, event: RecordedEvent | None
) -> Iterator[str]:
    """Why this letter doesn't go with what is on record."""
    kind = words.kind
    if event is None:
        if kind.is_decision:
            yield f"“{kind.label}”要在办理记录里有了决定以后才能出具。"
    elif event.application_id != application.pk:
        yield "办理记录不属于这件申请，请核对。"
    elif kind not in kinds_for(from_data(loads(event.data))):
        yield f"“{event.get_type_display()}”不用“{kind.label}”，请核对。"
    if kind.is_decision and "行政复议" not in words.text:
        yield "决定应当告知怎样申请行政复议、提起行政诉讼，请写上救济告知。"
