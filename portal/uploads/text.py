"""All the text that a file holds, wherever it hides, and what could not be read."""

from collections.abc import Callable

from portal.spreadsheets.decode import NotText, decode
from portal.uploads.content import content_of
from portal.uploads.extracted import OF_IMAGES, Extracted, Part
from portal.uploads.file_name import extension_of
from portal.uploads.images import IMAGE_EXTENSIONS
from portal.uploads.ofd import ofd_text
from portal.uploads.ooxml import Reader, office_text
from portal.uploads.pdf import pdf_text
from portal.uploads.raw_text import raw_text
from portal.uploads.xlsx import xls_text, xlsx_text

__all__ = ["Extracted", "Part", "text_of", "text_of_file"]

# A file in a file in a file; further down nobody looks by chance.
DEEPEST = 2


def text_of(data: bytes, extension: str) -> Extracted:
    """Every part of a file in Chinese words for its place. What can't be read is said."""
    return _text_of(data, extension, DEEPEST)


def text_of_file(data: bytes, name: str) -> Extracted:
    """The same for a file whose name may not say what it is: read, but never passed as checked."""
    kind, extension = _kind(data, name), extension_of(name)
    found = _text_of(data, kind, DEEPEST)
    if kind == extension or {kind, extension} <= PLAIN or {kind, extension} <= {"xls", "et", "ole"}:
        return found
    lie = f"文件名说是 {extension.upper() or '无后缀'}，内容却是 {kind.upper()}，请核对"
    return Extracted(found.parts, (*found.unreadable, lie))


def _text_of(data: bytes, extension: str, depth: int) -> Extracted:
    if extension in IMAGE_EXTENSIONS:
        return Extracted(unreadable=(OF_IMAGES,))
    if extension in PACKED:
        return PACKED[extension](data, _embedded_reader(depth - 1))
    if extension in OTHERS:
        return OTHERS[extension](data)
    if extension in OLD:
        return raw_text(data, extension)
    return Extracted(unreadable=(f"{extension.upper() or '未知'} 格式无法自动检查，请人工查看",))


def _embedded_reader(depth: int) -> Reader:
    """A reader of files inside; below `depth` it only says that there is one."""

    def read(data: bytes, name: str) -> Extracted:
        if depth < 0:
            return Extracted(unreadable=("文件嵌套太深，无法自动检查",))
        return _text_of(data, _kind(data, name), depth)

    return read


def _kind(data: bytes, name: str) -> str:
    """What a file is by its content: names lie, and Word calls what it embeds oleObject1.bin."""
    extension = extension_of(name)
    try:
        content = content_of(data)
    except ValueError:
        return extension
    return "txt" if content == "text" else content or extension


def _plain_text(data: bytes) -> Extracted:
    try:
        return Extracted((Part("文本", decode(data)),))
    except NotText as error:
        return Extracted(unreadable=(str(error),))


PACKED: dict[str, Callable[[bytes, Reader], Extracted]] = {
    "docx": office_text,
    "pptx": office_text,
    "xlsx": xlsx_text,
    "pdf": pdf_text,
}
OTHERS: dict[str, Callable[[bytes], Extracted]] = {
    "xls": xls_text,
    "et": xls_text,
    "ofd": ofd_text,
    "csv": _plain_text,
    "txt": _plain_text,
}
PLAIN = frozenset({"csv", "txt"})
OLD = frozenset({"doc", "ppt", "wps", "dps", "ole", "rtf"})
