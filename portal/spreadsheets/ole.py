"""A stream in an OLE container: the file system in a file that XLS are kept in ([MS-CFB])."""

import struct
from collections.abc import Iterator

FIRST_IN_HEADER, IN_HEADER = 76, 109  # where the header lists the sectors of the table, how many
ENTRY = 128  # bytes of a directory's entry
STREAM = 2
END = 0xFFFFFFFA  # this and above are no sectors


class NoStream(ValueError):
    """The container is broken, or has no stream of these names."""


def stream_of(data: bytes, names: tuple[str, ...]) -> bytes:
    """The first stream that has one of `names`. Raises NoStream."""
    try:
        return _Container(data).stream(names)
    except (struct.error, IndexError) as error:
        raise NoStream("broken container") from error


class _Container:
    """The sectors of `data` and which one follows which."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.size = 1 << struct.unpack_from("<H", data, 30)[0]
        self.small = 1 << struct.unpack_from("<H", data, 32)[0]
        if self.size < 512 or self.small > self.size:
            raise NoStream("sectors of no size")
        self.directory, self.smallest = (
            struct.unpack_from("<I", data, 48)[0],
            struct.unpack_from("<I", data, 56)[0],
        )
        self.following = self._numbers(b"".join(map(self._sector, self._table())))

    def stream(self, names: tuple[str, ...]) -> bytes:
        entries = self._chain(self.directory)
        root = entries[:ENTRY]
        for at in range(0, len(entries) - ENTRY + 1, ENTRY):
            entry = entries[at : at + ENTRY]
            length = max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)
            if entry[66] == STREAM and entry[:length].decode("utf-16-le", "replace") in names:
                return self._content(entry, root)
        raise NoStream("no such stream")

    def _content(self, entry: bytes, root: bytes) -> bytes:
        """Small streams stand in a stream of their own, which the root entry leads to."""
        start, length = struct.unpack_from("<II", entry, 116)
        if length >= self.smallest:
            return self._chain(start)[:length]
        small = self._chain(struct.unpack_from("<I", root, 116)[0])
        following = self._numbers(self._chain(struct.unpack_from("<I", self.data, 60)[0]))
        places = (at * self.small for at in self._walk(start, following))
        return b"".join(small[at : at + self.small] for at in places)[:length]

    def _table(self) -> Iterator[int]:
        """The sectors that the table of sectors stands in."""
        yield from self._known(struct.unpack_from(f"<{IN_HEADER}I", self.data, FIRST_IN_HEADER))
        more = struct.unpack_from("<I", self.data, 68)[0]
        seen: set[int] = set()
        while more < END and more not in seen:
            seen.add(more)
            *numbers, more = self._numbers(self._sector(more))
            yield from self._known(numbers)

    @staticmethod
    def _known(numbers: "tuple[int, ...] | list[int]") -> Iterator[int]:
        return (number for number in numbers if number < END)

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, self._walk(start, self.following)))

    @staticmethod
    def _walk(at: int, following: tuple[int, ...]) -> Iterator[int]:
        seen: set[int] = set()
        while at < END and at not in seen:
            seen.add(at)
            yield at
            at = following[at]

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self.size
        return self.data[begin : begin + self.size]

    @staticmethod
    def _numbers(block: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4])
