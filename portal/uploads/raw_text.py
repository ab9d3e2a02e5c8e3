"""Digits that can be seen in files nobody here can open properly: DOC, PPT, WPS."""

import re

from portal.uploads.extracted import Extracted, Part

# Only numbers are looked for: whole sentences can't be told from noise.
NARROW = re.compile(rb"[0-9][0-9Xx +-]{9,30}")
WIDE = re.compile(rb"(?:[0-9]\x00)(?:[0-9Xx +-]\x00){9,30}")


def raw_text(data: bytes, extension: str) -> Extracted:
    """The numbers in sight, and that the rest could not be checked."""
    narrow = [found.decode("ascii") for found in NARROW.findall(data)]
    wide = [found.decode("utf-16-le") for found in WIDE.findall(data)]
    return Extracted(
        (Part("文件内容", "\n".join(narrow + wide)),),
        (f"{extension.upper()} 文件无法自动检查，请另存为 DOCX、PPTX 或 PDF 再上传，或人工查看",),
    )
