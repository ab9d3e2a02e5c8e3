"""An application with everything that can hang on it: an office asked, decided, a file on its way
out, a charge, a letter; and a template of the township's own."""

from datetime import date

from applications.cases.models import Application
from applications.cases.record_event import record_event
from applications.cases.take_in import register
from applications.charges.charge import keep_count
from applications.consult.ask import ask_office
from applications.decisions.outcomes import Outcome
from applications.fees.tiers import Basis
from applications.letters.kinds import LetterKind
from applications.letters.models import LetterTemplate
from applications.procedure.channels import Channel
from applications.procedure.events import Decided
from applications.release.prepare import prepare
from applications.rules.models import ApplicationRules
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from tests.applications.cases.test_take_in import wanted
from tests.applications.letters.kept import kept_letter
from tests.applications.steps.kept import kept_draft


def whole_case(town: Township, by: Staff, drafter: Staff, word: str) -> Application:
    """`word` stands in its subject, the applicant's name and the file's; `by` is a head."""
    asked = wanted(subject=f"{word}信息", name=f"{word}人")
    day = date(2026, 9, 24)
    application = register(town, asked, Channel.COUNTER, day, by=drafter).application
    keep_count(application, Basis.PIECE, 1, by=drafter)
    prepare(application, word.encode(), f"{word}.txt", by=drafter)
    question = f"{word}合同在哪里？"
    ask_office(application, drafter.organisation, question=question, until=None, by=drafter, on=day)
    answer = Decided(on=day, outcomes=(Outcome.GRANTED,))
    record_event(application, answer, by=by, drafted_by=drafter)
    kept_letter(application, drafter, word)
    kept_draft(application, drafter, word)
    ApplicationRules.objects.get_or_create(township=town, defaults={"court": f"{word}法院"})
    words = {"title": f"{word}函", "text": f"{word}请协助：\n【说明】"}
    kind = LetterKind.OFFICE.value
    LetterTemplate.objects.get_or_create(township=town, kind=kind, defaults=words)
    return Application.objects.get(pk=application.pk)
