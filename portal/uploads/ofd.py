"""OFD (GB/T 33190-2016), the fixed layout format of Chinese offices: a ZIP of XML pages."""

import re
from zipfile import ZipFile

from portal.spreadsheets.archive import BadArchive, open_archive
from portal.uploads.extracted import OF_IMAGES, Extracted, Part, together
from portal.uploads.ooxml import IMAGE, is_legible
from portal.uploads.xml_text import NotXml, read_blocks

PAGE = re.compile(r".*/Pages/Page_(\d+)/Content\.xml", re.I)
PLACES = (
    (re.compile(r".*/Annot", re.I), "批注"),
    (re.compile(r".*/Tpls?/", re.I), "模板"),
)
ATTACHED = re.compile(r".*/Attachs?/.*", re.I)
JBIG = re.compile(r"\.(jb2|jbig2)$", re.I)


def ofd_text(data: bytes) -> Extracted:
    """Every XML part's words; a page whose letters are only shapes is said."""
    try:
        with open_archive(data) as archive:
            return together(_member(archive, name) for name in archive.namelist())
    except BadArchive as error:
        return Extracted(unreadable=(str(error),))


def _member(archive: ZipFile, name: str) -> Extracted:
    if name.lower().endswith(".xml"):
        return _xml(archive, name)
    if ATTACHED.fullmatch(name) and not name.endswith("/"):
        return Extracted(unreadable=(f"内嵌文件《{name.rpartition('/')[2]}》无法自动检查",))
    if JBIG.search(name) or (IMAGE.search(name) and is_legible(archive.read(name))):
        return Extracted(unreadable=(f"含有图片，{OF_IMAGES}",))
    return Extracted()


def _xml(archive: ZipFile, name: str) -> Extracted:
    where = _where(name)
    try:
        with archive.open(name) as stream:
            # A number may be cut into several TextCodes; a blank keeps it apart from its neighbour
            # and the search still reads across it.
            text = " ".join(block.text for block in read_blocks(stream))
    except NotXml:
        return Extracted(unreadable=(f"{where}已损坏，无法检查",))
    if PAGE.fullmatch(name) and not text:
        return Extracted(unreadable=(f"{where}没有可读的文字，无法检查",))
    return Extracted((Part(where, text),))


def _where(name: str) -> str:
    if page := PAGE.fullmatch(name):
        return f"第{int(page[1]) + 1}页"
    return next((place for pattern, place in PLACES if pattern.match(name)), "文档属性")
