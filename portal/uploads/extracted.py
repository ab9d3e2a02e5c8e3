"""What a file says, part by part, and what in it nobody but a person can check."""

from collections.abc import Iterable
from dataclasses import dataclass

OF_IMAGES = "图片中的文字无法自动检查，请人工查看"


@dataclass(frozen=True)
class Part:
    """Text from one place of a file; `where` is what people call the place."""

    where: str
    text: str


@dataclass(frozen=True)
class Extracted:
    """All text that could be read, and a sentence for each thing that couldn't."""

    parts: tuple[Part, ...] = ()
    unreadable: tuple[str, ...] = ()

    def inside(self, name: str) -> "Extracted":
        """The same, as a part of another file."""
        place = f"内嵌文件《{name}》"
        parts = tuple(Part(f"{place}{part.where}", part.text) for part in self.parts)
        return Extracted(parts, tuple(f"{place}：{reason}" for reason in self.unreadable))


def together(found: Iterable[Extracted]) -> Extracted:
    """Several findings as one, the text of one place joined."""
    texts: dict[str, list[str]] = {}
    unreadable: dict[str, None] = {}
    for one in found:
        unreadable |= dict.fromkeys(one.unreadable)
        for part in one.parts:
            texts.setdefault(part.where, []).append(part.text)
    parts = tuple(Part(where, "\n".join(lines)) for where, lines in texts.items())
    return Extracted(parts, tuple(unreadable))
