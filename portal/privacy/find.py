"""All personal numbers of a text, none counted as two things."""

from dataclasses import dataclass

from portal.privacy.bankcard import bank_cards
from portal.privacy.digits import Found, plain
from portal.privacy.idnumber import identity_numbers
from portal.privacy.phone import phones

IDENTITY_NUMBER, PHONE, BANK_CARD = "identity_number", "phone", "bank_card"
KIND_LABELS = {IDENTITY_NUMBER: "身份证号", PHONE: "手机号", BANK_CARD: "银行卡号"}
# The surest first: an identity number is no card, the end of a card is no phone.
FINDERS = ((IDENTITY_NUMBER, identity_numbers), (BANK_CARD, bank_cards), (PHONE, phones))


@dataclass(frozen=True)
class Personal:
    """One personal number and its kind, a key of KIND_LABELS."""

    kind: str
    found: Found


def personal_numbers(text: str) -> list[Personal]:
    """What must be masked in `text`, in its order, never overlapping."""
    even = plain(text)
    personal: list[Personal] = []
    taken: set[int] = set()
    for kind, finder in FINDERS:
        for found in finder(even):
            places = range(found.start, found.end)
            if taken.isdisjoint(places):
                taken.update(places)
                personal.append(Personal(kind, found))
    return sorted(personal, key=lambda one: one.found.start)
