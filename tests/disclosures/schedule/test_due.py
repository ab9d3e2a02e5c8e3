"""例行发布: what a cycle asks for, by when, of whom."""

from datetime import date

import pytest

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.withdraw import withdraw
from disclosures.schedule.cycles import periods_due
from disclosures.schedule.due import due_between, missed
from portal.core.workdays.load import current_calendar
from tests import factories
from tests.cast import Cast
from tests.factories import moment

Cycle = CatalogueEntry.Cycle


@pytest.mark.parametrize(
    ("cycle", "first", "last", "told", "due"),
    [
        ("monthly", "2026-03-01", "2026-03-31", "2026年2月", "2026-03-20"),
        ("quarterly", "2026-04-01", "2026-04-30", "2026年第1季度", "2026-04-20"),
        ("half-yearly", "2026-07-01", "2026-07-31", "2026年上半年", "2026-07-20"),
        ("yearly", "2026-01-01", "2026-01-31", "2025年", "2026-01-20"),
        # the 20th is a Saturday in the holiday week: the first working day after it
        ("monthly", "2026-06-01", "2026-06-30", "2026年5月", "2026-06-22"),
        # 20 September 2026 is a Sunday on which people work
        ("monthly", "2026-09-01", "2026-09-30", "2026年8月", "2026-09-20"),
    ],
)
def test_a_period_is_due_in_the_month_after_it(
    cast: Cast, cycle: str, first: str, last: str, told: str, due: str
) -> None:
    [period] = periods_due(
        cycle, 20, date.fromisoformat(first), date.fromisoformat(last), current_calendar()
    )
    assert (str(period), period.due_on.isoformat()) == (told, due)


def test_what_has_no_cycle_owes_nothing(cast: Cast) -> None:
    day = date(2026, 1, 1)
    assert list(periods_due("none", 20, day, date(2026, 12, 31), current_calendar())) == []


def test_the_body_of_an_entry_owes_it(cast: Cast) -> None:
    factories.entry(cast.town, cycle=Cycle.MONTHLY, publisher=cast.office)
    [due] = due_between(cast.town, date(2026, 3, 1), date(2026, 3, 31))
    assert (due.organisation, due.published) == (cast.office, False)


def test_every_village_owes_a_village_entry(cast: Cast) -> None:
    factories.village(cast.town, name="石塘村")
    factories.entry(cast.town, cycle=Cycle.QUARTERLY, level="village")
    dues = due_between(cast.town, date(2026, 4, 1), date(2026, 4, 30))
    assert [due.organisation.name for due in dues] == ["青禾村", "石塘村"]


def test_publishing_after_the_period_settles_it(cast: Cast) -> None:
    entry = factories.entry(cast.town, cycle=Cycle.MONTHLY, publisher=cast.office)
    factories.published(cast.town, by=cast.officer, entry=entry, at=moment("2026-03-05 09:00"))
    [due] = due_between(cast.town, date(2026, 3, 1), date(2026, 3, 31))
    assert due.published


def test_last_months_item_does_not_settle_this_month(cast: Cast) -> None:
    entry = factories.entry(cast.town, cycle=Cycle.MONTHLY, publisher=cast.office)
    factories.published(cast.town, by=cast.officer, entry=entry, at=moment("2026-02-25 09:00"))
    assert [due.due_on for due in missed(cast.town, date(2026, 3, 21))][-1] == date(2026, 3, 20)


def test_a_revision_of_substance_settles_it(cast: Cast) -> None:
    """Some bodies keep one page and bring it up to date."""
    entry = factories.entry(cast.town, cycle=Cycle.MONTHLY, publisher=cast.office)
    item = factories.published(
        cast.town, by=cast.officer, entry=entry, at=moment("2026-01-25 09:00")
    )
    item.published_at = moment("2026-03-05 09:00")
    item.save()
    [due] = due_between(cast.town, date(2026, 3, 1), date(2026, 3, 31))
    assert due.published


def test_a_late_publication_settles_one_period_not_all_before_it(cast: Cast) -> None:
    entry = factories.entry(cast.town, cycle=Cycle.MONTHLY, publisher=cast.office)
    factories.published(cast.town, by=cast.officer, entry=entry, at=moment("2026-03-25 09:00"))
    dues = due_between(cast.town, date(2026, 2, 1), date(2026, 3, 31))
    assert [(str(due.period), due.days_late, due.published) for due in dues] == [
        ("2026年1月", 0, False),
        ("2026年2月", 5, True),
    ]


def test_a_second_publication_makes_up_for_the_month_before(cast: Cast) -> None:
    entry = factories.entry(cast.town, cycle=Cycle.MONTHLY, publisher=cast.office)
    for at in ("2026-03-10 09:00", "2026-03-25 09:00"):
        factories.published(cast.town, by=cast.officer, entry=entry, at=moment(at))
    dues = due_between(cast.town, date(2026, 2, 1), date(2026, 3, 31))
    assert [due.published_on for due in dues] == [date(2026, 3, 25), date(2026, 3, 10)]


def test_what_was_taken_down_settles_nothing(cast: Cast) -> None:
    entry = factories.entry(cast.town, cycle=Cycle.MONTHLY, publisher=cast.office)
    item = factories.published(
        cast.town, by=cast.officer, entry=entry, at=moment("2026-03-05 09:00")
    )
    withdraw(item, by=cast.officer, reason="有误")
    [due] = due_between(cast.town, date(2026, 3, 1), date(2026, 3, 31))
    assert not due.published


def test_another_townships_entries_are_not_owed_here(cast: Cast) -> None:
    other = factories.organisation(factories.township())
    factories.entry(other.township, cycle=Cycle.MONTHLY, publisher=other)
    assert due_between(cast.town, date(2026, 3, 1), date(2026, 3, 31)) == []
