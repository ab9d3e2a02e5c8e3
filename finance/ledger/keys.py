"""A period's place in an address: 2026-03 for a month, 2026-q1 for a quarter."""

import re
from datetime import date

KEY = re.compile(r"(20\d\d)-(?:(0[1-9]|1[0-2])|q([1-4]))", re.ASCII)


class PeriodKeyConverter:
    """Gives the first day of the period and its number of months."""

    regex = r"20\d\d-(?:0[1-9]|1[0-2]|q[1-4])"

    def to_python(self, value: str) -> tuple[date, int]:
        found = KEY.fullmatch(value)
        if found is None:
            raise ValueError(value)
        if found[3]:
            return date(int(found[1]), int(found[3]) * 3 - 2, 1), 3
        return date(int(found[1]), int(found[2]), 1), 1

    def to_url(self, value: str | tuple[date, int]) -> str:
        if isinstance(value, str):
            return value
        first, months = value
        return f"{first:%Y-%m}" if months == 1 else f"{first.year}-q{(first.month + 2) // 3}"
