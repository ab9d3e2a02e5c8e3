"""The container of old Office files (DOC, XLS, PPT, WPS, ET): its directory and streams.

Layout by MS-CFB. Every length and chain is checked, since the file may be hostile.
"""

import struct
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER, ENTRY, PIECE = 512, 128, 64
END_OF_CHAIN = 0xFFFFFFFA  # and everything above marks no sector
STREAM, STORAGE, ROOT = 2, 1, 5


class BadOle(ValueError):
    """The container is broken."""


@dataclass(frozen=True)
class Entry:
    """A storage or stream: name, kind, first sector, size in bytes."""

    name: str
    kind: int
    start: int
    size: int


class Ole:
    """An opened container. Raises BadOle where its tables can't be followed."""

    def __init__(self, data: bytes) -> None:
        if len(data) < HEADER or not data.startswith(MAGIC):
            raise BadOle
        self.data = data
        self.shift = int.from_bytes(data[30:32], "little")
        if self.shift not in (9, 12):
            raise BadOle
        self.table = self._table()
        directory = self._chain(int.from_bytes(data[48:52], "little"))
        self.entries = tuple(_entries(directory))

    def named(self, *names: str) -> Entry | None:
        """The first entry with one of `names`, whatever the case."""
        wanted = {name.lower() for name in names}
        return next((e for e in self.entries if e.name.lower() in wanted), None)

    def read(self, entry: Entry) -> bytes:
        """A stream; those below 4,096 bytes lie in pieces within the root's own."""
        if entry.size < int.from_bytes(self.data[56:60], "little"):
            return self._small(entry)
        return self._chain(entry.start)[: entry.size]

    def _small(self, entry: Entry) -> bytes:
        root = next((one for one in self.entries if one.kind == ROOT), None)
        if root is None:
            raise BadOle
        whole = self._chain(root.start)[: root.size]
        following = self._numbers(self._chain(int.from_bytes(self.data[60:64], "little")))
        parts: list[bytes] = []
        number = entry.start
        while number < END_OF_CHAIN:
            if number >= len(following) or len(parts) > len(following):
                raise BadOle
            parts.append(whole[number * PIECE : (number + 1) * PIECE])
            number = following[number]
        return b"".join(parts)[: entry.size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) << self.shift
        if start >= len(self.data):
            raise BadOle
        return self.data[start : start + (1 << self.shift)]

    def _numbers(self, sector: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])

    def _table(self) -> list[int]:
        """The sector that follows each sector."""
        table: list[int] = []
        for number in self._table_sectors():
            table += self._numbers(self._sector(number))
        return table

    def _table_sectors(self) -> list[int]:
        listed = list(self._numbers(self.data[76:HEADER]))
        following = int.from_bytes(self.data[68:72], "little")
        seen: set[int] = set()
        while following < END_OF_CHAIN and following not in seen:
            seen.add(following)
            *more, following = self._numbers(self._sector(following))
            listed += more
        return [number for number in listed if number < END_OF_CHAIN]

    def _chain(self, number: int) -> bytes:
        parts: list[bytes] = []
        limit = len(self.data) >> self.shift
        while number < END_OF_CHAIN:
            if number >= len(self.table) or len(parts) > limit:
                raise BadOle
            parts.append(self._sector(number))
            number = self.table[number]
        return b"".join(parts)


def _entries(directory: bytes) -> list[Entry]:
    slices = (directory[at : at + ENTRY] for at in range(0, len(directory) - ENTRY + 1, ENTRY))
    return [_entry(raw) for raw in slices if raw[66] in (STREAM, STORAGE, ROOT)]


def _entry(raw: bytes) -> Entry:
    length = max(min(int.from_bytes(raw[64:66], "little"), 64) - 2, 0)
    start, size = struct.unpack("<II", raw[116:124])
    return Entry(raw[:length].decode("utf-16-le", "replace"), raw[66], start, size)
