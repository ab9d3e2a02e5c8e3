"""Archives that unpack to far more than they are, and macros inside them."""

import io
import zipfile

from portal.uploads.refused import Refused

MOST_MEMBERS = 5_000
MOST_UNPACKED = 300 * 1024 * 1024
WORST_RATIO = 200
MACRO_PARTS = ("vbaproject.bin", "vbadata.xml", "macrosheets/", "xlmmacro")


def refuse_bad_zip(data: bytes, name: str) -> None:
    """Raise Refused for a bomb, a locked archive, or a document that carries macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _refuse_bomb(members, name)
            _refuse_macros(archive, name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as broken:
        raise Refused(f"《{name}》已损坏，打不开，请重新保存后再上传。") from broken


def _refuse_bomb(members: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    too_dense = unpacked > 10 * 1024 * 1024 and unpacked / packed > WORST_RATIO
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or too_dense:
        raise Refused(f"《{name}》解压后异常庞大，不予接收，请用 WPS 或 Word 重新保存后再上传。")
    if any(member.flag_bits & 1 for member in members):
        raise Refused(f"《{name}》设有密码，请取消密码后再上传。")


def _refuse_macros(archive: zipfile.ZipFile, name: str) -> None:
    names = [member.lower() for member in archive.namelist()]
    types = _content_types(archive)
    if any(part in member for member in names for part in MACRO_PARTS) or b"macroenabled" in types:
        raise Refused(f"《{name}》带有宏，不予接收，请另存为不含宏的 .docx 或 .xlsx 后再上传。")


def _content_types(archive: zipfile.ZipFile) -> bytes:
    if "[Content_Types].xml" not in archive.namelist():
        return b""
    with archive.open("[Content_Types].xml") as stream:
        return stream.read(1024 * 1024).lower()
