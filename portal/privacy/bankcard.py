"""Bank card numbers: 16 to 19 digits with the prefix of a Chinese issuer and Luhn's check."""

import re
from collections.abc import Iterator

from portal.privacy.digits import Found, Group, is_decimal

# 62 UnionPay; 9558, 60, 69, 68, 9400 older domestic cards; 4 and 51-55 Visa and MasterCard.
PREFIXES = re.compile(
    r"62[0-9]{14,17}|9558[0-9]{12,15}|60(?:13|38|58)[0-9]{12,15}|6858[0-9]{12,15}"
    r"|690755[0-9]{10,13}|4[0-9]{15}|5[1-5][0-9]{14}"
)
# As printed on the card, as on forms, or in one piece.
SHAPES = ((4, 4, 4, 4, 3), (4, 4, 4, 4, 2), (4, 4, 4, 4, 1), (4, 4, 4, 4), (6, 13), (6, 10))
PIECE = frozenset({16, 17, 18, 19})
# What a spreadsheet makes of 16 to 19 digits that begin with 62.
RUINED = re.compile(r"(?<![0-9.])6\.2[0-9]{9,16}[Ee]\+?1[5-8](?![0-9])")


def is_bank_card(number: str) -> bool:
    """Whether `number` (digits only) can be a bank card's."""
    return PREFIXES.fullmatch(number) is not None and _luhn(number) % 10 == 0


def _luhn(number: str) -> int:
    """The sum by ISO/IEC 7812-1: every second digit from the right doubled."""
    doubled = "".join(str(int(digit) * 2) for digit in number[-2::-2])
    return sum(map(int, number[-1::-2])) + sum(map(int, doubled))


def bank_cards(text: str, groups: list[Group]) -> Iterator[Found]:
    """Card numbers among neighbouring `groups` of plain `text`."""
    for first in range(len(groups)):
        for found in _candidates(groups, first):
            if is_bank_card(found.number) and not is_decimal(text, found.start, found.end):
                yield found
                break


def _candidates(groups: list[Group], first: int) -> Iterator[Found]:
    head = groups[first]
    if len(head.text) in PIECE:
        yield Found(head.start, head.end, head.text)
    for shape in SHAPES:
        taken = groups[first : first + len(shape)]
        if tuple(len(group.text) for group in taken) == shape:
            yield Found(head.start, taken[-1].end, "".join(group.text for group in taken))


def ruined_bank_cards(text: str) -> Iterator[Found]:
    """Card numbers that a spreadsheet turned into 6.21785595105111E+18."""
    for found in RUINED.finditer(text):
        yield Found(found.start(), found.end(), "")
