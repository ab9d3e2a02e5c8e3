"""A PDF built anew from what its pages show; everything else stays behind."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import NameObject, StreamObject

from portal.uploads.checks import BROKEN, CheckedFile
from portal.uploads.clean.cleaned import Cleaned
from portal.uploads.clean.pixels import bare_picture
from portal.uploads.refused import Refused

# what a page is drawn from
PAGE_KEYS = frozenset(
    ("/Type", "/Parent", "/Contents", "/Resources", "/MediaBox", "/CropBox", "/BleedBox")
    + ("/TrimBox", "/ArtBox", "/Rotate", "/Group", "/UserUnit")
)
# what editors note on pictures and drawings inside
NOTED = ("/Metadata", "/PieceInfo")
NOTED_ON_STREAMS = (*NOTED, "/LastModified", "/OPI", "/Alternates", "/Ref")
DEEPEST = 60
ERRORS = (
    *(PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError),
    *(ArithmeticError, OSError, NotImplementedError),
)
LAYERS = (
    "这份 PDF 里有隐藏的图层，公开后别人可以把它显示出来。请在电脑上用“打印到 PDF”"
    "另存一份，确认看到的就是要公开的，再上传。"
)
CATALOGUE = (
    ("/Metadata", "文档属性（XMP）"),
    ("/AcroForm", "可填写的表单"),
    ("/OpenAction", "打开时执行的动作"),
    ("/AA", "打开时执行的动作"),
    ("/Outlines", "书签"),
    ("/PieceInfo", "编辑软件的私有数据"),
    ("/StructTreeRoot", "结构标签（含替代文字）"),
)
NAMED = (("/EmbeddedFiles", "内嵌附件"), ("/JavaScript", "程序代码（JavaScript）"))


def clean_pdf(checked: CheckedFile) -> Cleaned:
    try:
        return _cleaned(checked)
    except Refused:
        raise
    except ERRORS as error:
        raise Refused(BROKEN) from error


def _cleaned(checked: CheckedFile) -> Cleaned:
    reader, writer = PdfReader(io.BytesIO(checked.data)), PdfWriter()
    if _hides_layers(reader):
        raise Refused(LAYERS)
    removed = list(_removed(reader))
    unchecked: list[str] = []
    for number, page in enumerate(reader.pages, start=1):
        removed += _on_page(page, number)
        for key in [key for key in page if key not in PAGE_KEYS]:
            del page[key]
        removed += _strip(page.get("/Resources"), number, set(), 0)
        writer.add_page(page)
        unchecked += _cut_away(page, number)
    writer.metadata = None
    stream = io.BytesIO()
    writer.write(stream)
    return Cleaned(stream.getvalue(), checked.name, list(dict.fromkeys(removed)), unchecked)


def _get(holder: Any, key: str) -> Any:
    """A value of a dictionary, resolved; None where there is none."""
    return holder[key] if hasattr(holder, "keys") and key in holder else None


def _hides_layers(reader: PdfReader) -> bool:
    shown = _get(_get(reader.trailer["/Root"], "/OCProperties"), "/D")
    return bool(_get(shown, "/OFF")) or _get(shown, "/BaseState") == "/OFF"


def _removed(reader: PdfReader) -> Iterator[str]:
    """What the document carries beside its pages."""
    if any(str(value).strip() for value in (reader.metadata or {}).values()):
        yield "文档属性（作者、标题、软件等）"
    root: Any = reader.trailer["/Root"]
    yield from (label for key, label in CATALOGUE if key in root)
    names = _get(root, "/Names")
    yield from (label for key, label in NAMED if _get(names, key))
    if _get(root, "/AF"):
        yield "内嵌附件"


def _on_page(page: PageObject, number: int) -> Iterator[str]:
    notes = [note.get_object() for note in _get(page, "/Annots") or []]
    kinds = {str(_get(note, "/Subtype")) for note in notes}
    if "/Widget" in kinds:
        yield f"第{number}页的表单和电子签章（需要保留样子的，请先打印成新的 PDF）"
    if "/Link" in kinds:
        yield f"第{number}页的链接"
    if kinds - {"/Widget", "/Link", "/Popup"}:
        yield f"第{number}页的批注（含作者）"


def _strip(holder: Any, number: int, seen: set[int], depth: int) -> Iterator[str]:
    """Take editors' notes out of everything that the page draws with."""
    holder = holder.get_object() if hasattr(holder, "get_object") else holder
    if holder is None or id(holder) in seen or depth > DEEPEST:
        return
    seen.add(id(holder))
    if isinstance(holder, list):
        inside = list(holder)
    elif isinstance(holder, dict):
        yield from _strip_one(holder, number)
        inside = [dict.get(holder, key) for key in holder if key != "/Parent"]
    else:
        return
    for one in inside:
        yield from _strip(one, number, seen, depth + 1)


def _strip_one(holder: dict[Any, Any], number: int) -> Iterator[str]:
    noted = NOTED_ON_STREAMS if isinstance(holder, StreamObject) else NOTED
    if gone := [key for key in noted if key in holder]:
        for key in gone:
            del holder[NameObject(key)]
        yield f"第{number}页图片、图形里的属性"
    if isinstance(holder, StreamObject) and _strip_jpeg(holder):
        yield f"第{number}页照片里的拍摄信息"


def _strip_jpeg(stream: StreamObject) -> bool:
    """Whether the photo had something beside its pixels; only where it lies as it was taken."""
    packing = stream.get("/Filter")
    packing = packing.get_object() if packing is not None else None
    alone = packing == "/DCTDecode" or (isinstance(packing, list) and packing == ["/DCTDecode"])
    if not alone:
        return False
    bare = bare_picture(stream._data)
    if bare is None or bare == stream._data:
        return False
    stream._data = bare
    return True


def _cut_away(page: PageObject, number: int) -> Iterator[str]:
    """Cropping hides the margin, it doesn't remove it."""
    shown, whole = page.cropbox, page.mediabox
    if shown.width < whole.width - 1 or shown.height < whole.height - 1:
        yield f"第{number}页裁剪过，裁掉的部分仍在文件里，请核对或者打印成新的 PDF"
