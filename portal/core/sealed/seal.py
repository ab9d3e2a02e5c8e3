"""加密保存: what is personal lies sealed in the database and on the disk.

The first key of SEAL_KEYS seals, every key opens: to change the key, put a new one in front and
run `manage.py reseal`, then take the old one away.
"""

import base64
import hashlib
import hmac
import unicodedata

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

__all__ = ["CannotOpen", "mark_of", "reseal", "seal", "unseal"]


class CannotOpen(ValueError):
    """None of the keys opens it; the sentence says what to do."""

    def __init__(self) -> None:
        super().__init__("加密的内容打不开：密钥不对。请检查 SEAL_KEYS 是否包含原来的密钥。")


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(_fernet_key(key)) for key in settings.SEAL_KEYS])


def _fernet_key(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"seal:{key}".encode()).digest())


def seal(data: bytes) -> bytes:
    return _keys().encrypt(data)


def unseal(sealed: bytes) -> bytes:
    """Raises CannotOpen."""
    try:
        return _keys().decrypt(sealed)
    except InvalidToken as error:
        raise CannotOpen from error


def reseal(sealed: bytes) -> bytes:
    """The same content under the first key. Raises CannotOpen."""
    try:
        return _keys().rotate(sealed)
    except InvalidToken as error:
        raise CannotOpen from error


def mark_of(text: str) -> str:
    """A keyed hash by which two sealed texts can be compared, and nothing read; "" of nothing.

    It is made with SECRET_KEY, so that it stays the same when the seal is changed.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).upper().split())
    if not plain:
        return ""
    key = f"mark:{settings.SECRET_KEY}".encode()
    return hmac.new(key, plain.encode(), hashlib.sha256).hexdigest()
