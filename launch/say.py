"""Progress in plain words, with the seconds since the start."""

import os
import sys
import time

BEGAN = float(os.environ.setdefault("SUNSHINE_BEGAN", str(time.time())))


class Stop(Exception):
    """Nothing more can be done; the message is one line that says what to do."""


def say(line: str) -> None:
    sys.stdout.write(f"[{time.time() - BEGAN:6.1f} 秒] {line}\n")
    sys.stdout.flush()


def plain(line: str = "") -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
