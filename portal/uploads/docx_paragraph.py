"""One paragraph of a Word document as HTML."""

import re
from dataclasses import dataclass
from html import escape

from docx.document import Document
from docx.oxml.ns import qn

from portal.uploads.docx_xml import Element, find, value

# Headings of official documents by their numbering (GB/T 9704-2012, 7.3.3), if short and unended.
FIRST_LEVEL = re.compile(r"[一二三四五六七八九十]{1,3}、[^。；：]{1,30}")
SECOND_LEVEL = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)][^。；：]{1,30}")
STYLE_LEVEL = re.compile(r"(?:heading|标题)\s*([1-9])|(title)", re.I)
# Runs that stand in the text as it is now: not struck out, not in a box, not counted twice.
RUNS = (
    ".//w:r[not(ancestor::w:del) and not(ancestor::w:moveFrom)"
    " and count(ancestor::w:txbxContent) = $boxes]"
)
NUMBER = "./w:pPr/w:numPr/w:numId"
OFF = ("0", "false", "off", "none")
LINKS = ("http://", "https://", "mailto:", "tel:")


@dataclass(frozen=True)
class Item:
    """A piece of the body; `list_tag` is ul or ol for an item of a list, else ""."""

    html: str
    list_tag: str = ""


class Styles:
    """What the document says about its paragraphs elsewhere: style names, numbering, links."""

    def __init__(self, document: Document) -> None:
        self.names = {s.style_id: s.name or "" for s in document.styles}
        self.numbers = {s.style_id: value(s.element, NUMBER) for s in document.styles}
        self.links = {key: link.target_ref for key, link in document.part.rels.items()}
        self.bullets = _bullets(document)

    def level(self, paragraph: Element, text: str) -> int:
        """2 to 4 for a heading, 0 for a paragraph."""
        style = value(paragraph, "./w:pPr/w:pStyle")
        found = STYLE_LEVEL.match(self.names.get(style, ""))
        if found:
            return min(int(found[1] or 1) + 1, 4)
        if FIRST_LEVEL.fullmatch(text):
            return 2
        return 3 if SECOND_LEVEL.fullmatch(text) else 0

    def list_tag(self, paragraph: Element) -> str:
        """ul, ol, or "" where the paragraph isn't numbered by Word."""
        style = value(paragraph, "./w:pPr/w:pStyle")
        number = value(paragraph, NUMBER) or self.numbers.get(style, "")
        if number in ("", "0"):
            return ""
        return "ul" if number in self.bullets else "ol"


def _bullets(document: Document) -> set[str]:
    """The numberings that draw a bullet on their first level."""
    parts = [rel.target_part for rel in document.part.rels.values() if "numbering" in rel.reltype]
    if not parts:
        return set()
    root = parts[0].element
    dotted = {
        abstract.get(qn("w:abstractNumId"))
        for abstract in root.iterchildren(qn("w:abstractNum"))
        if value(abstract, "./w:lvl/w:numFmt") == "bullet"
    }
    numbers = root.iterchildren(qn("w:num"))
    return {n.get(qn("w:numId")) for n in numbers if value(n, "./w:abstractNumId") in dotted}


def paragraph_html(paragraph: Element, styles: Styles) -> Item:
    """The paragraph as p, h2 to h4 or li; nothing where it has no words."""
    runs = find(paragraph, RUNS.replace("$boxes", str(len(_boxes_around(paragraph)))))
    text = "".join(run_text(run) for run in runs).strip()
    if not text:
        return Item("")
    if level := styles.level(paragraph, text):
        return Item(f"<h{level}>{_lines(text)}</h{level}>")
    html = "".join(_run_html(run, styles) for run in runs).strip().replace("</strong><strong>", "")
    list_tag = styles.list_tag(paragraph)
    return Item(f"<li>{html}</li>" if list_tag else f"<p>{html}</p>", list_tag)


def _boxes_around(paragraph: Element) -> list[Element]:
    return list(paragraph.iterancestors(qn("w:txbxContent")))


def run_text(run: Element) -> str:
    """The words of a run; tabs are blanks, breaks are line ends."""
    return "".join(_piece(child) for child in run)


def _piece(child: Element) -> str:
    if child.tag == qn("w:t"):
        return child.text or ""
    pieces = {qn("w:tab"): " ", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
    if child.tag == qn("w:br"):
        return "" if child.get(qn("w:type")) == "page" else "\n"
    return pieces.get(child.tag, "")


def _run_html(run: Element, styles: Styles) -> str:
    text = run_text(run)
    html = _lines(text)
    if text.strip() and _is_bold(run):
        html = f"<strong>{html}</strong>"
    return _linked(run, html, styles)


def _is_bold(run: Element) -> bool:
    marks = find(run, "./w:rPr/w:b")
    return bool(marks) and marks[0].get(qn("w:val"), "1") not in OFF


def _linked(run: Element, html: str, styles: Styles) -> str:
    around = next(run.iterancestors(qn("w:hyperlink")), None)
    target = styles.links.get(around.get(qn("r:id"), ""), "") if around is not None else ""
    return f'<a href="{escape(target)}">{html}</a>' if target.startswith(LINKS) and html else html


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
