"""Identity numbers: 18 characters by GB 11643-1999, or the 15 digits issued before."""

import re
from collections.abc import Iterator
from datetime import date

from portal.privacy.digits import BEGIN, END, LOOSE, Found, matches

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
SHAPE = re.compile(r"[0-9]{17}[0-9X]|[0-9]{15}")
WRAPPED = rf"{LOOSE}\n?"
# Region, year, month, day, sequence and check character, with anything loose between them.
PARTS = ("[1-9]", *["[0-9]"] * 5, f"(?:1{WRAPPED}9|2{WRAPPED}0)", "[0-9]", "[0-9]")
PARTS += ("[01]", "[0-9]", "[0-3]", "[0-9]", *["[0-9]"] * 3, "[0-9Xx]")
# A narrow column of a PDF breaks numbers at the line's end; the check character makes it safe.
LOOSE_18 = re.compile(rf"{BEGIN}(?=({WRAPPED.join(PARTS)}){END})")
# Forms that give each digit a cell of its own.
BOXED_18 = re.compile(rf"{BEGIN}(?=([1-9](?:\t[0-9]){{16}}\t[0-9Xx]){END})")
# 15 digits have no check character: in a code or in loose digits they prove nothing.
STRICT_15 = re.compile(
    r"(?<![A-Za-z0-9._/])([1-9][0-9]{5}[ -]?[0-9]{6}[ -]?[0-9]{3})(?![A-Za-z0-9_/]|\.[0-9])"
)
FIRST_YEAR, LAST_YEAR = 1900, 2099
# What Excel makes of 18 digits: the first 15 survive, and with them the birthday.
RUINED = re.compile(r"(?<![0-9.])([0-9])\.([0-9]{13,16})[Ee]\+?17(?![0-9])")


def is_identity_number(text: str) -> bool:
    """Whether `text` (no blanks, X in either case) can be somebody's identity number."""
    number = text.upper()
    if SHAPE.fullmatch(number) is None or not _is_region(number):
        return False
    if len(number) == 15:
        return _is_birthday(f"19{number[6:12]}")
    return _is_birthday(number[6:14]) and check_character(number) == number[17]


def check_character(number: str) -> str:
    """The 18th character that the first 17 digits ask for."""
    return CHECK_CHARACTERS[sum(int(d) * w for d, w in zip(number, WEIGHTS, strict=False)) % 11]


def _is_region(number: str) -> bool:
    # A foreigner's permanent residence card has a 9 before the province.
    province = number[1:3] if number.startswith("9") and len(number) == 18 else number[:2]
    return PROVINCE.fullmatch(province) is not None


def _is_birthday(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    try:
        return FIRST_YEAR <= date(year, month, day).year <= LAST_YEAR
    except ValueError:
        return False


def identity_numbers(text: str) -> Iterator[Found]:
    """Identity numbers in plain `text`, and what a spreadsheet left of some."""
    for pattern in (LOOSE_18, BOXED_18, STRICT_15):
        yield from (found for found in matches(pattern, text) if is_identity_number(found.number))
    yield from _ruined(text)


def _ruined(text: str) -> Iterator[Found]:
    """3.41322199001011E+17 still tells region and birthday."""
    for found in RUINED.finditer(text):
        digits = (found[1] + found[2])[:14]
        if _is_region(digits) and _is_birthday(digits[6:14]):
            yield Found(found.start(), found.end(), "")
