"""What may be uploaded. The content decides; the client's name is only asked to agree."""

import io
from collections.abc import Callable
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from portal.spreadsheets.archive import BadArchive, open_archive
from portal.spreadsheets.ole import BadOle, Ole
from portal.spreadsheets.read import Unreadable, read_workbook
from portal.uploads.content import CONTENT_TYPES, IMAGES, content_of, label
from portal.uploads.file_name import extension_of, safe_name
from portal.uploads.images import measure
from portal.uploads.old_office import has_macros, is_locked
from portal.uploads.pdf_code import has_code
from portal.uploads.refused import Refused

__all__ = ["CheckedFile", "Refused", "check_to_clean", "check_upload", "safe_name"]

MAX_BYTES = 30 * 1024 * 1024
OFFICE = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": OFFICE + "wordprocessingml.document",
    "xlsx": OFFICE + "spreadsheetml.sheet",
    "pptx": OFFICE + "presentationml.presentation",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "wps": "application/vnd.ms-works",
    "et": "application/vnd.ms-excel",
    "dps": "application/vnd.ms-powerpoint",
    "ofd": "application/ofd",
    "csv": "text/csv",
    "txt": "text/plain",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
}
# The names under which one kind of content goes about.
NAMES_OF = {"doc": ("doc", "wps"), "xls": ("xls", "et"), "ppt": ("ppt", "dps")}
NAMES_OF |= {"text": ("csv", "txt")}
ACCEPTED = "PDF、DOCX、XLSX、PPTX、DOC、XLS、PPT、WPS、ET、OFD、CSV、TXT、JPG、PNG、WebP、GIF"
MACRO_MARKS = (b"macroenabled", b"vbaproject", b"macrosheet", b"activex")
BROKEN = "文件已损坏，打不开。请在电脑上重新打开并另存后再上传。"
LOCKED = "文件有打开密码或加密限制，请去掉密码、另存后再上传。"
MACROS = "文件里有宏（程序代码），不能接收。请另存为不带宏的文件（如 DOCX、XLSX）后再上传。"
CODE = "PDF 里有程序代码，不能接收。请用“打印到 PDF”另存一份再上传。"


@dataclass(frozen=True)
class CheckedFile:
    """A file whose content is what its name says."""

    name: str  # safe, with an extension in lower case
    extension: str
    media_type: str
    data: bytes


def check_upload(data: bytes, name: str, *, max_bytes: int = MAX_BYTES) -> CheckedFile:
    """`data` proven to be what `name` says, without macros, locks and bombs. Raises Refused."""
    checked = check_to_clean(data, name, max_bytes=max_bytes)
    if checked.extension == "pdf" and has_code(PdfReader(io.BytesIO(data))):
        raise Refused(CODE)
    return checked


def check_to_clean(data: bytes, name: str, *, max_bytes: int = MAX_BYTES) -> CheckedFile:
    """The same for a file of which only a clean copy is kept: programs in a PDF stay behind."""
    name = safe_name(name)
    extension = extension_of(name)
    _check_outside(data, extension, max_bytes)
    try:
        content = content_of(data)
        _check_name(extension, content)
        CHECKS.get(content, _accept)(data)
    except BadOle as error:
        raise Refused(BROKEN) from error
    except BadArchive as error:
        raise Refused(str(error)) from error
    return CheckedFile(name, extension, MEDIA_TYPES[extension], data)


def _check_outside(data: bytes, extension: str, max_bytes: int) -> None:
    if not data:
        raise Refused("文件是空的，请检查是不是选错了文件。")
    if len(data) > max_bytes:
        size, limit = len(data) / 1024 / 1024, max_bytes / 1024 / 1024
        raise Refused(f"文件有 {size:.1f} MB，超过 {limit:.0f} MB，请压缩图片或拆成几个文件。")
    if extension not in MEDIA_TYPES:
        shown = f"“.{extension}”文件" if extension else "没有扩展名的文件"
        raise Refused(f"不接收{shown}，请另存为：{ACCEPTED}。")


def _check_name(extension: str, content: str) -> None:
    names = NAMES_OF.get(content, (content,))
    if content == "locked":
        raise Refused(LOCKED)
    if extension not in names:
        raise Refused(
            f"文件名以 .{extension} 结尾，内容却是{label(content)}，{_cure(content)}后再上传。"
        )


def _cure(content: str) -> str:
    if content == "text" or content not in CHECKS | NAMES_OF:
        return "请用原来的软件打开，另存为正确的格式"
    return f"请把文件名改为以 .{content} 结尾"


def _check_package(data: bytes) -> None:
    with open_archive(data) as archive:
        names = " ".join(archive.namelist()).lower().encode()
        types = archive.read(CONTENT_TYPES).lower()
    if any(mark in names or mark in types for mark in MACRO_MARKS):
        raise Refused(MACROS)


def _check_old_office(data: bytes) -> None:
    ole = Ole(data)
    if is_locked(ole):
        raise Refused(LOCKED)
    if has_macros(ole):
        raise Refused(MACROS)


def _check_xls(data: bytes) -> None:
    _check_old_office(data)
    try:
        macros = read_workbook(data, "").macro_sheets
    except Unreadable:
        # An odd table is the business of the scan, which will say that it couldn't be checked.
        return
    if macros:
        raise Refused(MACROS)


def _check_pdf(data: bytes) -> None:
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted
        pages = 0 if locked else len(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refused(BROKEN) from error
    if locked:
        raise Refused(LOCKED)
    if not pages:
        raise Refused("这份 PDF 一页也没有，请重新导出。")


def _check_image(data: bytes) -> None:
    measure(data)


def _accept(data: bytes) -> None:
    """Text and OFD: that they could be recognised is all there is to check."""


CHECKS: dict[str, Callable[[bytes], None]] = {
    "docx": _check_package,
    "xlsx": _check_package,
    "pptx": _check_package,
    "doc": _check_old_office,
    "xls": _check_xls,
    "ppt": _check_old_office,
    "pdf": _check_pdf,
    **dict.fromkeys(IMAGES, _check_image),
}
