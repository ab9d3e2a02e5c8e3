"""What a 三公经费 statement must hold before residents may read it."""

from typing import Any

import pytest

from disclosures.flow.hindrances import hindrances
from disclosures.flow.revise import revise
from disclosures.flow.write import save_draft
from tests.cast import Cast
from tests.finance.sangong.statements import BUDGET, FINAL, LAST, drafted, published


def _told(cast: Cast, **given: Any) -> list[str]:
    return hindrances(drafted(cast, **given))


def test_a_complete_statement_has_nothing_in_its_way(cast: Cast) -> None:
    text = "“三公”经费41万元，较上年减少19万元，下降31.67%，较预算减少5万元，下降10.87%。"
    assert _told(cast, explanation=text) == []


def test_sums_are_computed_from_the_lines(cast: Cast) -> None:
    table = drafted(cast).part.table
    assert [str(row.now.normalize()) for row in table.rows] == ["41", "0", "21", "0", "21", "2E+1"]
    assert str(table.total.since_before) == "减少 19.00，下降 31.67%"


def test_a_change_without_a_reason_is_named_with_its_numbers(cast: Cast) -> None:
    told = _told(cast, reason=" ")
    assert (
        "公务接待费 20.00 万元，上年 23.00 万元，减少 3.00 万元，下降 13.04%，没有写原因。"
        "请填写“比上年增减的原因”。" in told
    )
    assert len(told) == 4, "two items, each against last year and against the budget"


def test_an_item_that_did_not_change_needs_no_reason(cast: Cast) -> None:
    assert _told(cast, last=FINAL, budget=FINAL, reason="") == []


def test_a_rise_from_nothing_is_told_without_a_percentage(cast: Cast) -> None:
    told = _told(cast, last=("0", "0", "37", "0"), reason="")
    assert any("增加 20.00 万元（原为 0，不计算百分比）" in line for line in told)


def test_each_contradiction_of_the_explanation_is_told(cast: Cast) -> None:
    told = _told(cast, explanation="“三公”经费42万元，较上年减少19万元，下降46.34%。")
    assert len(told) == 2
    assert all(line.startswith("说明文字：") for line in told)
    assert "用错了基数" in told[1]


def test_what_vehicles_cost_in_detail_is_no_contradiction(cast: Cast) -> None:
    text = "公务用车运行维护费21万元，其中燃油费9万元、维修费7万元、保险费5万元。"
    assert _told(cast, explanation=text) == []


def test_a_budget_is_compared_with_the_budget_before(cast: Cast) -> None:
    true = "2026年“三公”经费预算46万元，比上年减少14万元，下降23.33%，比上年预算减少14万元。"
    given: dict[str, Any] = {"year": 2026, "final": None}
    assert _told(cast, explanation=true, **given) == []
    [told] = _told(cast, explanation="“三公”经费预算46万元，比上年增加14万元。", **given)
    assert "上年预算数 60.00 减少 14.00" in told


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"receptions": None}, "决算公开要填国内公务接待批次"),
        ({"receptions": 0, "guests": 0}, "公务接待费花了 20.00 万元，国内公务接待批次却是 0"),
        ({"bought": 1}, "公务用车购置数是 1，公务用车购置费却是 0"),
        ({"kept": 0}, "公务用车运行维护费花了 21.00 万元，公务用车保有量却是 0"),
        ({"guests": 200}, "国内公务接待批次（275）多于国内公务接待人次（200）"),
    ],
)
def test_counts_that_cannot_be_are_named(cast: Cast, counts: dict[str, Any], told: str) -> None:
    assert any(told in line for line in _told(cast, **counts))


def test_receptions_of_foreign_guests_alone_are_enough(cast: Cast) -> None:
    foreign = {"receptions": 0, "guests": 0, "foreign_receptions": 2, "foreign_guests": 9}
    assert _told(cast, **foreign) == []


def test_a_line_left_out_is_asked_for(cast: Cast) -> None:
    edition = drafted(cast)
    edition.sangong_lines.filter(item="abroad").delete()
    [told] = hindrances(edition)
    assert told.startswith("“因公出国（境）费”一行没有填全，请填上年决算数、本年预算数、本年决算数")


@pytest.mark.parametrize(("year", "final"), [(2026, FINAL), (2028, None), (1999, None)])
def test_a_year_that_cannot_be_told_yet_is_refused(cast: Cast, year: int, final: Any) -> None:
    assert any("还不能公开" in line for line in _told(cast, year=year, final=final))


def test_last_years_figure_is_compared_with_what_was_published(cast: Cast) -> None:
    published(cast, year=2024, title="2024年决算", final=("0", "0", "36", "23"))
    given: dict[str, Any] = {"year": 2025, "last": LAST}
    [told] = _told(cast, **given)
    assert told == (
        "公务用车运行维护费的上年决算数是 37.00 万元，本站《2024年决算》公布的是 36.00 万元，"
        "相差 1.00 万元。请改正，或写明“与已公布数不同的原因”。"
    )
    assert _told(cast, restated="口径调整。", **given) == []


def test_the_budget_is_compared_with_the_published_budget(cast: Cast) -> None:
    published(cast, year=2025, final=None, budget=("0", "0", "26", "21"), title="2025年预算")
    [told] = _told(cast, budget=BUDGET)
    assert "本年预算数是 25.00 万元，本站《2025年预算》公布的是 26.00 万元" in told


def test_the_same_year_is_not_told_twice_but_may_be_revised(cast: Cast) -> None:
    item = published(cast)
    assert any("已经公开" in line for line in _told(cast))
    revised = revise(item, by=cast.officer)
    revised.change_note = "更正批次"
    save_draft(revised, by=cast.officer)
    assert hindrances(revised) == []
    assert revised.sangong_lines.count() == 4
