"""So many PDFs at once and no more: making one keeps a processor busy for seconds."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

AT_ONCE = 2
PATIENCE = 8.0
LOOK_AGAIN = 0.1


class Busy(Exception):
    """Nobody's turn came within the patience of a reader."""


@contextmanager
def turn(patience: float = PATIENCE) -> Iterator[None]:
    """Wait for a turn among all processes of this machine. Raises Busy."""
    slots = [(settings.DATA_DIR / f"sheets-{n}.lock").open("w") for n in range(AT_ONCE)]
    try:
        _wait(slots, time.monotonic() + patience)
        yield
    finally:
        for slot in slots:
            slot.close()  # lets the lock go


def _wait(slots: list, until: float) -> None:
    while True:
        for slot in slots:
            try:
                fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            return
        if time.monotonic() > until:
            raise Busy
        time.sleep(LOOK_AGAIN)
