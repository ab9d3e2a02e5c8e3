from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """A piece of a file's text, and where it stands in words for staff."""

    where: str
    text: str


@dataclass(frozen=True)
class Extracted:
    parts: tuple[Part, ...] = ()
    unreadable: tuple[str, ...] = ()

    def __add__(self, other: "Extracted") -> "Extracted":
        return Extracted(self.parts + other.parts, self.unreadable + other.unreadable)
