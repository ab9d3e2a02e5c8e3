"""HTML from the editor, from Word or from an import, reduced to what a public page may carry."""

import re

import nh3

TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "br", "hr", "a", "img"),
    *("strong", "b", "em", "i", "u", "s", "sub", "sup", "span", "figure", "figcaption"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
CELL = {"colspan", "rowspan", "scope"}
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "th": CELL,
    "td": CELL,
    "ol": {"start"},
}
CLASSES = {
    "figure": {"table", "image", "image_resized", "image-style-side"},
    "span": {"wide"},
}
DROPPED_WHOLE = {"script", "style", "head", "title", "template", "noscript", "xml", "iframe"}
HEADING_ONE = re.compile(r"<(/?)h1(?=[\s>])", re.IGNORECASE)
HEADING_DEEP = re.compile(r"<(/?)h[56](?=[\s>])", re.IGNORECASE)
EMPTY_PARAGRAPH = re.compile(r"<(p|h[2-4]|span)>(?:\s|&nbsp;|\u00a0|<br>)*</\1>")
EMPTY_SPAN = re.compile(r"<span>([^<]*)</span>")
SOURCELESS = re.compile(r"<img(?![^>]*\ssrc=)[^>]*>")
BLOCK_END = re.compile(r"</(?:p|h[2-4]|li|tr|figcaption|caption|blockquote)>|<br>|<hr>")
CELL_END = re.compile(r"</t[hd]>")


def clean_html(html: str) -> str:
    """`html` with only known tags, own pictures, safe links; headings begin at h2."""
    html = HEADING_DEEP.sub(r"<\1h4", HEADING_ONE.sub(r"<\1h2", html))
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        clean_content_tags=DROPPED_WHOLE - TAGS,
        url_schemes={"http", "https", "mailto", "tel"},
        attribute_filter=_own_pictures,
        link_rel="noopener noreferrer",
        strip_comments=True,
    )
    clean = EMPTY_SPAN.sub(r"\1", clean)
    clean = SOURCELESS.sub("", clean)
    return EMPTY_PARAGRAPH.sub("", clean).strip()


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Pictures come from this site alone: nothing is fetched from elsewhere."""
    if tag == "img" and attribute == "src" and not re.match(r"^/(?!/)", value):
        return None
    return value


def plain_text(html: str) -> str:
    """The words of `html`, a line for each block, cells parted by spaces."""
    broken = CELL_END.sub(" ", BLOCK_END.sub("\n", html))
    bare = nh3.clean(broken, tags=set(), attributes={})
    return _unescape(re.sub(r"[ \t\u00a0]+", " ", bare)).strip()


def _unescape(text: str) -> str:
    for entity, sign in (("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text
