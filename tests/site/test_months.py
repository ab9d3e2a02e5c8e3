"""Month grids: whole weeks from Monday, every day once, one word for what it is."""

from datetime import date

from portal.core.workdays.limits import Limit, deadline
from portal.site.deadline.months import Cell, Month, months_of, year_of
from tests.core.workdays.calendars import only_2026


def cells(months: list[Month]) -> dict[date, Cell]:
    found = [cell for month in months for week in month.weeks for cell in week if cell]
    assert len({cell.on for cell in found}) == len(found)
    return {cell.on: cell for cell in found}


def test_the_way_to_the_deadline_is_marked_day_by_day() -> None:
    grid = cells(months_of(deadline(date(2026, 1, 2), Limit(2), only_2026())))
    words = {on.day: cell.word for on, cell in grid.items() if cell.word}
    assert words == {2: "起算日", 3: "不算", 4: "算", 5: "到期"}


def test_a_provisional_day_says_so() -> None:
    answer = deadline(date(2026, 12, 30), Limit(5), only_2026())
    assert cells(months_of(answer))[answer.due].word == "暂定到期"


def test_months_run_from_the_first_to_the_last() -> None:
    months = months_of(deadline(date(2026, 12, 31), Limit(20), only_2026()))
    assert [f"{month.first:%Y-%m}" for month in months] == ["2026-12", "2027-01"]


def test_weeks_have_seven_days_and_begin_on_monday() -> None:
    months = year_of(2026, only_2026())
    assert {len(week) for month in months for week in month.weeks} == {7}
    first = months[0].weeks[0]
    assert [cell and cell.on.day for cell in first] == [None, None, None, 1, 2, 3, 4]


def test_a_year_shows_what_its_notice_moves() -> None:
    grid = cells(year_of(2026, only_2026()))
    assert len(grid) == 365
    assert [grid[date(2026, 1, day)].word for day in (2, 4, 5)] == ["休", "班", ""]
