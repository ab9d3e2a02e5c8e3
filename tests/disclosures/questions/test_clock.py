"""The promised day: working days from the day it came in, moved when a calendar is adopted."""

from datetime import date

import pytest

from disclosures.questions.clock import deadline_of
from disclosures.questions.models import Question
from disclosures.questions.promise import AnswerPromise, promise_of
from disclosures.questions.redate import redate_open_questions
from portal.core.staff.roles import Role
from portal.core.trail.models import TrailEntry
from portal.core.trail.record import history
from portal.core.workdays.load import current_calendar
from portal.core.workdays.notice_text import read_notice
from portal.site.workdays.adopt import adopt_calendar
from tests import factories
from tests.cast import Cast
from tests.disclosures.questions import life
from tests.factories import moment
from tests.site.test_calendar_adoption import NOTICE_2027

LONGER = NOTICE_2027.replace("1月1日至3日放假，共3天", "1月1日至8日放假，共8天")


@pytest.mark.parametrize(
    ("kind", "received", "due"),
    [
        ("question", "2026-03-02 09:00", date(2026, 3, 9)),
        ("suggestion", "2026-03-02 09:00", date(2026, 3, 9)),
        ("error", "2026-03-02 09:00", date(2026, 3, 5)),
        # a Saturday: the first counted day is Monday
        ("error", "2026-03-07 23:59", date(2026, 3, 11)),
        # 1 to 7 October are off; Saturday the 10th is worked for it
        ("question", "2026-09-29 17:00", date(2026, 10, 12)),
        ("error", "2026-09-30 17:00", date(2026, 10, 10)),
        # the Spring Festival, 15 to 23 February, with Saturdays 14 and 28 worked for it
        ("question", "2026-02-13 17:00", date(2026, 2, 27)),
    ],
)
def test_the_day_is_counted_in_working_days(
    cast: Cast, kind: str, received: str, due: date
) -> None:
    question = factories.question(cast.town, kind=kind, at=moment(received))
    assert (question.due_on, question.due_provisional) == (due, False)


def test_each_township_sets_its_own_promise(cast: Cast) -> None:
    other = factories.township()
    AnswerPromise.objects.create(township=other, question_days=10)
    at = moment("2026-03-02 09:00")
    assert factories.question(other, at=at).due_on == date(2026, 3, 16)
    assert factories.question(cast.town, at=at).due_on == date(2026, 3, 9)


def test_what_was_promised_stays_promised(cast: Cast) -> None:
    question = factories.question(cast.town, at=moment("2026-03-02 09:00"))
    AnswerPromise.objects.create(township=cast.town, question_days=20)
    redate_open_questions(current_calendar(), by=None)
    question.refresh_from_db()
    assert question.due_on == date(2026, 3, 9)
    assert promise_of(cast.town).question_days == 20


@pytest.mark.parametrize("state", life.STATES)
def test_the_copy_is_what_the_clock_says_in_every_state(cast: Cast, state: str) -> None:
    question = life.STATES[state](cast, at=moment("2026-03-02 09:00"))
    question = Question.objects.get(pk=question.pk)
    assert question.due_on == deadline_of(question).due == date(2026, 3, 9)


def test_a_notice_adopted_later_moves_what_is_open_and_says_so(cast: Cast) -> None:
    at = moment("2026-12-29 10:00")
    question = life.assigned(cast, at=at)
    assert question.due_provisional
    read, _ = read_notice(LONGER)
    adopted = adopt_calendar(read, by=cast.administrator)
    question.refresh_from_db()
    assert (question.due_on, question.due_provisional) == (date(2027, 1, 13), False)
    assert adopted.questions == [question]
    moved = history(question).get(act="期限调整")
    assert "2027-01-06" in moved.remark
    assert moved.by == cast.administrator
    told = TrailEntry.objects.get(act="采用放假安排", township=cast.town)
    assert "1 份稿件、提问" in told.remark


def test_what_is_answered_keeps_the_day_it_was_measured_against(cast: Cast) -> None:
    question = life.published(cast, at=moment("2026-12-29 10:00"))
    before = question.due_on
    read, _ = read_notice(LONGER)
    assert adopt_calendar(read, by=None).questions == []
    question.refresh_from_db()
    assert question.due_on == before


def test_names_of_staff_stay_in_their_township(cast: Cast) -> None:
    elsewhere = factories.township()
    theirs = factories.question(elsewhere, at=moment("2026-12-29 10:00"))
    factories.staff(factories.organisation(elsewhere), Role.OFFICER)
    read, _ = read_notice(LONGER)
    adopt_calendar(read, by=cast.administrator)
    assert history(theirs).get(act="期限调整").by is None


def test_where_nothing_was_promised_nothing_is_due(cast: Cast) -> None:
    question = life.received(cast)
    Question.objects.update(promised_days=None, due_on=None)
    question.refresh_from_db()
    assert deadline_of(question) is None
    assert redate_open_questions(current_calendar(), by=None) == []
    assert not Question.objects.overdue(date(2099, 1, 1)).exists()


def test_overdue_is_what_is_open_past_its_day(cast: Cast) -> None:
    at = moment("2026-03-02 09:00")
    open_ones = [make(cast, at=at) for make in (life.received, life.assigned, life.drafted)]
    for make in (life.published, life.answered, life.declined, life.spam):
        make(cast, at=at)
    late = Question.objects.of(cast.town).overdue(date(2026, 3, 10))
    assert set(late) == set(open_ones)
    assert not Question.objects.overdue(date(2026, 3, 9)).exists()
