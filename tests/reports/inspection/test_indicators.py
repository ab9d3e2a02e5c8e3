"""The score: points off per finding with a bound, and what knocks the site out altogether."""

import pytest

from portal.reports.inspection.indicators import FULL, RULES, Finding, Indicator, score_of


def findings(indicator: Indicator, count: int) -> list[Finding]:
    return [Finding(indicator, "某处", "/", "有错。", "请改。")] * count


def test_a_site_without_findings_has_all_points() -> None:
    assert score_of([]).points == FULL
    assert score_of([]).failed == ()


@pytest.mark.parametrize("indicator", [one for one in Indicator if RULES[one].points])
def test_each_finding_costs_points_up_to_the_bound(indicator: Indicator) -> None:
    rule = RULES[indicator]
    few = [indicator for count in (1, 2) if score_of(findings(indicator, count)).failed]
    assert not few
    assert score_of(findings(indicator, 1)).points == FULL - rule.points
    below = min(100, (rule.knock_out or 101) - 1)
    assert score_of(findings(indicator, below)).points == FULL - min(below * rule.points, rule.most)


@pytest.mark.parametrize("indicator", [one for one in Indicator if RULES[one].knock_out])
def test_what_knocks_out_knocks_out_at_its_number(indicator: Indicator) -> None:
    number = RULES[indicator].knock_out
    assert score_of(findings(indicator, number - 1)).failed == ()
    score = score_of(findings(indicator, number))
    assert (score.points, score.failed) == (0, (indicator,))


def test_points_never_fall_below_nothing() -> None:
    everything = [
        one for kind in Indicator for one in findings(kind, 4) if not RULES[kind].knock_out
    ]
    assert score_of(everything).points >= 0
