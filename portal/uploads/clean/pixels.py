"""Pictures inside documents: what is written beside the pixels is cut out, the pixels stay."""

import re
import struct
import zlib

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
# EXIF and XMP, IPTC, remarks; profiles and Adobe's colour mark stay, or the colours would change
JPEG_DROPPED = frozenset({0xE1, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED})
JPEG_DROPPED |= {0xEF, 0xFE}
END = 0xD9
# among the pixels 0xFF is followed by 0 or a restart
MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
PNG_DROPPED = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})


def bare_picture(data: bytes) -> bytes | None:
    """`data` without what is written beside its pixels; None where it isn't JPEG or PNG, or is
    broken."""
    try:
        if data.startswith(JPEG):
            return _bare_jpeg(data)
        return _bare_png(data) if data.startswith(PNG) else None
    except (struct.error, IndexError, ValueError):
        return None


def _bare_jpeg(data: bytes) -> bytes:
    """What stands behind the end of the picture goes too: a second picture, a film."""
    kept, at = [JPEG], 2
    while True:
        found = MARKER.search(data, at)
        if found is None:
            raise ValueError("no end")
        kept.append(data[at : found.start()])  # pixels
        kind, at = data[found.start() + 1], found.end()
        if kind == END:
            return b"".join([*kept, b"\xff\xd9"])
        (length,) = struct.unpack(">H", data[at : at + 2])
        if length < 2 or at + length > len(data):
            raise ValueError("cut off")
        if kind not in JPEG_DROPPED:
            kept.append(data[found.start() : at + length])
        at += length


def _bare_png(data: bytes) -> bytes:
    kept, at = [PNG], len(PNG)
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data) or zlib.crc32(data[at + 4 : end - 4]) != _number(data[end - 4 : end]):
            raise ValueError("broken piece")
        if kind not in PNG_DROPPED:
            kept.append(data[at:end])
        if kind == b"IEND":
            break
        at = end
    return b"".join(kept)


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")
