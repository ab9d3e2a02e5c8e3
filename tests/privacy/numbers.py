"""Numbers of nobody, made by the rules; the persons and cards do not exist."""

from datetime import date

from portal.privacy.bankcard import is_bank_card
from portal.privacy.idnumber import check_character


def identity_number(born: date, sequence: int, region: str = "341424") -> str:
    body = f"{region}{born:%Y%m%d}{sequence:03d}"
    return body + check_character(body)


def bank_card(prefix: str, length: int) -> str:
    body = prefix.ljust(length - 1, "7")
    return next(number for digit in range(10) if is_bank_card(number := f"{body}{digit}"))


SOMEBODY = identity_number(date(1983, 9, 7), 726)
CARD = bank_card("621785", 19)
PHONE = "13900000001"
