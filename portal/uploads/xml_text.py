"""The words of Office XML, paragraph by paragraph, however they were cut into runs."""

from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

# Inside these the pieces of text belong together; anywhere else each element stands alone.
PARAGRAPHS = {"p", "si", "is", "rPh"}
TEXTS = {"t", "delText"}
BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
TABLE, BOX = "表格", "文本框"
CONTAINERS = {"tbl": TABLE, "txbxContent": BOX, "txBody": "", "Fallback": "Fallback"}
REMOVED, ADDED = {"del", "moveFrom"}, {"ins", "moveTo"}
BEFORE_REVISION = "修订前的文字"
# Attributes that people can read somewhere: pictures' descriptions, cached values, hints.
SHOWN = {"v", "descr", "title", "alt", "tooltip", "display", "prompt", "promptTitle", "error"}
SHOWN |= {"string"}
NAMED = {"tableColumn", "cacheField", "dataField", "definedName"}


class NotXml(ValueError):
    """The part can't be read."""


@dataclass(frozen=True)
class Block:
    """One paragraph or lone text; place "" is the part's own, see CONTAINERS."""

    place: str
    text: str


@dataclass
class Paragraph:
    """A paragraph being read: as it stands now, and as it stood before tracked changes."""

    now: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)


def read_blocks(stream: IO[bytes]) -> list[Block]:
    """Every text of an XML part. Raises NotXml."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.ParseFile(stream)
    except expat.ExpatError as error:
        raise NotXml from error
    return reader.blocks


def _refuse_doctype(*_: object) -> None:
    """Office writes none; entities are how an XML bomb is built."""
    raise NotXml


class _Reader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.tags: list[str] = []
        self.places: list[str] = []
        self.paragraphs: list[Paragraph] = []
        self.loose: list[str] = []
        self.removed = self.added = 0
        self.boxed: set[str] = set()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name)
        self.tags.append(tag)
        if tag in PARAGRAPHS:
            self.paragraphs.append(Paragraph())
        elif tag in CONTAINERS:
            self.places.append(CONTAINERS[tag])
        elif tag in BREAKS:
            self._say(BREAKS[tag])
        self.removed += tag in REMOVED
        self.added += tag in ADDED
        self._attributes(tag, attributes)

    def data(self, text: str) -> None:
        tag = self.tags[-1]
        if self.paragraphs and tag in TEXTS:
            self._say(text)
        elif not self.paragraphs or tag in ("instrText", "delInstrText"):
            self.loose.append(text)

    def end(self, name: str) -> None:
        tag = self.tags.pop()
        self.removed -= tag in REMOVED
        self.added -= tag in ADDED
        if tag in PARAGRAPHS:
            self._close(self.paragraphs.pop())
        elif tag in CONTAINERS:
            self.places.pop()
        if self.loose:
            self._emit("".join(self.loose))
            self.loose = []

    def _say(self, text: str) -> None:
        if not self.paragraphs:
            return
        if not self.removed:
            self.paragraphs[-1].now.append(text)
        if not self.added:
            self.paragraphs[-1].before.append(text)

    def _close(self, paragraph: Paragraph) -> None:
        now, before = "".join(paragraph.now), "".join(paragraph.before)
        self._emit(now)
        # A number whose middle was struck out can still be restored by whoever opens the file.
        if before not in ("", now):
            self.blocks.append(Block(BEFORE_REVISION, before))

    def _attributes(self, tag: str, attributes: dict[str, str]) -> None:
        wanted = SHOWN | ({"name"} if tag in NAMED else set())
        if attributes.get("TargetMode") == "External":
            wanted = wanted | {"Target"}
        for name, value in attributes.items():
            if _local(name) in wanted:
                self._emit(value)

    def _emit(self, text: str) -> None:
        if not text.strip():
            return
        place = next((place for place in reversed(self.places) if place), "")
        # A text box is written twice, for new readers and for old ones: count it once.
        if place == BOX and "Fallback" in self.places and text in self.boxed:
            return
        if place == BOX:
            self.boxed.add(text)
        self.blocks.append(Block("" if place == "Fallback" else place, text))


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
