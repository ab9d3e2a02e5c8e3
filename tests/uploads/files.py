"""Files for the tests, made on the spot."""

import io
import struct
import zipfile
from collections.abc import Mapping

from docx import Document
from docx.document import Document as DocumentObject
from PIL import Image

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECTOR = 512


def picture(size: tuple[int, int] = (300, 200), form: str = "PNG", **options: object) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "red").save(stream, form, **options)
    return stream.getvalue()


def saved(document: DocumentObject) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def docx(*paragraphs: str) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def packed(members: Mapping[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def changed(data: bytes, parts: Mapping[str, bytes | str]) -> bytes:
    """A package with some parts put in or replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        old = {name: archive.read(name) for name in archive.namelist()}
    return packed({**old, **parts})


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def ole(streams: Mapping[str, bytes]) -> bytes:
    """An old Office container: each stream in sectors of its own, padded past the small ones."""
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    body, entries = b"", [_entry("Root Entry", 5, 0xFFFFFFFE, 0)]
    first_free = 1 + -(-(len(padded) + 1) * 128 // SECTOR)
    table = [0xFFFFFFFD, *range(2, first_free), 0xFFFFFFFE]
    for name, data in padded.items():
        count = -(-len(data) // SECTOR)
        start = len(table)
        entries.append(_entry(name, 2, start, len(data)))
        table += [*range(start + 1, start + count), 0xFFFFFFFE]
        body += data.ljust(count * SECTOR, b"\0")
    directory = b"".join(entries).ljust((first_free - 1) * SECTOR, b"\0")
    fat = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    return _header() + fat + directory + body


def _header() -> bytes:
    head = OLE_MAGIC + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
    head += struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    return head.ljust(SECTOR, b"\xff")


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le")
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBB", len(raw) + 2, kind, 1)
        + b"\xff" * 12
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )
