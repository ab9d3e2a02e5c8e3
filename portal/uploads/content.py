"""What a file really is, told from its bytes alone."""

import re
from zipfile import ZipFile

import filetype

from portal.spreadsheets.archive import open_archive
from portal.spreadsheets.decode import NotText, decode
from portal.spreadsheets.ole import MAGIC, Ole
from portal.uploads.old_office import kind_of

LABELS = {
    "pdf": "PDF",
    "docx": "DOCX（Word 文档）",
    "xlsx": "XLSX（Excel 表格）",
    "pptx": "PPTX（演示文稿）",
    "doc": "DOC（Word 文档）",
    "xls": "XLS（Excel 表格）",
    "ppt": "PPT（演示文稿）",
    "ofd": "OFD",
    "jpg": "JPG 图片",
    "png": "PNG 图片",
    "webp": "WebP 图片",
    "gif": "GIF 图片",
    "text": "纯文本",
    "html": "网页（HTML）",
    "svg": "SVG 图片",
    "xml": "XML",
    "rtf": "RTF 文档",
    "zip": "压缩包",
    "ole": "旧版 Office 的其他文件",
    "exe": "程序",
}
IMAGES = frozenset({"jpg", "png", "webp", "gif"})
MAIN_TYPES = (
    ("docx", b"wordprocessingml.document.main+xml"),
    ("xlsx", b"spreadsheetml.sheet.main+xml"),
    ("pptx", b"presentationml.presentation.main+xml"),
    ("docx", b"ms-word.document.macroEnabled"),
    ("xlsx", b"ms-excel.sheet.macroEnabled"),
    ("pptx", b"ms-powerpoint.presentation.macroEnabled"),
)
CONTENT_TYPES = "[Content_Types].xml"
MARKUP = re.compile(rb"<\s*(!doctype\s+html|html|head|body|script|iframe|svg|\?xml|!doctype)", re.I)
HEAD = 8192


def content_of(data: bytes) -> str:
    """The kind of file, a key of LABELS or an extension; "" where it is unknown.

    Raises BadArchive, BadOle where a container is broken.
    """
    if data.startswith(b"PK\x03\x04"):
        with open_archive(data) as archive:
            return _packed_kind(archive)
    if data.startswith(MAGIC):
        return kind_of(Ole(data))
    return _signed_kind(data) or _markup_kind(data) or ("text" if _is_text(data) else "")


def _packed_kind(archive: ZipFile) -> str:
    names = set(archive.namelist())
    if "OFD.xml" in names:
        return "ofd"
    types = archive.read(CONTENT_TYPES) if CONTENT_TYPES in names else b""
    return next((kind for kind, mark in MAIN_TYPES if mark in types), "zip")


def _signed_kind(data: bytes) -> str:
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    guess = filetype.guess(data[:HEAD])
    return guess.extension if guess else ""


def _markup_kind(data: bytes) -> str:
    # UTF-16 would hide a tag behind zero bytes.
    found = MARKUP.search(data[:HEAD].replace(b"\0", b""))
    if found is None:
        return ""
    name = found[1].lower()
    return {b"svg": "svg", b"?xml": "xml"}.get(name, "html")


def _is_text(data: bytes) -> bool:
    try:
        text = decode(data)
    except NotText:
        return False
    return not any(ord(c) < 32 and c not in "\t\r\n\f\x1a" for c in text[:HEAD])


def label(content: str) -> str:
    """The kind for people."""
    return LABELS.get(content, content.upper() or "无法识别的文件")
