"""The attachments that come with a sheet: a folder beside it, or a ZIP."""

import zipfile
from io import BytesIO
from pathlib import Path

from portal.uploads.checks import Refused

MOST_FILES = 2_000
MOST_BYTES = 500 * 1024 * 1024
UTF8_FLAG = 0x800


def files_beside(folder: Path) -> dict[str, bytes]:
    """Every file of `folder` by name; nothing where there is no such folder."""
    if not folder.is_dir():
        return {}
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def files_in_zip(data: bytes) -> dict[str, bytes]:
    """The files of a ZIP by their last name. Raises Refused for what is not one, or is a bomb."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _refuse_bomb(members)
            return {_name(member): archive.read(member) for member in members}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as broken:
        raise Refused("附件压缩包打不开，请用 ZIP 格式、不加密码重新压缩。") from broken


def _refuse_bomb(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_BYTES:
        raise Refused(
            f"附件压缩包太大：最多 {MOST_FILES} 个文件、{MOST_BYTES // 2**20} MB，请分几次导入。"
        )


def _name(member: zipfile.ZipInfo) -> str:
    """WPS and older Windows write names in GBK without saying so."""
    name = member.filename
    if not member.flag_bits & UTF8_FLAG:
        try:
            name = name.encode("cp437").decode("gb18030")
        except (UnicodeEncodeError, UnicodeDecodeError):
            name = member.filename
    return name.replace("\\", "/").rsplit("/", 1)[-1]
