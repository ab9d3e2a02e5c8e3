"""Finding the same person twice in one file without keeping who it is."""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from typing import Any


class Repeats:
    """Remembers rows by a keyed hash; the key lives as long as the reading of one file."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._seen: dict[bytes, str] = {}

    def first(
        self, where: str, identity: str, values: Mapping[str, Any], several: Sequence[str] = ()
    ) -> str:
        """Where the earlier row is with the same identity number; without one, with the same
        village, group, name and remark. "" for a new person, who is remembered. The same person
        may stand in several rows that differ in their period or in the columns `several`."""
        if identity:
            person: list[Any] = [identity]
        elif values.get("name"):
            person = [values.get(part) for part in ("village", "group", "name", "remark")]
        else:
            return ""
        apart = [values.get("period"), *(values["others"].get(one) for one in several)]
        told = "\t".join(str(part or "") for part in (*person, *apart))
        mark = hashlib.blake2b(told.encode(), key=self._key, digest_size=16).digest()
        if mark in self._seen:
            return self._seen[mark]
        self._seen[mark] = where
        return ""
