"""Opening a ZIP container (XLSX, DOCX, PPTX, OFD) without being blown up by it."""

import io
import zipfile
import zlib
from zipfile import ZipFile, ZipInfo

MAX_MEMBERS = 5_000
MAX_UNPACKED = 300 * 1024 * 1024
# A sheet of equal rows packs 1:60; only what is both large and denser than this is a bomb.
MAX_RATIO = 150
RATIO_MATTERS_ABOVE = 30 * 1024 * 1024
LOCAL_HEADER = 30
CHUNK = 256 * 1024
ENCRYPTED = 0x1


class BadArchive(ValueError):
    """The container is broken, locked or a bomb; the message is for the screen."""


def open_archive(data: bytes) -> ZipFile:
    """`data` as a ZIP whose true unpacked size was measured. Raises BadArchive."""
    try:
        archive = ZipFile(io.BytesIO(data))
        members = archive.infolist()
        _check_list(members)
        _measure(data, members)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
        raise BadArchive("文件已损坏，打不开。请在电脑上重新打开并另存后再上传。") from error
    return archive


def _check_list(members: list[ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise BadArchive(f"文件里包着 {len(members)} 个部件，超过 {MAX_MEMBERS} 个，不能接收。")
    # Two members of one name: readers disagree on which counts, so one could hide behind the other.
    if len({member.filename for member in members}) < len(members):
        raise BadArchive("文件里有重名的部件，可能被改动过。请重新另存后再上传。")
    for member in members:
        if member.flag_bits & ENCRYPTED:
            raise BadArchive("文件有打开密码，请去掉密码后再上传。")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BadArchive("文件用了少见的压缩方式，请用 WPS 或 Office 另存后再上传。")


def _measure(data: bytes, members: list[ZipInfo]) -> None:
    """Inflate every member chunk by chunk: the sizes a ZIP declares about itself may lie."""
    unpacked = 0
    for member in members:
        size = _true_size(data, member, MAX_UNPACKED - unpacked)
        if size != member.file_size:
            raise BadArchive("文件已损坏：部件的大小与目录不符。请重新另存后再上传。")
        unpacked += size
    if unpacked > RATIO_MATTERS_ABOVE and unpacked > MAX_RATIO * len(data):
        raise BadArchive("文件解开后大得不正常，可能是压缩炸弹，不能接收。")


def _true_size(data: bytes, member: ZipInfo, room: int) -> int:
    packed = _packed(data, member)
    size = len(packed) if member.compress_type == zipfile.ZIP_STORED else _inflated(packed, room)
    if size > room:
        limit = MAX_UNPACKED // 1024 // 1024
        raise BadArchive(f"文件解开后超过 {limit} MB，不能接收。请拆成几个文件。")
    return size


def _packed(data: bytes, member: ZipInfo) -> memoryview:
    """The compressed bytes of `member`, found behind its local header."""
    head = data[member.header_offset : member.header_offset + LOCAL_HEADER]
    if len(head) < LOCAL_HEADER or head[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile(member.filename)
    names = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    start = member.header_offset + LOCAL_HEADER + names
    packed = memoryview(data)[start : start + member.compress_size]
    if len(packed) < member.compress_size:
        raise zipfile.BadZipFile(member.filename)
    return packed


def _inflated(packed: memoryview, room: int) -> int:
    """How many bytes `packed` inflates to; counting stops soon after `room`."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    size, rest = 0, bytes(packed)
    while rest and not inflater.eof and size <= room:
        size += len(inflater.decompress(rest, CHUNK))
        rest = inflater.unconsumed_tail
    return size + len(inflater.flush(CHUNK)) if size <= room else size
