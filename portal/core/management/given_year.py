"""The year that somebody named on the command line."""

import argparse

FIRST, LAST = 1949, 2100


def given_year(text: str) -> int:
    """Raises ArgumentTypeError that says what a year looks like."""
    if text.isascii() and text.isdecimal() and len(text) == 4 and FIRST <= int(text) <= LAST:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text[:20]}”不是年度，请写 {FIRST} 到 {LAST} 的四位年份")
