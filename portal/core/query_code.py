"""查询码: what lets the one who asked, and nobody else, see how the matter stands.

A code is told once and kept only as a keyed hash. It has about 59 bits; together with the limit
on wrong tries (portal.core.guard) guessing is hopeless.
"""

import unicodedata

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from portal.core.staff.passwords import ALPHABET

GROUPS, SIZE = 3, 4
LETTERS = GROUPS * SIZE


def code_from(seed: str) -> str:
    """The code that belongs to `seed`: the same seed gives the same, so that a form sent twice
    by a slip can be answered with one receipt. The seed holds what nobody else knows."""
    number = int.from_bytes(salted_hmac("query_code.letters", seed, algorithm="sha256").digest())
    letters = ""
    for _ in range(LETTERS):
        number, place = divmod(number, len(ALPHABET))
        letters += ALPHABET[place]
    return "-".join(letters[start : start + SIZE] for start in range(0, LETTERS, SIZE))


def digest_of(code: str, secret: str | bytes | None = None) -> str:
    """What is kept of a code."""
    return salted_hmac("query_code", plain(code), secret=secret, algorithm="sha256").hexdigest()


def fits(code: str, digest: str) -> bool:
    """Whether `digest` is kept of this very code; nothing fits an empty one."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    found = [constant_time_compare(digest_of(code, secret), digest) for secret in secrets]
    return bool(digest) and any(found)


def plain(code: str) -> str:
    """As people type it: capitals, full width, blanks or dashes between the groups."""
    even = unicodedata.normalize("NFKC", code).lower()
    return "".join(letter for letter in even if letter.isalnum())
