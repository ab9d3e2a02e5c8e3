"""Dates in the words of a sentence."""

from datetime import date


def day(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"


def short_day(on: date) -> str:
    return f"{on.month}月{on.day}日"
