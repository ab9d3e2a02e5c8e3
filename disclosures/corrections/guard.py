"""Keeping programs out without puzzles: a hidden field, a least time, a most often."""

import hashlib

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest

LEAST_SECONDS = 3
LONGEST_SECONDS = 24 * 3600
MOST_PER_HOUR = 5
SALT = "corrections.started"


def started_mark() -> str:
    """A signed note of when the form was handed out."""
    return signing.dumps(1, salt=SALT)


def too_fast(mark: str) -> bool:
    """Whether the form came back quicker than anyone writes, or with a mark that isn't ours."""
    try:
        signing.loads(mark, salt=SALT, max_age=LONGEST_SECONDS)
    except signing.BadSignature:
        return True
    try:
        signing.loads(mark, salt=SALT, max_age=LEAST_SECONDS)
    except signing.SignatureExpired:
        return False
    return True


def too_often(request: HttpRequest) -> bool:
    """Count this address, kept only as a keyed hash for an hour."""
    address = request.META.get("REMOTE_ADDR", "")
    digest = hashlib.sha256(f"{settings.SECRET_KEY}{address}".encode()).hexdigest()[:32]
    key = f"corrections:{digest}"
    cache.add(key, 0, timeout=3600)
    return cache.incr(key) > MOST_PER_HOUR
