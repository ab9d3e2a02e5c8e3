"""Masking personal numbers: what stays can tell two people apart, and no more."""

from collections.abc import Iterator

from portal.privacy.digits import Found
from portal.privacy.find import BANK_CARD, IDENTITY_NUMBER, PHONE, Personal, personal_numbers

# The last four at most (disclosure practice since 2018; 个人信息保护法 art. 6).
KEPT = 4


def mask_numbers(text: str) -> str:
    """`text` with every personal number masked, until none is found any more."""
    while personal := personal_numbers(text):
        text = "".join(_pieces(text, personal))
    return text


def _pieces(text: str, personal: list[Personal]) -> Iterator[str]:
    """The words between the numbers, and each number's mask."""
    at = 0
    for one in personal:
        yield text[at : one.found.start]
        yield masked(one)
        at = one.found.end
    yield text[at:]


def masked(personal: Personal) -> str:
    """What may stand in the place of `personal`."""
    return MASKS[personal.kind](personal.found)


def _identity_number(found: Found) -> str:
    if not found.number:
        return "*" * 18
    return "*" * (len(found.number) - KEPT) + found.number[-KEPT:]


def _phone(found: Found) -> str:
    return f"{found.number[:3]}****{found.number[-KEPT:]}"


def _bank_card(found: Found) -> str:
    return f"****{found.number[-KEPT:]}"


MASKS = {IDENTITY_NUMBER: _identity_number, PHONE: _phone, BANK_CARD: _bank_card}
