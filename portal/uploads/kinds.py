"""What a file really is, told from its bytes alone."""

import io
import zipfile

import filetype

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"

OOXML = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": OOXML + "wordprocessingml.document",
    "xlsx": OOXML + "spreadsheetml.sheet",
    "pptx": OOXML + "presentationml.presentation",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "wps": "application/vnd.ms-works",
    "et": "application/vnd.ms-excel",
    "ofd": "application/ofd",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
}
SAME = {"jpeg": "jpg", "jpe": "jpg"}
# streams by which the old Office formats tell themselves apart, as their directory spells them
OLE_STREAMS = {
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "ppt",
}
OLE_RELATIVES = {"doc": ("doc", "wps"), "xls": ("xls", "et"), "ppt": ("ppt", "dps")}
OOXML_PARTS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
TEXTS = ("csv", "txt")


def real_kind(data: bytes, claimed: str) -> str:
    """The extension that fits the bytes; "" for what we don't take. `claimed` only breaks ties."""
    if data.startswith(OLE):
        return _ole_kind(data, claimed)
    if data.startswith(ZIP):
        return _zip_kind(data)
    guess = filetype.guess(data)
    if guess is not None:
        found = SAME.get(guess.extension, guess.extension)
        return found if found in MEDIA_TYPES else ""
    return claimed if claimed in TEXTS and is_text(data) else ""


def name_of(data: bytes) -> str:
    """What to call a file that is not what it says, for the sentence of refusal."""
    guess = filetype.guess(data)
    if guess is not None:
        return guess.extension.upper()
    head = data[:512].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html", b"<script")):
        return "网页"
    return "SVG 图形" if b"<svg" in head else "无法识别的内容"


def is_text(data: bytes) -> bool:
    if b"\x00" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    head = data[:512].lstrip().lower()
    if head.startswith((b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml")):
        return False
    return any(_decodes(data, encoding) for encoding in ("utf-8-sig", "utf-16", "gb18030"))


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _ole_kind(data: bytes, claimed: str) -> str:
    for stream, kind in OLE_STREAMS.items():
        if stream.encode("utf-16-le") in data:
            return claimed if claimed in OLE_RELATIVES[kind] else kind
    return ""


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile:
        return ""
    if "OFD.xml" in names:
        return "ofd"
    if "[Content_Types].xml" not in names:
        return ""
    for prefix, kind in OOXML_PARTS.items():
        if any(name.startswith(prefix) for name in names):
            return kind
    return ""
