"""A column of a 三公经费 table: sums add up or are refused."""

from decimal import Decimal

import pytest

from finance.sangong.figures import read_figures
from finance.sangong.items import Item


def test_sums_that_were_left_out_are_computed() -> None:
    given = {"abroad": "0", "vehicle_purchase": "0", "vehicle_running": "21", "reception": "20"}
    figures = read_figures("决算数", given)
    assert figures.problems == ()
    assert figures.amounts[Item.VEHICLE] == Decimal(21)
    assert figures.total == Decimal(41)


def test_vehicles_may_be_one_figure() -> None:
    figures = read_figures("决算数", {"abroad": "0", "vehicle": "25", "reception": "21"})
    assert (figures.problems, figures.total) == ((), Decimal(46))


def test_a_total_alone_is_enough() -> None:
    figures = read_figures("上年决算数", {"total": "9.78"})
    assert (figures.problems, figures.total) == ((), Decimal("9.78"))


def test_a_total_that_its_items_contradict_is_refused() -> None:
    given = {"abroad": "0", "vehicle": "21", "reception": "20", "total": "45"}
    [problem] = read_figures("决算数", given).problems
    assert "填的是 45.00，各项相加是 41.00" in problem
    assert "相差 4.00" in problem


def test_vehicles_that_their_parts_contradict_are_refused() -> None:
    given = {
        "abroad": "0",
        "vehicle": "22",
        "vehicle_purchase": "1",
        "vehicle_running": "20",
        "reception": "0",
    }
    assert "公务用车购置及运行维护费：填的是 22.00，各项相加是 21.00" in "".join(
        read_figures("决算数", given).problems
    )


@pytest.mark.parametrize("name", ["meeting", "training", "会议费"])
def test_meetings_and_training_are_not_among_them(name: str) -> None:
    given = {"abroad": "0", "vehicle": "1", "reception": "1", name: "3"}
    [problem] = read_figures("决算数", given).problems
    assert "不属于“三公”经费" in problem


def test_an_item_left_out_is_asked_for() -> None:
    [problem] = read_figures("决算数", {"vehicle": "1", "reception": "1"}).problems
    assert problem == "决算数：缺少因公出国（境）费，没有发生的请填 0。"


@pytest.mark.parametrize("value", ["", "二十", None, True, "NaN", "Infinity", [], "1.2.3"])
def test_what_is_no_amount_is_named(value: object) -> None:
    given = {"abroad": "0", "vehicle": "1", "reception": value}
    assert "公务接待费" in read_figures("决算数", given).problems[0]


def test_a_negative_amount_is_refused() -> None:
    given = {"abroad": "0", "vehicle": "1", "reception": "-1"}
    assert "不能是负数" in read_figures("决算数", given).problems[0]


def test_commas_and_wide_digits_are_read() -> None:
    given = {"abroad": "0", "vehicle": "１，２００．５", "reception": "1,000"}
    assert read_figures("决算数", given).total == Decimal("2200.5")


def test_a_part_larger_than_its_whole_is_refused() -> None:
    given = {"abroad": "0", "vehicle": "21", "vehicle_running": "25", "reception": "20"}
    [problem] = read_figures("决算数", given).problems
    assert "比它还多" in problem


def test_the_part_that_is_left_is_computed() -> None:
    given = {"abroad": "0", "vehicle": "21", "vehicle_running": "18", "reception": "20"}
    assert read_figures("决算数", given).amounts[Item.VEHICLE_PURCHASE] == 3


@pytest.mark.parametrize("value", ["1_000", "1e3", "Infinity"])
def test_what_only_programs_write_is_no_amount(value: str) -> None:
    assert read_figures("决算数", {"total": value}).problems
