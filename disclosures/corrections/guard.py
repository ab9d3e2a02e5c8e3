"""Keeping programs out without puzzles: a hidden field, a least time, a most often."""

import hashlib
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
SALT = "corrections.started"


class Haste(Enum):
    """How long the form was with whoever sends it."""

    FINE = ""
    TOO_FAST = "提交得太快了，请检查一下内容再提交。"
    STALE = "这个页面打开太久了，内容还在，请核对后再提交一次。"


def started_mark() -> str:
    """A signed note of when the form was handed out."""
    return signing.dumps(1, salt=SALT)


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


def too_often(request: HttpRequest) -> bool:
    """Count this address, kept only as a keyed hash, and only for an hour.

    Moments instead of a counter: cache.incr would shorten the hour to the cache's own timeout.
    """
    address = request.META.get("REMOTE_ADDR", "")
    digest = hashlib.sha256(f"{settings.SECRET_KEY}{address}".encode()).hexdigest()[:32]
    key = f"corrections:{digest}"
    now = clock.now().timestamp()
    lately = [moment for moment in cache.get(key, ()) if moment > now - HOUR]
    if len(lately) >= MOST_PER_HOUR:
        return True
    cache.set(key, [*lately, now], timeout=HOUR)
    return False
