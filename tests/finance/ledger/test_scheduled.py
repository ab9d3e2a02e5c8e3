"""A published period of the books is the routine publication that the catalogue asks for."""

from datetime import date
from unittest.mock import patch

import pytest

from disclosures.catalogue.models import CatalogueEntry
from disclosures.schedule.due import missed
from finance.ledger.periods import open_period
from portal.core import clock
from tests import factories
from tests.cast import Cast
from tests.factories import moment
from tests.finance.ledger.village_books import keep_books

Cycle = CatalogueEntry.Cycle


@pytest.fixture
def entries(cast: Cast) -> None:
    for code, cycle in (("H02-01", Cycle.QUARTERLY), ("H02-02", Cycle.MONTHLY)):
        fields = {
            "cycle": cycle,
            "level": CatalogueEntry.Level.VILLAGE,
            "cycle_day": 20,
            "publisher": None,
        }
        factories.entry(cast.town, code=code, name=code, **fields)


def owed(cast: Cast, on: str) -> set[tuple[str, str]]:
    found = missed(cast.town, date.fromisoformat(on))
    return {(due.entry.code, str(due.period)) for due in found}


def test_a_month_settles_the_month_and_the_last_of_a_quarter_the_quarter(
    cast: Cast, entries: None
) -> None:
    assert ("H02-02", "2026年3月") in owed(cast, "2026-04-25")
    assert ("H02-01", "2026年第1季度") in owed(cast, "2026-04-25")
    books = keep_books(cast)
    period = open_period(cast.village, date(2026, 3, 1), by=cast.accountant)
    with patch.object(clock, "now", lambda: moment("2026-04-10 10:00")):
        books.publish(period)
    assert ("H02-02", "2026年3月") not in owed(cast, "2026-04-25")
    assert ("H02-01", "2026年第1季度") not in owed(cast, "2026-04-25")
    assert ("H02-02", "2026年2月") in owed(cast, "2026-04-25")


def test_a_month_within_a_quarter_does_not_settle_the_quarter(cast: Cast, entries: None) -> None:
    books = keep_books(cast)
    period = open_period(cast.village, date(2026, 2, 1), by=cast.accountant)
    with patch.object(clock, "now", lambda: moment("2026-04-10 10:00")):
        books.publish(period)
    assert ("H02-01", "2026年第1季度") in owed(cast, "2026-04-25")


def test_unpublished_books_settle_nothing(cast: Cast, entries: None) -> None:
    keep_books(cast)
    open_period(cast.village, date(2026, 3, 1), by=cast.accountant)
    assert ("H02-02", "2026年3月") in owed(cast, "2026-04-25")


def test_the_same_month_published_twice_settles_no_other(cast: Cast, entries: None) -> None:
    entry = CatalogueEntry.objects.get(code="H02-02")
    by = {"by": cast.officer, "entry": entry, "issuer": cast.village}
    factories.published(cast.town, at=moment("2026-04-09 10:00"), **by)
    books = keep_books(cast)
    period = open_period(cast.village, date(2026, 3, 1), by=cast.accountant)
    with patch.object(clock, "now", lambda: moment("2026-04-10 10:00")):
        books.publish(period)
    assert ("H02-02", "2026年2月") in owed(cast, "2026-04-25")
    factories.published(cast.town, at=moment("2026-05-09 10:00"), **by)
    assert ("H02-02", "2026年4月") not in owed(cast, "2026-05-25")
