"""Amounts and percentages that are written out in Chinese: 四十一万元, 百分之三十一点六七."""

import re

DIGITS = {mark: place for place, mark in enumerate("零一二三四五六七八九")}
DIGITS |= {mark: place for place, mark in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {"两": 2}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
NUMERAL = f"[{''.join((*DIGITS, *UNITS))}]+"
DECIMALS = f"(?:点([{''.join(DIGITS)}]+))?"
PERCENT = re.compile(f"百分之({NUMERAL}){DECIMALS}")
# 四十一万五千元, 四十一万元, 三点五万元, 二百元
MIXED = re.compile(f"({NUMERAL})万({NUMERAL})元")
MONEY = re.compile(f"({NUMERAL}){DECIMALS}(万元|元)")


def in_digits(text: str) -> str:
    """`text` with such figures in Arabic digits; all else stays as it is."""
    text = PERCENT.sub(lambda found: f"{_number(found[1], found[2])}%", text)
    text = MIXED.sub(lambda found: f"{_whole(found[1]) * 10_000 + _whole(found[2])}元", text)
    return MONEY.sub(lambda found: f"{_number(found[1], found[2])}{found[3]}", text)


def _number(whole: str, decimals: str | None) -> str:
    behind = "".join(str(DIGITS[mark]) for mark in decimals or "")
    return f"{_whole(whole)}.{behind}" if behind else str(_whole(whole))


def _whole(marks: str) -> int:
    """一千零四十一 → 1041; 十五 → 15; without units the digits stand one by one."""
    if not any(mark in UNITS for mark in marks):
        return int("".join(str(DIGITS[mark]) for mark in marks))
    total = digit = 0
    for mark in marks:
        if mark in DIGITS:
            digit = DIGITS[mark]
        else:
            total += (digit or 1) * UNITS[mark]
            digit = 0
    return total + digit
