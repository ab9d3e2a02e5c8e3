"""A sum to be done in words, asked only where a form is being flooded.

Easy for people who see or hear the page, without pictures; it only makes floods dearer.
"""

import secrets

from django.core import signing

SALT = "arithmetic"
LONGEST_SECONDS = 3600
LONGEST_ANSWER = 9
DIGITS = "零一二三四五六七八九"


def asked() -> tuple[str, str]:
    """A question and the signed mark that must come back with its answer."""
    one, other = secrets.randbelow(8) + 1, secrets.randbelow(8) + 1
    mark = signing.dumps([one + other, secrets.token_hex(4)], salt=SALT)
    return f"{DIGITS[one]}加{DIGITS[other]}等于几？请填数字。", mark


def is_right(mark: str, answer: str) -> bool:
    try:
        total, _ = signing.loads(mark, salt=SALT, max_age=LONGEST_SECONDS)
    except signing.BadSignature:
        return False
    given = answer.strip()[:LONGEST_ANSWER]  # Python reads no number of thousands of digits
    return given.isdecimal() and int(given) == total
