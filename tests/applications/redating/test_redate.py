"""The calendar changes: open applications move, it is recorded, and nothing else happens."""

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from applications.cases.case import case_of
from applications.cases.models import Application
from applications.cases.take_in import submit
from applications.redating.redate import redate_open_applications
from portal.core.trail.models import TrailEntry
from portal.core.trail.record import history
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.load import current_calendar
from portal.core.workdays.notice_text import read_notice
from portal.site.workdays.adopt import adopt_calendar
from tests import factories
from tests.applications.cases.test_take_in import wanted
from tests.applications.figures.stories import Desk
from tests.cast import Cast
from tests.site.test_calendar_adoption import NOTICE_2027

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast)


def with_a_day_off(on: date) -> WorkCalendar:
    calendar = current_calendar()
    return replace(calendar, days_off={**calendar.days_off, on: "临时"})


def fresh(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def told(application: Application) -> list[TrailEntry]:
    return list(history(application).filter(act="期限调整"))


def test_the_answer_moves_and_says_so(desk: Desk) -> None:
    application = desk.story("2026-11-09")
    old = application.due_on
    [moved] = redate_open_applications(with_a_day_off(date(2026, 11, 27)), TODAY, by=None)
    found = fresh(application)
    assert moved == application
    assert (old, found.due_on) == (date(2026, 12, 7), date(2026, 12, 8))
    [entry] = told(application)
    assert "由 2026-12-07 改为 2026-12-08" in entry.remark
    assert entry.detail == {"old": "2026-12-07", "new": "2026-12-08"}
    assert not redate_open_applications(with_a_day_off(date(2026, 11, 27)), TODAY, by=None)


def test_the_days_of_others_and_of_remedies_move_too(desk: Desk) -> None:
    waiting = desk.story("2026-11-02", "2026-11-09 fee_notified amount=100.00")
    assert waiting.next_due_on == date(2026, 12, 7)
    redate_open_applications(with_a_day_off(date(2026, 12, 7)), TODAY, by=None)
    assert fresh(waiting).next_due_on == date(2026, 12, 8)
    [entry] = told(waiting)
    assert "“申请人缴费”由 2026-12-07 改为 2026-12-08" in entry.remark


def test_an_unconfirmed_one_has_a_day_too(desk: Desk) -> None:
    application = submit(desk.cast.town, wanted()).application
    due = application.next_due_on
    assert due is not None
    redate_open_applications(with_a_day_off(due), application.came_on, by=None)
    assert fresh(application).next_due_on > due


def test_what_is_at_rest_keeps_its_day(desk: Desk) -> None:
    gone = desk.story("2026-11-02", "2026-11-05 withdrawn")
    done = desk.story(
        "2025-11-03",
        "2025-11-05 decided outcomes=granted",
        "2025-11-06 served",
        "2026-09-01 closed",
    )
    Application.objects.filter(pk=done.pk).update(next_due_on=None)
    assert not redate_open_applications(with_a_day_off(date(2025, 11, 10)), TODAY, by=None)
    assert fresh(done).due_on == done.due_on
    assert not told(gone)


def test_what_has_lapsed_is_passed_without_an_entry(desk: Desk) -> None:
    application = desk.story("2026-11-09")
    Application.objects.filter(pk=application.pk).update(
        next_due_on=date(2026, 11, 18), next_due_kind="supplement_notice"
    )
    assert not redate_open_applications(current_calendar(), TODAY, by=None)
    assert fresh(application).next_due_kind != "supplement_notice"
    assert not told(application)


def test_a_new_notice_moves_them_in_every_township(desk: Desk) -> None:
    application = desk.story("2026-11-24")
    long = desk.story("2026-11-10", "2026-11-20 extended days=20")
    assert long.due_provisional
    other = submit(factories.township(), wanted()).application
    read, _ = read_notice(NOTICE_2027)
    assert read is not None
    adopted = adopt_calendar(read, by=desk.cast.administrator)
    found = fresh(long)
    assert not found.due_provisional
    standing = case_of(found).standing
    assert standing is not None
    assert found.due_on == standing.due
    assert {application.pk, other.pk}.isdisjoint(one.pk for one in adopted.applications)


def test_the_command_tells_which_moved(desk: Desk) -> None:
    application = desk.story("2026-11-09")
    Application.objects.filter(pk=application.pk).update(due_on=date(2026, 12, 1))
    out = StringIO()
    call_command("redate_applications", stdout=out)
    assert application.number in out.getvalue()
    assert "1 件公开申请的期限变动" in out.getvalue()
    assert fresh(application).due_on == date(2026, 12, 7)
