"""Finding the same person twice in one file without keeping who it is."""

import hashlib
import secrets
from collections.abc import Mapping
from typing import Any


class Repeats:
    """Remembers rows by a keyed hash; the key lives as long as the reading of one file."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._seen: dict[bytes, int] = {}

    def first(self, number: int, identity: str, values: Mapping[str, Any]) -> int | None:
        """The earlier row with the same identity number; without one, with the same village, group,
        name and remark. None for a new person, who is remembered."""
        if identity:
            told = identity
        elif values.get("name"):
            parts = (values.get(part) for part in ("village", "group", "name", "remark", "period"))
            told = "\t".join(str(part or "") for part in parts)
        else:
            return None
        mark = hashlib.blake2b(told.encode(), key=self._key, digest_size=16).digest()
        earlier = self._seen.setdefault(mark, number)
        return earlier if earlier != number else None
