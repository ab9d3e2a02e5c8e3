"""The words of HTML: what is shown, and what stands in attributes and comments."""

from html.parser import HTMLParser
from urllib.parse import unquote

# A number may be cut by these and is still read as one.
INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins"]
    + ["kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup"]
    + ["time", "u", "var", "wbr"]
)
CELLS = frozenset(["td", "th"])
UNSEEN = frozenset(["script", "style", "title", "template"])
# Addresses of our own pictures and names of styles are codes, not words.
CODES = frozenset(["src", "srcset", "class", "id", "style", "width", "height"])


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[str] = []
        self.unshown: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)
        self.unseen += tag in UNSEEN
        self.unshown += [unquote(value) for name, value in attrs if value and name not in CODES]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)
        self.unshown += [unquote(value) for name, value in attrs if value and name not in CODES]

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        self.unseen = max(self.unseen - (tag in UNSEEN), 0)

    def handle_data(self, data: str) -> None:
        (self.unshown if self.unseen else self.shown).append(data)

    def handle_comment(self, data: str) -> None:
        self.unshown.append(data)

    def _break(self, tag: str) -> None:
        if tag not in INLINE:
            self.shown.append("\t" if tag in CELLS else "\n")


def _read(html: str) -> _Words:
    words = _Words()
    words.feed(html)
    words.close()
    return words


def shown_text(html: str) -> str:
    """What a visitor reads: a line a block, cells parted by blanks."""
    lines = (" ".join(line.split()) for line in "".join(_read(html).shown).split("\n"))
    return "\n".join(line for line in lines if line)


def words_of(html: str) -> str:
    """Everything that can be read in `html`, its source included; cells parted by tabs."""
    words = _read(html)
    return "\n".join(["".join(words.shown), *words.unshown])
