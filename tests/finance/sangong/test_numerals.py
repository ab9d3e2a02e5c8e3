"""Figures written out in Chinese are checked like those in digits."""

import pytest

from finance.sangong.check import check_statement
from finance.sangong.numerals import in_digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("支出四十一万元", "支出41万元"),
        ("支出三点五万元", "支出3.5万元"),
        ("支出肆拾壹万伍仟元", "支出415000元"),
        ("共一千零四十一元", "共1041元"),
        ("十五元", "15元"),
        ("零元", "0元"),
        ("下降百分之三十一点六七", "下降31.67%"),
        ("百分之百", "100%"),
        ("二〇二五年“三公”经费41万元", "二〇二五年“三公”经费41万元"),
        ("第三季度、两次、十辆", "第三季度、两次、十辆"),
    ],
)
def test_in_digits(text: str, digits: str) -> None:
    assert in_digits(text) == digits


GIVEN = {"unit": "万元", "final": {"total": "41"}, "last_final": {"total": "60"}}


def test_what_is_right_passes() -> None:
    text = "“三公”经费支出四十一万元，较上年减少十九万元，下降百分之三十一点六七。"
    assert check_statement({**GIVEN, "text": text}).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "“三公”经费支出五十一万元。",
        "“三公”经费支出四十一万元，较上年减少九万元。",
        "“三公”经费支出四十一万元，较上年下降百分之三十点六七。",
    ],
)
def test_a_contradiction_is_told(text: str) -> None:
    assert len(check_statement({**GIVEN, "text": text}).problems) == 1
