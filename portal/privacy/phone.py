"""Mobile numbers of mainland China. Landlines are an office's, not a person's."""

import re
from collections.abc import Iterator

from portal.privacy.digits import Found, Group, is_decimal

NUMBER = re.compile(r"1[3-9][0-9]{9}")
# How people write them; other groupings are dates and file numbers: 150-2021-003.
SHAPES = ((11,), (3, 4, 4), (3, 8), (7, 4))
COUNTRY_CODES = ("86", "086", "0086")


def phones(text: str, groups: list[Group]) -> Iterator[Found]:
    """Mobile numbers among neighbouring `groups` of plain `text`."""
    for first in range(len(groups)):
        found = _phone_at(groups, first) or _with_code(groups[first])
        if found and not _is_part(text, found):
            yield found


def _phone_at(groups: list[Group], first: int) -> Found | None:
    for shape in SHAPES:
        taken = groups[first : first + len(shape)]
        number = "".join(group.text for group in taken)
        if tuple(len(group.text) for group in taken) == shape and NUMBER.fullmatch(number):
            return Found(taken[0].start, taken[-1].end, number)
    return None


def _with_code(group: Group) -> Found | None:
    """+8613800000000 in one piece."""
    number = group.text[-11:]
    if group.text[:-11] in COUNTRY_CODES and NUMBER.fullmatch(number):
        return Found(group.end - 11, group.end, number)
    return None


def _is_part(text: str, found: Found) -> bool:
    """Whether the digits belong to an amount, a coordinate or a code of letters."""
    after = text[found.end : found.end + 1]
    return is_decimal(text, found.start, found.end) or (after.isascii() and after.isalpha())
