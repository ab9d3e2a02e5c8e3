from datetime import date

import pytest

from disclosures.schedule.next_due import next_due
from tests import factories
from tests.cast import Cast


@pytest.mark.parametrize(
    ("on", "period", "due_on"),
    [
        ("2026-01-05", "2025年第4季度", "2026-01-20"),
        ("2026-01-20", "2025年第4季度", "2026-01-20"),
        ("2026-01-21", "2026年第1季度", "2026-04-20"),
    ],
)
def test_the_period_after_the_day_is_next(cast: Cast, on: str, period: str, due_on: str) -> None:
    entry = factories.entry(cast.town, cycle="quarterly", cycle_day=20)
    found = next_due(entry, date.fromisoformat(on))
    assert (str(found.period), found.period.due_on.isoformat()) == (period, due_on)
    assert not found.provisional


def test_a_year_without_notice_makes_it_provisional(cast: Cast) -> None:
    entry = factories.entry(cast.town, cycle="yearly")
    assert next_due(entry, date(2040, 3, 1)).provisional


def test_no_cycle_means_no_day(cast: Cast) -> None:
    assert next_due(factories.entry(cast.town, cycle="at-once"), date(2026, 3, 1)) is None
