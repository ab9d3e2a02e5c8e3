"""DOCX, XLSX and PPTX: every part of the container is read, whatever shows it or hides it."""

import io
import re
from collections.abc import Callable, Iterator
from zipfile import ZipFile

from portal.spreadsheets.archive import BadArchive, open_archive
from portal.spreadsheets.decode import NotText, decode
from portal.uploads.extracted import OF_IMAGES, Extracted, Part, together
from portal.uploads.html_text import words_of
from portal.uploads.images import BadImage, measure
from portal.uploads.xml_text import Block, NotXml, read_blocks

# What people call each part, first match wins.
PLACES = (
    (r"word/document\d*\.xml", "正文"),
    (r"word/header\d*\.xml", "页眉"),
    (r"word/footer\d*\.xml", "页脚"),
    (r"word/footnotes\.xml", "脚注"),
    (r"word/endnotes\.xml", "尾注"),
    (r".*/(comments|threadedComments|persons).*\.xml|word/people\.xml", "批注"),
    (r"docProps/.*", "文档属性"),
    (r"customXml/.*", "自定义数据"),
    (r"word/glossary/.*", "构建基块"),
    (r".*/charts/.*", "图表"),
    (r".*/diagrams/.*", "图示"),
    (r"xl/drawings/.*\.vml", "批注框"),
    (r".*/drawings/.*", "文本框"),
    (r"xl/pivotCache/.*", "数据透视表缓存"),
    (r"xl/pivotTables/.*", "数据透视表"),
    (r"xl/externalLinks/.*", "外部链接缓存"),
    (r"xl/workbook\.xml", "定义名称"),
    (r"xl/worksheets/[^/]*\.xml", "打印页眉页脚和提示"),
    (r"xl/tables/.*", "表格标题"),
    (r"ppt/notes.*", "备注"),
    (r"ppt/slide(Masters|Layouts)/.*", "母版"),
    (r".*\.rels", "链接"),
)
SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
CONTENT_TYPES = "[Content_Types].xml"
XML = re.compile(r"\.(xml|rels|vml)$", re.I)
IMAGE = re.compile(r"\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|wdp|ico)$", re.I)
EMBEDDED = re.compile(r".*/(embeddings|afchunk)[^/]*/?.*|.*\.(docx|xlsx|pptx|pdf|doc|xls)$", re.I)
CHUNK = re.compile(r"\.(html?|mht|txt|rtf)$", re.I)
# Fonts and printers' settings hold no words.
WORDLESS = re.compile(r"\.(odttf|ttf|otf|fntdata)$|printerSettings\d*\.bin$|/$", re.I)
# An 18-digit number can't be read in a picture narrower than this (pixels).
NARROWEST_LEGIBLE = 120
# Nor in a whole page shrunk to this width, as Office does for previews.
PREVIEW, NARROWEST_PAGE = "docProps/thumbnail.", 420

Reader = Callable[[bytes, str], Extracted]


def office_text(data: bytes, read_embedded: Reader) -> Extracted:
    """Every part of a DOCX, or PPTX; files inside go to `read_embedded`."""
    return package_text(data, read_embedded, lambda _: False)


def package_text(data: bytes, read_embedded: Reader, leave_out: Callable[[str], bool]) -> Extracted:
    """Every part but those that `leave_out` names and the caller reads itself."""
    try:
        with open_archive(data) as archive:
            names = [name for name in archive.namelist() if not leave_out(name)]
            found = [_member(archive, name, read_embedded) for name in names]
            return together([*found, _pictures(archive, names)])
    except BadArchive as error:
        return Extracted(unreadable=(str(error),))


def _member(archive: ZipFile, name: str, read_embedded: Reader) -> Extracted:
    if name == CONTENT_TYPES or WORDLESS.search(name) or IMAGE.search(name):
        return Extracted()
    if XML.search(name):
        return _xml(archive, name)
    if CHUNK.search(name):
        return _chunk(archive.read(name), name)
    if EMBEDDED.fullmatch(name):
        short = name.rpartition("/")[2]
        return read_embedded(archive.read(name), short).inside(short)
    return Extracted(unreadable=(f"部件“{name}”无法自动检查",))


def _xml(archive: ZipFile, name: str) -> Extracted:
    own = place_of(name)
    try:
        with archive.open(name) as stream:
            blocks = read_blocks(stream)
    except NotXml:
        return Extracted(unreadable=(f"{own}（{name}）已损坏，无法检查",))
    return together(Extracted((Part(_where(own, block), block.text),)) for block in blocks)


def place_of(name: str) -> str:
    """What people call the part `name`."""
    if slide := SLIDE.fullmatch(name):
        return f"第{slide[1]}张幻灯片"
    places = (place for pattern, place in PLACES if re.fullmatch(pattern, name))
    return next(places, "其他部分")


def _where(own: str, block: Block) -> str:
    """Tables and boxes of the body by themselves, elsewhere with the part's name."""
    if not block.place or own == "正文":
        return block.place or own
    return f"{own}的{block.place}"


def _chunk(data: bytes, name: str) -> Extracted:
    try:
        return Extracted((Part("插入的网页", words_of(decode(data))),))
    except NotText:
        return Extracted(unreadable=(f"部件“{name}”无法自动检查",))


def _pictures(archive: ZipFile, names: list[str]) -> Extracted:
    count = sum(1 for _ in _legible(archive, names))
    return Extracted(unreadable=(f"含有 {count} 张图片，{OF_IMAGES}",) if count else ())


def _legible(archive: ZipFile, names: list[str]) -> Iterator[str]:
    for name in names:
        narrowest = NARROWEST_PAGE if name.startswith(PREVIEW) else NARROWEST_LEGIBLE
        if IMAGE.search(name) and is_legible(archive.read(name), narrowest):
            yield name


def is_legible(data: bytes, narrowest: int = NARROWEST_LEGIBLE) -> bool:
    """Whether a picture is wide enough (pixels) for a number, or can't be measured."""
    try:
        return measure(data)[0] >= narrowest
    except BadImage:
        return True


def blocks_of(data: bytes) -> list[Block]:
    """The blocks of an XML part in memory. Raises NotXml."""
    return read_blocks(io.BytesIO(data))
