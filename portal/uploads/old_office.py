"""What an old Office file is, and whether it is locked or carries macros."""

import struct
from collections.abc import Iterator

from portal.spreadsheets.ole import Ole

# The stream that each program keeps its document in; WPS uses the same.
MAIN_STREAMS = (
    ("locked", ("EncryptedPackage", "EncryptionInfo")),
    ("doc", ("WordDocument",)),
    ("xls", ("Workbook", "Book")),
    ("ppt", ("PowerPoint Document",)),
)
MACRO_ENTRIES = ("Macros", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA_PROJECT_CUR")
# PPT packs its macros; this record (VBAInfoAtom, MS-PPT 2.4.11) says that there are some.
PPT_MACRO_RECORD = b"\x02\x00\x00\x04\x0c\x00\x00\x00"
# The token in "Current User" of a locked PPT (MS-PPT 2.3.2).
PPT_LOCKED = b"\x14\x00\x00\x00\xdf\xc4\xd1\xf3"
DOC_LOCKED_FLAG = 0x0100  # fEncrypted, in the flags at offset 10 of the FIB (MS-DOC 2.5.2)
XLS_FILEPASS, XLS_CONTINUE, XLS_TXO = 0x002F, 0x003C, 0x01B6
XLS_FIRST_RECORDS = 512


def kind_of(ole: Ole) -> str:
    """ "doc", "xls", "ppt", "locked", or "ole" for what is none of them."""
    for kind, names in MAIN_STREAMS:
        if ole.named(*names):
            return kind
    return "ole"


def has_macros(ole: Ole) -> bool:
    """Whether the file carries VBA."""
    return ole.named(*MACRO_ENTRIES) is not None or _ppt_macros(ole.data)


def _ppt_macros(data: bytes) -> bool:
    at = data.find(PPT_MACRO_RECORD)
    # persistIdRef, then fHasMacros
    return at >= 0 and int.from_bytes(data[at + 12 : at + 16], "little") == 1


def is_locked(ole: Ole) -> bool:
    """Whether a password is needed to open the file."""
    return PPT_LOCKED in ole.data or _is_locked_doc(ole) or _is_locked_xls(ole)


def _is_locked_doc(ole: Ole) -> bool:
    entry = ole.named("WordDocument")
    head = ole.read(entry)[:12] if entry else b""
    return bool(int.from_bytes(head[10:12], "little") & DOC_LOCKED_FLAG)


def _is_locked_xls(ole: Ole) -> bool:
    entry = ole.named("Workbook", "Book")
    stream = ole.read(entry)[:XLS_FIRST_RECORDS] if entry else b""
    return any(kind == XLS_FILEPASS for kind, _ in _records(stream))


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each record of an XLS stream."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack("<HH", stream[at : at + 4])
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def notes(ole: Ole) -> list[str]:
    """The texts of comments and boxes in an XLS (TXO and the CONTINUE after it, MS-XLS 2.4.329)."""
    entry = ole.named("Workbook", "Book")
    stream = ole.read(entry) if entry else b""
    texts, after_txo = [], False
    for kind, body in _records(stream):
        if kind == XLS_CONTINUE and after_txo:
            texts.append(_characters(body))
        after_txo = kind == XLS_TXO
    return texts


def _characters(body: bytes) -> str:
    return body[1:].decode("utf-16-le" if body[:1] == b"\x01" else "latin-1", "replace")
