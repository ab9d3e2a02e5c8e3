"""The on-time rate: against the due day of the first publication, withdrawn items included."""

from datetime import date

from disclosures.flow.timeliness import on_time_by_issuer, total_of, years_of
from disclosures.flow.withdraw import withdraw
from tests import factories
from tests.cast import Cast
from tests.factories import moment

DUE = "2026-03-30 17:00"  # 20 working days after 2026-03-02
LATE = "2026-03-31 09:00"


def publish(cast: Cast, at: str) -> object:
    return factories.published(
        cast.town, by=cast.officer, at=moment(at), formed_on=date(2026, 3, 2)
    )


def test_the_due_day_itself_is_on_time(cast: Cast) -> None:
    for at in (DUE, LATE, LATE):
        publish(cast, at)
    [row] = on_time_by_issuer(cast.town, 2026)
    assert (row.published, row.on_time, row.late) == (3, 1, 2)


def test_withdrawing_does_not_mend_the_rate(cast: Cast) -> None:
    withdraw(publish(cast, LATE), by=cast.officer, reason="重复")
    assert total_of(on_time_by_issuer(cast.town, 2026)).late == 1


def test_nothing_published_has_no_rate(cast: Cast) -> None:
    assert total_of(on_time_by_issuer(cast.town, 2026)).rate is None


def test_years_are_those_in_which_something_became_public(cast: Cast) -> None:
    publish(cast, DUE)
    publish(cast, "2025-01-02 09:00")
    assert years_of(cast.town) == [2026, 2025]


def test_another_township_does_not_count(cast: Cast) -> None:
    publish(cast, DUE)
    assert on_time_by_issuer(factories.township(), 2026) == []
