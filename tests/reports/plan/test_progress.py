"""The progress of a measure agrees with what an independent count of the records finds."""

from collections.abc import Callable
from datetime import date

import pytest

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.withdraw import withdraw
from disclosures.items.models import Disclosure
from portal.core.staff.models import Staff
from portal.reports.plan.issue import issue
from portal.reports.plan.models import Measure
from portal.reports.plan.progress import Standing, progress_of
from portal.reports.plan.public import public_measures
from portal.reports.plan.stages import Stage
from tests import factories
from tests.cast import Cast
from tests.factories import moment
from tests.reports.years import draft_plan, measure, on

pytestmark = pytest.mark.django_db


@pytest.fixture
def top(cast: Cast) -> CatalogueEntry:
    return factories.entry(cast.town, name="社会救助", publisher=cast.office)


@pytest.fixture
def monthly(cast: Cast, top: CatalogueEntry) -> CatalogueEntry:
    """By the 20th of the month after."""
    return factories.entry(
        cast.town, name="低保资金", parent=top, cycle="monthly", publisher=cast.office
    )


def published(cast: Cast, entry: CatalogueEntry, at: str, formed_on: str) -> Disclosure:
    given = {"entry": entry, "formed_on": date.fromisoformat(formed_on)}
    return factories.published(cast.town, by=cast.officer, at=moment(at), **given)


def standing(cast: Cast, head: Staff, *entries: CatalogueEntry) -> Standing:
    plan = draft_plan(cast, 2026)
    measure(plan, "救助", by=cast.officer, entries=entries)
    plan = issue(plan, by=head)
    return progress_of(plan).standing(public_measures(plan).get())


def test_it_counts_the_years_items_of_its_entries_and_those_below(
    cast: Cast, head: Staff, top: CatalogueEntry, monthly: CatalogueEntry
) -> None:
    published(cast, monthly, "2026-02-10 10:00", "2026-02-03")
    published(cast, monthly, "2026-06-10 10:00", "2026-03-02")  # too late
    published(cast, monthly, "2025-02-10 10:00", "2025-02-03")  # another year
    published(cast, factories.entry(cast.town), "2026-02-10 10:00", "2026-02-03")
    gone = published(cast, monthly, "2026-02-11 10:00", "2026-02-03")
    withdraw(gone, by=cast.officer, reason="重复")
    with on("2026-07-01"):
        found = standing(cast, head, top)
    assert (found.published, found.judged, found.on_time) == (2, 3, 2)
    assert found.rate == pytest.approx(2 / 3)


def test_an_entry_and_the_one_above_it_are_counted_once(
    cast: Cast, head: Staff, top: CatalogueEntry, monthly: CatalogueEntry
) -> None:
    published(cast, monthly, "2026-02-10 10:00", "2026-02-03")
    with on("2026-07-01"):
        assert standing(cast, head, top, monthly).published == 1


def test_every_missed_month_of_the_year_is_named(
    cast: Cast, head: Staff, monthly: CatalogueEntry
) -> None:
    published(cast, monthly, "2026-02-10 10:00", "2026-02-03")  # January's
    with on("2026-04-30"):
        found = standing(cast, head, monthly)
    # December 2025 fell due in January, February in March, March in April
    assert [str(due.period) for due in found.missed] == ["2025年12月", "2026年2月", "2026年3月"]
    assert found.stage is Stage.BEHIND
    assert found.matters[0].dues == 4


def test_what_falls_due_later_is_not_missed(
    cast: Cast, head: Staff, monthly: CatalogueEntry
) -> None:
    with on("2026-01-10"):
        found = standing(cast, head, monthly)
    assert found.missed == []
    assert found.stage is Stage.GOING


def test_the_count_does_not_grow_with_the_measures(
    cast: Cast, head: Staff, django_assert_max_num_queries: Callable
) -> None:
    plan = draft_plan(cast, 2026)
    for number in range(12):
        entries = [factories.entry(cast.town) for _ in range(3)]
        measure(plan, f"第{number}", by=cast.officer, entries=entries)
    plan = issue(plan, by=head)
    with django_assert_max_num_queries(14):
        assert len(progress_of(plan).standings(public_measures(plan))) == 12


def test_another_townships_records_count_nowhere(
    cast: Cast, head: Staff, monthly: CatalogueEntry
) -> None:
    there = factories.township()
    office = factories.organisation(there)
    person = factories.staff(office, *cast.officer.roles)
    entry = factories.entry(there, code=monthly.code)
    factories.published(there, by=person, entry=entry, at=moment("2026-02-10 10:00"))
    with on("2026-07-01"):
        assert standing(cast, head, monthly).published == 0
    assert Measure.objects.public(there).count() == 0
