"""Rich text reduced to what a public page may carry, whether from the editor, Word or an import."""

import re

import nh3

from portal.uploads.html_text import shown_text

CELL = {"colspan", "rowspan"}
ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),  # or the sanitiser lets lang and title through everywhere
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": CELL,
    "th": {*CELL, "scope"},
}
TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "br", "hr", "a", "img"),
    *("strong", "em", "u", "s", "sub", "sup", "span", "figure", "figcaption"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
# What the editor marks its figures with; our style sheet knows these and no others.
CLASSES = {"figure": {"table", "image", "image_resized", "image-style-side"}}
# Known in the first pass only, then called by the name that we keep.
RENAMED = {"h1": "h2", "h5": "h4", "h6": "h4", "b": "strong", "i": "em", "strike": "s", "del": "s"}
RENAMED |= dict.fromkeys(("div", "section", "article", "center"), "p")
DROPPED_WHOLE = {"script", "style", "title", "xml", "template", "noscript", "iframe", "object"}
DROPPED_WHOLE |= {"svg", "math", "select", "textarea"}
SCHEMES = {"http", "https", "mailto", "tel"}
# "//elsewhere" and "/\\elsewhere" look like our own addresses and lead away.
ADDRESSES = {
    ("img", "src"): re.compile(r"/(?![/\\])\S*"),
    ("a", "href"): re.compile(r"(?!/[/\\]).*"),
}
VALUES = {
    "colspan": re.compile(r"[1-9]\d{0,2}"),
    "rowspan": re.compile(r"[1-9]\d{0,2}"),
    "width": re.compile(r"\d{1,4}"),
    "height": re.compile(r"\d{1,4}"),
    "start": re.compile(r"\d{1,4}"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
}
RENAMED_TAG = re.compile(rf"<(/?)({'|'.join(RENAMED)})(?=[\s>])")
BARE_SPAN = re.compile(r"</?span>")
SOURCELESS = re.compile(r"<img(?![^>]*\ssrc=)[^>]*>")
EMPTY = re.compile(r"<(p|h[2-4]|strong|em|u|s|sub|sup|figure)>(?:\s|&nbsp;|<br>)*</\1>")


def clean_html(html: str) -> str:
    """`html` with known tags only, own pictures, safe links, headings from h2, no empty lines."""
    known = _clean(html, TAGS | set(RENAMED))
    # The second pass mends what renaming may have nested wrongly, a p in a p above all.
    clean = _clean(RENAMED_TAG.sub(_renamed, known), TAGS)
    clean = SOURCELESS.sub("", BARE_SPAN.sub("", clean))
    return _without_empty(clean).strip()


def plain_text(html: str) -> str:
    """The words of `html`, a line a block."""
    return shown_text(html)


def _clean(html: str, tags: set[str]) -> str:
    return nh3.clean(
        html,
        tags=tags,
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        allowed_classes=CLASSES,
        clean_content_tags=DROPPED_WHOLE,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
        strip_comments=True,
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The value where it is sound: pictures are our own, sizes and spans are small numbers."""
    shape = ADDRESSES.get((tag, name)) or VALUES.get(name)
    return value if shape is None or shape.fullmatch(value.strip()) else None


def _renamed(tag: re.Match[str]) -> str:
    return f"<{tag[1]}{RENAMED[tag[2]]}"


def _without_empty(html: str) -> str:
    """Emptied marks leave emptied paragraphs behind, hence again until nothing changes."""
    shorter = EMPTY.sub("", html)
    return shorter if shorter == html else _without_empty(shorter)
