"""What an applicant does with the query code: supplement, give reasons, withdraw."""

from collections.abc import Sequence

from django.db import transaction

from applications.cases.keep_file import keep_file
from applications.cases.models import Application, CaseFile
from applications.cases.record_event import record_event
from applications.procedure.events import ReasonsGiven, SupplementReceived, Withdrawn
from portal.core import clock

Papers = Sequence[tuple[str, bytes]]


@transaction.atomic
def supplement(application: Application, words: str, excuse: str, papers: Papers) -> None:
    """补正 (条例 art. 30): words and papers, or nothing. Raises CannotMove, Refused."""
    event = SupplementReceived(on=clock.today(), excuse=excuse)
    row = record_event(application, event, by=None, remark=words)
    for name, data in papers:
        keep_file(application, data, name, CaseFile.Kind.SUPPLEMENT, event=row)


def give_reasons(application: Application, words: str) -> None:
    """说明理由 (条例 art. 35). Whether they are good is for staff to judge, who may correct it."""
    record_event(application, ReasonsGiven(on=clock.today()), by=None, remark=words)


def withdraw(application: Application) -> None:
    record_event(application, Withdrawn(on=clock.today()), by=None)
