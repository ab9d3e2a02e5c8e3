"""Bank card numbers: 16 to 19 digits with the prefix of a Chinese issuer and Luhn's check."""

import re
from collections.abc import Iterator

from portal.privacy.digits import PARTED, WHOLE_BEGIN, WHOLE_END, Found, matches

# 62 UnionPay; 9558, 60, 6858, 690755 older domestic cards; 4 and 51-55 Visa and MasterCard.
PREFIXES = re.compile(
    r"62[0-9]{14,17}|9558[0-9]{12,15}|60(?:13|38|58)[0-9]{12,15}|6858[0-9]{12,15}"
    r"|690755[0-9]{10,13}|4[0-9]{15}|5[1-5][0-9]{14}"
)
# In one piece, as printed on the card, as on forms; the longer reading first.
FOURS = f"[4-69][0-9]{{3}}(?:{PARTED}[0-9]{{4}}){{3}}"
SHAPES = (
    "[4-69][0-9]{15,18}",
    f"{FOURS}{PARTED}[0-9]{{1,3}}",
    FOURS,
    f"[4-69][0-9]{{5}}{PARTED}(?:[0-9]{{13}}|[0-9]{{10}})",
)
PATTERNS = [re.compile(f"{WHOLE_BEGIN}(?=({shape}){WHOLE_END})") for shape in SHAPES]
# What a spreadsheet makes of 16 to 19 digits that begin with 62.
RUINED = re.compile(r"(?<![0-9.])6\.2[0-9]{9,16}[Ee]\+?1[5-8](?![0-9])")


def is_bank_card(number: str) -> bool:
    """Whether `number` (digits only) can be a bank card's."""
    return PREFIXES.fullmatch(number) is not None and _luhn(number) % 10 == 0


def _luhn(number: str) -> int:
    """The sum by ISO/IEC 7812-1: every second digit from the right doubled."""
    doubled = "".join(str(int(digit) * 2) for digit in number[-2::-2])
    return sum(map(int, number[-1::-2])) + sum(map(int, doubled))


def bank_cards(text: str) -> Iterator[Found]:
    """Card numbers in plain `text`, and what a spreadsheet left of some."""
    for pattern in PATTERNS:
        yield from (found for found in matches(pattern, text) if is_bank_card(found.number))
    yield from (Found(ruined.start(), ruined.end(), "") for ruined in RUINED.finditer(text))
