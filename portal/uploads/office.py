"""Text of DOCX, PPTX and OFD: every XML part of the package, not only the body.

Text boxes, headers, footnotes, comments, deleted passages and properties all lie in parts of their
own; runs of one paragraph are joined so that a number split between them is seen whole.
"""

import io
import re
import zipfile
from xml.etree import ElementTree

from portal.uploads.parts import Extracted, Part

PLACES = (
    (re.compile(r"^word/document\.xml$"), "正文"),
    (re.compile(r"^word/(header|footer)\d*\.xml$"), "页眉页脚"),
    (re.compile(r"^word/(foot|end)notes\.xml$"), "脚注尾注"),
    (re.compile(r"comments", re.IGNORECASE), "批注"),
    (re.compile(r"^ppt/slides/slide(\d+)\.xml$"), "幻灯片"),
    (re.compile(r"^ppt/notesSlides/"), "幻灯片备注"),
    (re.compile(r"^docProps/|^customXml/"), "文档属性"),
    (re.compile(r"^xl/comments|^xl/threadedComments"), "批注"),
)
BLOCKS = {"p", "tr", "TextObject", "si", "comment"}
EMBEDDED = re.compile(r"/embeddings/|^Doc_\d+/Attachs/")
PICTURES = re.compile(r"\.(png|jpe?g|gif|bmp|tiff?|emf|wmf)$", re.IGNORECASE)
LARGEST_PART = 80 * 1024 * 1024


def docx_parts(data: bytes) -> Extracted:
    return package_parts(data)


def pptx_parts(data: bytes) -> Extracted:
    return package_parts(data)


def ofd_parts(data: bytes) -> Extracted:
    return package_parts(data)


def package_parts(data: bytes, skip: re.Pattern[str] | None = None) -> Extracted:
    """The text of every XML part not matching `skip`; pictures and embedded files are named."""
    found = Extracted()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                if not (skip and skip.search(member.filename)):
                    found += _member(archive, member)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return Extracted(unreadable=("文件已损坏，无法检查。",))
    return found


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Extracted:
    name = member.filename
    if EMBEDDED.search(name) and not member.is_dir():
        return Extracted(unreadable=(f"内嵌文件 {name.rsplit('/', 1)[-1]} 未能检查，请取出查看。",))
    if PICTURES.search(name):
        return Extracted(unreadable=("文档中的图片无法自动检查，请人工查看。",))
    if not name.endswith((".xml", ".rels")) or name == "[Content_Types].xml":
        return Extracted()
    if member.file_size > LARGEST_PART:
        return Extracted(unreadable=(f"{_place(name)}太大，未能检查。",))
    text = _text(archive.read(member))
    if text is None:
        return Extracted(unreadable=(f"{_place(name)}已损坏，未能检查。",))
    return Extracted((Part(_place(name), text),)) if text.strip() else Extracted()


def _place(name: str) -> str:
    for pattern, place in PLACES:
        if pattern.search(name):
            return place
    return "超链接" if name.endswith(".rels") else "其他部分"


def _text(xml: bytes) -> str | None:
    """The part's text, a line for each paragraph; link targets and attributes of note too."""
    try:
        root = ElementTree.fromstring(xml)
    except ElementTree.ParseError:
        return None
    pieces: list[str] = []
    _gather(root, pieces)
    return "".join(pieces)


def _gather(root: ElementTree.Element, pieces: list[str]) -> None:
    """Depth first without recursion: documents can be nested deeper than Python allows."""
    stack: list[tuple[ElementTree.Element, bool]] = [(root, False)]
    while stack:
        element, left = stack.pop()
        if left:
            pieces.append("\n" if _local(element) in BLOCKS else "")
            pieces.append(element.tail or "")
            continue
        pieces.append(element.text or "")
        pieces.extend(_told_by_attributes(element))
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _told_by_attributes(element: ElementTree.Element) -> list[str]:
    wanted = ("Target", "descr", "title", "alt", "author", "lastModifiedBy")
    found = [value for key, value in element.attrib.items() if key.rsplit("}", 1)[-1] in wanted]
    return [f"\n{value}\n" for value in found]


def _local(element: ElementTree.Element) -> str:
    return element.tag.rsplit("}", 1)[-1]
