"""Identity numbers: 18 characters by GB 11643-1999, or the 15 digits issued before."""

import re
from collections.abc import Iterator
from datetime import date

from portal.privacy.digits import Found, Group, windows

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
SHAPE = re.compile(r"[0-9]{17}[0-9X]|[0-9]{15}")
LENGTHS = frozenset({15, 18})
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


def identity_numbers(text: str, groups: list[Group]) -> Iterator[Found]:
    """Identity numbers among neighbouring `groups` of plain `text`."""
    for found in windows(groups, LENGTHS):
        if is_identity_number(found.number) and not _is_old_in_code(text, found):
            yield found


def _is_old_in_code(text: str, found: Found) -> bool:
    """15 digits have no check character: inside a longer code of letters they prove nothing."""
    beside = text[found.start - 1 : found.start] + text[found.end : found.end + 1]
    return len(found.number) == 15 and bool(re.search(r"[A-Za-z0-9._/]", beside))


def ruined_identity_numbers(text: str) -> Iterator[Found]:
    """Identity numbers that a spreadsheet turned into 3.41322199001011E+17."""
    for found in RUINED.finditer(text):
        digits = (found[1] + found[2])[:14]
        if _is_region(digits) and _is_birthday(digits[6:14]):
            yield Found(found.start(), found.end(), "")
