"""All the text that a file holds, wherever it hides, and what could not be read."""

from portal.spreadsheets.read import Unreadable, decode
from portal.uploads.kinds import TEXTS
from portal.uploads.office import docx_parts, ofd_parts, pptx_parts
from portal.uploads.parts import Extracted, Part
from portal.uploads.pdf import pdf_parts
from portal.uploads.sheets import workbook_parts

__all__ = ["Extracted", "Part", "text_of"]

IMAGES = ("jpg", "png", "webp", "gif")
READERS = {
    "docx": docx_parts,
    "pptx": pptx_parts,
    "ofd": ofd_parts,
    "pdf": pdf_parts,
    "xlsx": workbook_parts,
    "xls": workbook_parts,
    "et": workbook_parts,
}


def text_of(data: bytes, extension: str) -> Extracted:
    """Parts named in Chinese. What can't be read is said, never passed over."""
    if extension in IMAGES:
        return Extracted(unreadable=("图片中的文字无法自动检查，请人工查看。",))
    if extension in TEXTS:
        return _plain_text(data)
    reader = READERS.get(extension)
    if reader is None:
        return Extracted(unreadable=(f"{extension.upper()} 格式无法自动检查，请人工查看。",))
    return reader(data)


def _plain_text(data: bytes) -> Extracted:
    try:
        return Extracted((Part("正文", decode(data, "文件")),))
    except Unreadable as refusal:
        return Extracted(unreadable=(str(refusal),))
