"""Standards over time: one at most holds, changes are computed, what can't be right is named."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.programmes.standards import (
    Change,
    by_line,
    hindrances,
    history,
    holds,
    in_force,
)
from disclosures.programmes.years import heading, lines


@dataclass(frozen=True)
class Row:
    grade: str
    amount: Decimal
    valid_from: date
    valid_to: date | None = None
    unit: str = "元/人·月"
    basis: str = ""
    gap_reason: str = ""


def row(amount: str, start: str, end: str = "", grade: str = "农村", **more: str) -> Row:
    day = date.fromisoformat
    return Row(grade, Decimal(amount), day(start), day(end) if end else None, **more)


DIBAO = [
    row("764", "2024-07-01", "2025-06-30"),
    row("788", "2025-07-01", "2026-06-30"),
    row("815", "2026-07-01"),
]


@pytest.mark.parametrize(
    ("on", "amount"),
    [
        ("2024-06-30", []),
        ("2024-07-01", [764]),
        ("2025-06-30", [764]),
        ("2025-07-01", [788]),
        ("2026-06-30", [788]),
        ("2026-07-01", [815]),
        ("2036-01-01", [815]),
    ],
)
def test_what_holds_changes_at_midnight(on: str, amount: list[int]) -> None:
    assert [one.amount for one in in_force(DIBAO, date.fromisoformat(on))] == amount


def test_each_grade_has_its_own_standard() -> None:
    rows = [*DIBAO, row("900", "2026-01-01", grade="城市")]
    found = in_force(rows, date(2026, 3, 1))
    assert [(one.grade, one.amount) for one in found] == [("农村", 788), ("城市", 900)]


def test_the_history_tells_each_change_latest_first() -> None:
    told = [(period.told, period.cells[0].change.told) for period in history(DIBAO)]
    assert told == [
        ("2026年7月1日起", "增加 27 元（3.43%）"),
        ("2025年7月1日至2026年6月30日", "增加 24 元（3.14%）"),
        ("2024年7月1日至2025年6月30日", ""),
    ]


def test_a_period_begins_where_any_grade_changes() -> None:
    rows = [
        *DIBAO,
        row("700", "2024-07-01", "2025-12-31", "城市"),
        row("800", "2026-01-01", grade="城市"),
    ]
    periods = history(rows)
    assert [period.start.isoformat() for period in periods] == [
        "2026-07-01", "2026-01-01", "2025-07-01", "2024-07-01",
    ]  # fmt: skip
    assert [cell.change.told for cell in periods[1].cells] == ["不变", "增加 100 元（14.29%）"]


def test_a_grade_that_comes_later_is_new_and_one_that_goes_has_ended() -> None:
    rows = [*DIBAO, row("5", "2025-07-01", "2026-06-30", "护理")]
    told = [[cell.change.told for cell in period.cells] for period in history(rows)]
    assert [cells[1] for cells in told] == ["停止执行", "新设", ""]


def test_a_gap_that_is_explained_is_told() -> None:
    rows = [
        row("80", "2024-01-01", "2024-12-31"),
        row("90", "2026-01-01", gap_reason="2025年没有资金"),
    ]
    assert list(hindrances(rows)) == []
    periods = history(rows)
    assert periods[1].cells[0].gap_reason == "2025年没有资金"
    assert periods[1].cells[0].row is None
    assert periods[0].cells[0].change.told == "增加 10 元（12.50%）"


def test_the_end_of_everything_is_no_period() -> None:
    assert [period.told for period in history([row("80", "2024-01-01", "2024-12-31")])] == [
        "2024年1月1日至2024年12月31日"
    ]


def test_a_base_of_zero_is_said_in_words() -> None:
    change = Change(row("0", "2024-01-01"), row("80", "2026-01-01"))
    assert change.told == "原来是 0，增加 80 元"
    assert change.percent is None


def test_percentages_change_by_points() -> None:
    change = Change(row("70", "2024-01-01", unit="%"), row("75", "2026-01-01", unit="%"))
    assert change.told == "增加 5 个百分点"
    assert change.percent is None


def test_other_units_are_not_compared() -> None:
    change = Change(row("80", "2024-01-01"), row("960", "2026-01-01", unit="元/人·年"))
    assert change.told == "单位不同，不作比较"
    assert change.amount is None


def test_a_fall_is_a_fall() -> None:
    change = Change(row("10000", "2025-01-01"), row("9000", "2026-01-01"))
    assert change.told == "减少 1,000 元（10.00%）"
    assert change.percent == Decimal("-10.00")


def test_lines_are_the_periods_turned() -> None:
    rows = [*DIBAO, row("900", "2026-01-01", grade="城市")]
    periods = history(rows)
    turned = {line.grade: [cell for _, cell in line.cells] for line in by_line(periods)}
    assert turned["城市"] == [period.cells[1] for period in periods]


def test_an_overlap_is_named_with_grade_and_days() -> None:
    found = list(hindrances([row("764", "2024-07-01"), row("788", "2025-07-01")]))
    assert found == [
        "“农村”2024年7月1日起和2025年7月1日起的两个标准时间重叠，"
        "请给前一个填写止日（2025年6月30日或更早）。"
    ]


def test_two_from_the_same_day_overlap() -> None:
    assert len(list(hindrances([row("1", "2024-07-01"), row("2", "2024-07-01")]))) == 1


def test_a_gap_is_named_with_grade_and_days() -> None:
    found = list(hindrances([row("764", "2024-01-01", "2024-12-31"), row("788", "2025-07-01")]))
    assert found == [
        "“农村”2025年1月1日至2025年6月30日没有标准，请补上这一段，"
        "或在2025年7月1日起的那一行写明中断的原因。"
    ]


def test_an_end_before_the_beginning_is_named() -> None:
    found = list(hindrances([row("1", "2025-07-01", "2025-06-30")]))
    assert found == ["“农村”2025年7月1日起的标准，止日2025年6月30日在起日之前，请核对。"]


def test_grades_do_not_disturb_each_other() -> None:
    assert list(hindrances([row("1", "2025-07-01"), row("2", "2025-07-01", grade="城市")])) == []


def test_a_year_stands_for_its_last_day_and_this_one_for_today() -> None:
    today = date(2026, 6, 30)
    line = next(lines(DIBAO, [2024, 2025, 2026], today))
    assert [one.amount for one in line.rows] == [764, 788, 788]
    assert line.change.told == "不变"
    assert [heading(year, today) for year in (2025, 2026)] == ["2025年末", "2026年（今天）"]


def test_a_grade_without_standard_in_these_years_has_no_line() -> None:
    assert (
        list(lines([row("1", "2020-01-01", "2020-12-31")], [2025, 2026], date(2026, 6, 30))) == []
    )


AMOUNTS = st.decimals(min_value=0, max_value=99_999, places=2)
SPANS = st.lists(st.tuples(st.integers(1, 700), st.integers(0, 200), AMOUNTS), max_size=6)


def _laid_out(spans: list[tuple[int, int, Decimal]], grade: str) -> list[Row]:
    """Periods of so many days, each so many days after the last one; gaps are explained."""
    rows, start = [], date(2020, 1, 1)
    for length, gap, amount in spans:
        start += timedelta(days=gap)
        end = start + timedelta(days=length - 1)
        rows.append(Row(grade, amount, start, end, gap_reason="有原因"))
        start = end + timedelta(days=1)
    return rows


@given(SPANS, SPANS, st.integers(0, 5_000))
def test_without_hindrance_at_most_one_standard_of_a_grade_holds(
    some: list[tuple[int, int, Decimal]], others: list[tuple[int, int, Decimal]], day: int
) -> None:
    rows = [*_laid_out(some, "一类"), *_laid_out(others, "二类")]
    on = date(2020, 1, 1) + timedelta(days=day)
    assert list(hindrances(rows)) == []
    for grade in ("一类", "二类"):
        holding = [one for one in rows if one.grade == grade and holds(one, on)]
        assert len(holding) <= 1
        assert [one for one in in_force(rows, on) if one.grade == grade] == holding


@given(SPANS, SPANS)
def test_periods_neither_overlap_nor_leave_a_day_out(
    some: list[tuple[int, int, Decimal]], others: list[tuple[int, int, Decimal]]
) -> None:
    rows = [*_laid_out(some, "一类"), *_laid_out(others, "二类")]
    periods = history(rows)[::-1]
    for one, following in zip(periods, periods[1:], strict=False):
        assert one.end is not None
        assert one.end + timedelta(days=1) == following.start
    for one in rows:
        begun = [period for period in periods if period.start == one.valid_from]
        assert [one] == [cell.row for cell in begun[0].cells if cell.grade == one.grade]


@given(AMOUNTS, AMOUNTS)
def test_the_percentage_is_that_of_the_amount_before(before: Decimal, after: Decimal) -> None:
    change = Change(Row("甲", before, date(2025, 1, 1)), Row("甲", after, date(2026, 1, 1)))
    if before:
        assert change.percent is not None
        assert abs(change.percent - (after - before) / before * 100) <= Decimal("0.005")
    else:
        assert change.percent is None
