"""All personal numbers of a text, none counted as two things."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.privacy.bankcard import bank_cards, ruined_bank_cards
from portal.privacy.digits import Found, plain, runs
from portal.privacy.idnumber import identity_numbers, ruined_identity_numbers
from portal.privacy.phone import phones

IDENTITY_NUMBER, PHONE, BANK_CARD = "identity_number", "phone", "bank_card"
KIND_LABELS = {IDENTITY_NUMBER: "身份证号", PHONE: "手机号", BANK_CARD: "银行卡号"}
# The surest first: an identity number is no card, the end of a card is no phone.
FINDERS = (
    (IDENTITY_NUMBER, identity_numbers),
    (BANK_CARD, bank_cards),
    (PHONE, phones),
)
RUINED_FINDERS = (
    (IDENTITY_NUMBER, ruined_identity_numbers),
    (BANK_CARD, ruined_bank_cards),
)


@dataclass(frozen=True)
class Personal:
    """One personal number and its kind."""

    kind: str
    found: Found


def personal_numbers(text: str) -> list[Personal]:
    """What must be masked in `text`, in its order, never overlapping."""
    even = plain(text)
    taken: list[Personal] = []
    for groups in runs(even):
        in_run: list[Personal] = []
        for kind, finder in FINDERS:
            _take(in_run, kind, finder(even, groups))
        taken += in_run
    if "E" in even or "e" in even:
        for kind, ruined in RUINED_FINDERS:
            _take(taken, kind, ruined(even))
    return sorted(taken, key=lambda personal: personal.found.start)


def _take(taken: list[Personal], kind: str, candidates: Iterable[Found]) -> None:
    for found in candidates:
        if not any(_overlap(found, other) for other in _spans(taken)):
            taken.append(Personal(kind, found))


def _spans(taken: list[Personal]) -> Iterator[Found]:
    return (personal.found for personal in taken)


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end
