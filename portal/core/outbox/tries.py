"""When a mail that couldn't be sent is tried again."""

from datetime import datetime, timedelta

FIRST_WAIT = timedelta(minutes=5)
MOST_TRIES = 9  # the last one most of a day after the first


def next_try(tries: int, at: datetime) -> datetime:
    """After `tries` failures, the last of them at `at`: each wait is twice the one before."""
    return at + FIRST_WAIT * 2 ** (tries - 1)
