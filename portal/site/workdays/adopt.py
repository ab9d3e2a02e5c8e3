"""Adopting a year's holiday notice: the top floor, because it moves deadlines on every floor."""

from dataclasses import dataclass

from django.db import transaction

from applications.cases.models import Application
from applications.redating.redate import redate_open_applications
from disclosures.flow.redate import Moved, redate_open_editions
from disclosures.lists.models import NoticeList
from disclosures.lists.redate import redate_notices
from disclosures.questions.models import Question
from disclosures.questions.redate import redate_open_questions
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.trail.models import TrailEntry
from portal.core.workdays.load import current_calendar
from portal.core.workdays.models import HolidayNotice
from portal.core.workdays.notice import Notice, NoticeProblem, problems_of
from portal.core.workdays.save_notice import save_notice


class CannotAdopt(Exception):
    """The notice has faults; `problems` name them."""

    def __init__(self, problems: list[NoticeProblem]) -> None:
        super().__init__("；".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class Adopted:
    notice: HolidayNotice
    moved: list[Moved]
    questions: list[Question]
    lists: list[NoticeList]
    applications: list[Application]


@transaction.atomic
def adopt_calendar(notice: Notice, *, by: Staff | None) -> Adopted:
    """Put `notice` into force, count every open deadline anew, and record both."""
    if problems := problems_of(notice):
        raise CannotAdopt(problems)
    kept = save_notice(notice)
    townships = list(Township.objects.all())
    everyone_knows = by is not None and all(by.belongs_to(town.pk) for town in townships)
    known_by, calendar = by if everyone_knows else None, current_calendar()
    moved = redate_open_editions(calendar, by=known_by)
    questions = redate_open_questions(calendar, by=known_by)
    lists = redate_notices(calendar, by=known_by)
    applications = redate_open_applications(calendar, clock.today(), by=known_by)
    for town in townships:
        theirs = [*(one.edition for one in moved), *questions, *lists, *applications]
        count = sum(one.township_id == town.pk for one in theirs)
        # names of staff stay in their township; its own trail says who it was
        _record(kept, town, by if by and by.belongs_to(town.pk) else None, count)
    return Adopted(kept, moved, questions, lists, applications)


def _record(kept: HolidayNotice, township: Township, by: Staff | None, moved: int) -> None:
    """The calendar is everyone's, so every township's trail says that it changed."""
    TrailEntry.objects.create(
        township=township,
        at=clock.now(),
        by=by,
        act="采用放假安排",
        subject_kind="core.holidaynotice",
        subject_key=kept.pk,
        subject_name=str(kept),
        remark=f"共 {kept.days.count()} 个放假和调休日，"
        f"{moved} 份稿件、提问、名单和公开申请的期限随之变动。",
    )
