"""How a command refuses: a sentence in Chinese and a code, as JSON where a program asked."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import BaseCommand, CommandError

REFUSED = 2


@contextmanager
def refusals(command: BaseCommand, *, as_json: bool) -> Iterator[None]:
    """What is refused inside is told programs as `{"ok": false, "error": …}`."""
    try:
        yield
    except CommandError as refusal:
        if not as_json:
            raise
        told = {"ok": False, "error": str(refusal)}
        command.stdout.write(json.dumps(told, ensure_ascii=False))
        raise SystemExit(refusal.returncode) from refusal
