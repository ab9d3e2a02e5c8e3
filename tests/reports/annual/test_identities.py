"""The tables of the annual report agree with themselves, or it is said where they don't."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from applications.decisions.rows import Row
from portal.reports.annual.identities import (
    COLUMN_LABELS,
    remedy_identities,
    request_identities,
    with_sums,
)
from portal.reports.annual.lines import (
    APPLICANTS,
    CARRIED_FORWARD,
    CARRIED_OVER,
    HANDLED,
    NEW,
    SUM,
    Remedy,
    RemedyResult,
    request_lines,
)

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = st.integers(0, 40)
KINDS = [kind.value for kind in APPLICANTS]
SINGLE = [NEW, CARRIED_OVER, *(row.value for row in Row)]
single_cells = st.fixed_dictionaries({(line, kind): FEW for line in SINGLE for kind in KINDS})


def balanced(cells: dict[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """The table, with what is left counted right; what was handled came."""
    for kind in KINDS:
        handled = sum(cells.get((row.value, kind), 0) for row in Row)
        cells[NEW, kind] = cells.get((NEW, kind), 0) + handled
        come = cells[NEW, kind] + cells.get((CARRIED_OVER, kind), 0)
        cells[CARRIED_FORWARD, kind] = come - handled
    return with_sums(cells)


def test_table_three_has_the_official_lines_in_their_order() -> None:
    lines = request_lines()
    assert [line.number for line in lines[:4]] == ["一", "二", "（一）", "（二）"]
    refused = [line for line in lines if line.outer[-1:] == ("（三）不予公开",)]
    assert [line.number for line in refused] == list("12345678")
    assert len(lines) == 2 + 21 + 2


@patient
@given(cells=single_cells)
def test_what_is_summed_agrees_with_itself(cells: dict[tuple[str, str], int]) -> None:
    full = balanced(cells)
    assert [str(one) for one in request_identities(full) if not one.holds] == []


@patient
@given(cells=single_cells, which=st.integers(0, 10_000), by=st.integers(1, 9))
def test_one_wrong_cell_is_always_noticed(
    cells: dict[tuple[str, str], int], which: int, by: int
) -> None:
    full = balanced(cells)
    places = sorted(full)
    full[places[which % len(places)]] += by
    assert not all(one.holds for one in request_identities(full))


def test_what_is_carried_over_is_what_last_year_carried_forward() -> None:
    this = balanced({(CARRIED_OVER, "citizen"): 3})
    last = balanced({(NEW, "citizen"): 2})
    wrong = [one for one in request_identities(this, last) if not one.holds]
    assert {one.where for one in wrong} == {"表三“自然人”列", "表三“总计”列"}
    assert "3 不等于 2" in str(wrong[0])


def test_what_is_neither_answered_nor_carried_forward_is_noticed() -> None:
    full = with_sums({(NEW, "business"): 5, (Row.GRANTED.value, "business"): 3})
    wrong = {one.where for one in request_identities(full) if not one.holds}
    assert wrong == {"表三“商业企业”列", "表三“总计”列"}
    full = with_sums(
        {
            (NEW, "business"): 5,
            (Row.GRANTED.value, "business"): 3,
            (CARRIED_FORWARD, "business"): 2,
        }
    )
    assert all(one.holds for one in request_identities(full))
    assert full[HANDLED, SUM] == 3


@patient
@given(numbers=st.lists(FEW, min_size=12, max_size=12))
def test_table_four_sums_its_four_results(numbers: list[int]) -> None:
    places = [(group.value, result.value) for group in Remedy for result in RemedyResult]
    cells = dict(zip(places, numbers, strict=True))
    for group in Remedy:
        cells[group.value, SUM] = sum(cells[group.value, one.value] for one in RemedyResult)
    assert all(one.holds for one in remedy_identities(cells))
    cells["review", SUM] += 1
    assert [one.where for one in remedy_identities(cells) if not one.holds] == ["表四“行政复议”"]


@pytest.mark.parametrize("column", COLUMN_LABELS)
def test_every_column_is_checked(column: str) -> None:
    full = balanced({})
    full[NEW, column] = 1
    assert any(
        COLUMN_LABELS[column] in one.where for one in request_identities(full) if not one.holds
    )
