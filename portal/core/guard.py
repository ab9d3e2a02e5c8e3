"""Keeping programs out without puzzles: a hidden field, a least time, a most often."""

import hashlib
import secrets
from enum import Enum

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest

from portal.core import clock

LEAST_SECONDS = 3
LONGEST_SECONDS = 24 * 3600
MOST_PER_HOUR = 5
HOUR = 3600
SALT = "guard.started"


class Haste(Enum):
    """How long the form was with whoever sends it."""

    FINE = ""
    TOO_FAST = "提交得太快了，请检查一下内容再提交。"
    STALE = "这个页面打开太久了，内容还在，请核对后再提交一次。"


def started_mark() -> str:
    """A signed note of when the form was handed out; no two forms bear the same."""
    return signing.dumps(secrets.token_hex(8), salt=SALT)


def haste_of(mark: str) -> Haste:
    """Judged by the mark that came back; one that isn't ours counts as too fast."""
    if _is_younger(mark, LEAST_SECONDS) is not False:
        return Haste.TOO_FAST
    return Haste.FINE if is_still_good(mark) else Haste.STALE


def is_still_good(mark: str) -> bool:
    """Whether the mark is ours and of today; it may yet be too young."""
    return _is_younger(mark, LONGEST_SECONDS) is True


def _is_younger(mark: str, seconds: int) -> bool | None:
    """None for a mark that isn't ours."""
    try:
        signing.loads(mark, salt=SALT, max_age=seconds)
    except signing.SignatureExpired:
        return False
    except signing.BadSignature:
        return None
    return True


def too_often(request: HttpRequest, act: str, most: int = MOST_PER_HOUR) -> bool:
    """Whether this address has done `act` so often within the hour; if not, it is counted."""
    if at_limit(request, act, most):
        return True
    count(request, act)
    return False


def at_limit(request: HttpRequest, act: str, most: int) -> bool:
    return len(_lately(_key(request, act))) >= most


def count(request: HttpRequest, act: str) -> None:
    """Moments instead of a counter: cache.incr would shorten the hour to the cache's timeout."""
    key = _key(request, act)
    cache.set(key, [*_lately(key), clock.now().timestamp()], timeout=HOUR)


def _key(request: HttpRequest, act: str) -> str:
    """The address is kept only as a keyed hash, and only for an hour."""
    address = request.META.get("REMOTE_ADDR", "")
    digest = hashlib.sha256(f"{settings.SECRET_KEY}{address}".encode()).hexdigest()[:32]
    return f"guard:{act}:{digest}"


def _lately(key: str) -> list[float]:
    since = clock.now().timestamp() - HOUR
    return [moment for moment in cache.get(key, ()) if moment > since]
