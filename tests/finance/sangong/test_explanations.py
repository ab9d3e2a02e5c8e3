"""Explanations as townships print them: contradictions are found, and nothing true is blamed."""

from typing import Any

import pytest

from finance.sangong.check import check_statement

FINAL = {"abroad": "0", "vehicle_purchase": "0", "vehicle_running": "21", "reception": "20"}
BUDGET = {"abroad": "0", "vehicle": "25", "reception": "21"}
LAST = {"abroad": "0", "vehicle": "37", "reception": "23"}


def _problems(text: str, **changed: Any) -> list[str]:
    given = {"final": FINAL, "budget": BUDGET, "last_final": LAST, "text": text, **changed}
    return list(check_statement(given).problems)


TRUE = (
    "“三公”经费41万元，其中：因公出国（境）费0万元，公务用车购置及运行维护费21万元（公务用车购置费0万元、"
    "公务用车运行维护费21万元），公务接待费20万元。国内公务接待275批次，2700人次。",
    "“三公”经费支出41万元，较上年减少19万元，下降31.67%，较年初预算数减少5万元，下降10.87%。",
    "三公经费决算41万元，完成预算46万元的89.13%。",
    "三公经费比上年下降32%，比预算下降10.9%。",
    "公务接待费20万元，占“三公”经费的48.78%，比预算减少10000元。",
    "因公出国（境）费与上年持平。",
    "“三公”经费预算46万元，其中公务用车购置及运行维护费25万元，公务接待费21万元。",
    "会议费3万元，培训费2万元，比上年增长50%。",
    "公务用车购置及运行维护费21万元（其中运行维护费21万元），较上年减少16万元。",
    "公务接待费20万元，人均接待74元。",
    "公务接待费由上年的23万元减少到20万元，下降13.04%。",
    "公务接待费比上年少支出3万元。",
    "公务接待费20万元，低于预算1万元；低于上年3万元。",
    "公务接待费2024年决算20万元，2023年决算23万元，减少3万元，下降13.04%。",
    "公务接待费按照2023年的标准执行，2024年支出20万元。",
    "公务用车运行维护费21万元，车均运行维护费7万元。",
    "公务用车购置及运行费21万元，其中购置费0万元，运行费21万元。",
    "公务接待费支出20万元，比预算减少1万元，接待批次减少50批，下降15.38%。",
    "“三公”经费支出预算46万元，决算数41万元，预算数与决算数差异5万元，节支率10.87%。",
    "“三公”经费预算46万元，实际支出41万元，节支5万元。",
    "因公出国（境）费与去年相同，公务接待费与上年口径相同。",
    "公务接待费支出决算为20万元，占48.78%。其中：国内公务接待支出20万元；外宾接待支出0万元，接待0批次。",
    "公务接待费支出20万元。其中：国内公务接待支出18万元；国（境）外公务接待支出2万元。",
    "公务接待费：2024年决算数20万元，比2024年预算数21万元减少1万元，降低4.76%；比2023年决算数23万元减少3万元。",
    "公务用车购置及运行维护费21万元，其中：公务用车购置0万元；公务用车运行维护21万元，保有量3辆。",
    "公务接待20万元，接待275批次2700人次，人均74.07元。",
    "“三公”经费41万元（含公务接待费20万元、公务用车购置及运行维护费21万元），控制在预算46万元以内。",
)


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_left_alone(text: str) -> None:
    assert _problems(text) == []


FALSE = (
    ("“三公”经费41万元，较上年减少19万元，下降43.78%。", "下降 31.67%"),
    ("“三公”经费较年初预算数减少4万元。", "减少 5.00"),
    ("“三公”经费比上年增加19万元。", "减少 19.00"),
    ("“三公”经费42万元。", "41.00"),
    ("公务接待费20万元，占“三公”经费的50%。", "48.78%"),
    ("三公经费完成预算的85%。", "89.13%"),
    ("公务接待费与上年持平。", "减少 3.00"),
    ("公务接待费支出210000元。", "20.00"),
    ("“三公”经费预算41万元。", "46.00"),
    ("公务接待费比2019年决算减少4万元。", "减少 3.00"),
    ("公务接待费由上年的24万元减少到20万元。", "23.00"),
    ("公务接待费由上年的23万元减少到21万元。", "20.00"),
    ("公务接待费21万元。", "20.00"),
    ("公务接待费低于预算2万元。", "减少 1.00"),
    ("公务接待费与上年相比减幅15%。", "下降 13.04%"),
    ("公务接待费与去年相同。", "减少 3.00"),
    ("公务接待费2024年20万元，2023年24万元。", "23.00"),
    ("公务接待费比上年多支出3万元。", "减少 3.00"),
    ("公务接待费2024年20万元，比2024年预算减少2万元，2023年23万元。", "减少 1.00"),
    ("公务接待费20万元，其中国内公务接待支出18万元；外宾接待支出0万元。", "20.00"),
    ("公务用车运行维护20万元。", "21.00"),
)


@pytest.mark.parametrize(("text", "right"), FALSE)
def test_what_is_false_is_told_with_what_is_right(text: str, right: str) -> None:
    [problem] = _problems(text)
    assert "与数据不符" in problem
    assert right in problem


def test_the_wrong_base_is_named() -> None:
    """A township printed 0.71 of 9.78 as 7.83 %."""
    [problem] = _problems(
        "“三公”经费支出共计9.07万元，较上年支出数减少0.71万元，下降7.83%。",
        final={"total": "9.07"},
        last_final={"total": "9.78"},
    )
    assert "下降 7.26%" in problem
    assert "用错了基数：应除以原来的 9.78" in problem


def test_what_cannot_be_compared_is_said_not_passed() -> None:
    [problem] = _problems("公务接待费比上年减少3万元。", last_final={"total": "60"})
    assert "没有核对" in problem
    assert "公务接待费的上年决算数" in problem


def test_last_years_budget_is_not_among_the_figures() -> None:
    [problem] = _problems("“三公”经费比上年预算数下降35.45%。")
    assert "没有核对" in problem


def test_a_percentage_of_nothing_is_refused() -> None:
    last = {"abroad": "0", "vehicle": "0", "reception": "1"}
    [problem] = _problems("公务用车购置及运行维护费比上年增长100%。", last_final=last)
    assert "不计算百分比" in problem


def test_amounts_in_yuan_are_compared_in_yuan() -> None:
    final = {"abroad": "0", "vehicle": "210000", "reception": "200000"}
    assert (
        _problems("“三公”经费41万元。", unit="元", final=final, budget=final, last_final=final)
        == []
    )


def test_running_costs_called_vehicles_are_understood() -> None:
    final = {"abroad": "0", "vehicle_purchase": "56", "vehicle_running": "251", "reception": "1"}
    assert _problems("公务用车及运行维护费支出251万元。", final=final) == []


def test_a_text_that_names_no_item_speaks_of_the_whole() -> None:
    given = {"unit": "万元", "final": {"total": "41"}, "budget": {"total": "60"}}
    wrong = check_statement(given | {"text": "决算41万元，比预算减少19万元，下降46.34%。"})
    [told] = wrong.problems
    assert "百分比用错了基数" in told
    right = check_statement(given | {"text": "决算41万元，比预算减少19万元，下降31.67%。"})
    assert right.ok


def test_a_part_that_is_null_was_left_out() -> None:
    assert _problems("公务接待费20万元。", budget=None, last_final=None) == []
