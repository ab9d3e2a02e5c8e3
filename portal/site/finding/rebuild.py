"""Making the index anew from what is public: after a change of the word lists, or when in doubt."""

from django.db import transaction

from disclosures.indexing.items import put_item
from disclosures.items.models import Disclosure
from disclosures.questions.found import put_question
from disclosures.questions.models import Question
from disclosures.registers.found import put_entry
from disclosures.registers.models import RegisterEntry
from disclosures.warnings.found import put_warning
from disclosures.warnings.models import EmergencyWarning
from finance.ledger.found import put_period
from finance.ledger.models import Period
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.reports.annual.found import put_report
from portal.reports.annual.models import AnnualReport
from portal.reports.plan.found import put_plan
from portal.reports.plan.models import WorkPlan
from portal.reports.summary.found import put_summary
from portal.reports.summary.models import WorkSummary
from portal.search.index import clear
from portal.search.models import SearchDocument
from portal.site.finding.bodies import put_body


@transaction.atomic
def rebuild(township: Township) -> int:
    """Empty the index of `township` and fill it through each kind's own door; how many documents.

    What is scheduled comes in when it is published: the moves put it.
    """
    clear(township)
    now = clock.now()
    for body in Organisation.objects.of(township).filter(active=True).select_related("township"):
        put_body(body)
    for disclosure in Disclosure.objects.public(township, now).select_related("township"):
        put_item(disclosure)
    for warning in EmergencyWarning.objects.public(township, now).select_related("township"):
        put_warning(warning)
    for question in Question.objects.public(township, now).select_related("township"):
        put_question(question)
    entries = RegisterEntry.objects.public(township, clock.today())
    for entry in entries.select_related("township"):
        put_entry(entry)
    for period in Period.objects.public(township).select_related("village", "township"):
        put_period(period)
    _put_papers(township)
    return SearchDocument.objects.of(township).count()


def _put_papers(township: Township) -> None:
    for report in AnnualReport.objects.public(township).select_related("township"):
        put_report(report)
    for plan in WorkPlan.objects.public(township).select_related("township"):
        put_plan(plan)
    for summary in WorkSummary.objects.public(township).select_related("township"):
        put_summary(summary)
