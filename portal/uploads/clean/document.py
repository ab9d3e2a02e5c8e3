"""A Word document without its author, comments, past and hidden parts. What can't be taken away
without changing what it says is refused, with where it stands."""

import re
from typing import Any

from portal.uploads.checks import CheckedFile
from portal.uploads.clean.cleaned import Cleaned
from portal.uploads.clean.package import Package, drop_beside, local, unlink
from portal.uploads.ooxml import place_of
from portal.uploads.refused import Refused

STYLES = "word/styles.xml"
STORIES = r"word/(document|header|footer|footnotes|endnotes)\d*\.xml"
REVISED = frozenset({"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"})
REVISED |= {"delText", "delInstrText"}
# marks of comments, of earlier formats, of what was moved
MARKS = frozenset(
    ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
    + ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange")
    + ("tcPrChange", "tblPrExChange", "numberingChange", "permStart", "permEnd", "proofErr")
    + ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
)
SETTINGS = frozenset(
    (
        "rsids",
        "docVars",
        "mailMerge",
        "attachedTemplate",
        "trackRevisions",
        "docId",
        "saveThroughXslt",
    )
    + ("documentProtection", "writeProtection")
)
PARTS = (
    (r"word/(comments|commentsExtended|commentsIds|commentsExtensible|people)\d*\.xml", "批注"),
    (r"word/glossary/.*", "构建基块"),
)
REFUSED = (
    (r"word/embeddings/.*|.*\.(bin|xlsx?|docx?|pptx?)", "内嵌的文件（如表格、附件图标）"),
    (r"word/afchunk.*|.*\.(mht|html?|rtf)", "插入的网页或者文档"),
)
TOLD = {
    "Change": "格式修订记录（含作者）",
    "attachedTemplate": "模板所在的位置",
    "docVars": "文档变量",
    "mailMerge": "邮件合并的数据来源",
}
CROPPED = "有裁剪过的图片，裁掉的部分仍在文件里，请核对或者先裁好再插入"
CURE = "公开前请在原来的软件里删去或者改成图片、文字，另存后再上传。"


def clean_document(checked: CheckedFile) -> Cleaned:
    package = Package.opened(checked.data)
    drop_beside(package)
    for pattern, told in PARTS:
        package.drop(pattern, told)
    _refuse_parts(package)
    gone, hiding = package.mend_relations(), _hiding_styles(package)
    for name in package.names(r"word/.*\.xml"):
        root = package.root(name)
        if re.fullmatch(STORIES, name):
            _refuse_hidden(root, place_of(name), hiding)
        _clean(package, root)
        unlink(root, gone.get(name, set()))
        package.keep(name, root)
    data = package.written()
    return Cleaned(data, checked.name, package.removed, package.unchecked)


def _refuse_parts(package: Package) -> None:
    for pattern, what in REFUSED:
        if found := package.names(pattern):
            raise Refused(f"文档里有{what} {len(found)} 个，里面的内容会一起公开。{CURE}")


def _hiding_styles(package: Package) -> set[str]:
    """The styles whose words are hidden."""
    if STYLES not in package.parts:
        return set()
    return {
        str(value)
        for style in package.root(STYLES).iter("{*}style")
        if _vanishes(style)
        for key, value in style.attrib.items()
        if key.endswith("}styleId")
    }


def _refuse_hidden(root: Any, where: str, hiding: set[str]) -> None:
    """Tracked changes and hidden words: which of them are meant only the writer can say."""
    elements = list(root.iter("{*}*"))
    revised = [one for one in elements if local(one) in REVISED]
    if revised:
        raise Refused(
            f"{where}里有 {len(revised)} 处没有处理的修订。请在“审阅”里接受或者拒绝全部修订，"
            "核对后另存再上传。"
        )
    hidden = [one for one in elements if local(one) == "r" and _hidden_words(one, hiding)]
    if hidden:
        raise Refused(
            f"{where}里有 {len(hidden)} 处隐藏文字，别人可以显示出来。请显示全部隐藏文字，"
            "删去不公开的，再上传。"
        )


def _hidden_words(run: Any, hiding: set[str]) -> str:
    """The words of a run that is hidden by itself, by its style or by its paragraph's."""
    styles = [*run.iterfind("{*}rPr/{*}rStyle"), *run.iterfind("../{*}pPr/{*}pStyle")]
    by_style = any(_value(style) in hiding for style in styles)
    if not (_vanishes(run) if _says(run) else by_style):
        return ""
    return "".join(one.text or "" for one in run.iterfind("{*}t"))


def _says(holder: Any) -> bool:
    return holder.find("{*}rPr/{*}vanish") is not None


def _vanishes(holder: Any) -> bool:
    marks = list(holder.iterfind("{*}rPr/{*}vanish"))
    return bool(marks) and not any(_value(one) in ("0", "false", "off") for one in marks)


def _value(element: Any) -> str:
    values = [value for key, value in element.attrib.items() if key.endswith("}val")]
    return str(values[0]) if values else ""


def _clean(package: Package, root: Any) -> None:
    for element in list(root.iter("{*}*")):
        name = local(element)
        if name in MARKS | SETTINGS:
            _take_out(element)
            if told := TOLD.get("Change" if name.endswith("Change") else name):
                package.tell(told)
            continue
        for key in [key for key in element.attrib if "}rsid" in key or key.endswith("}author")]:
            del element.attrib[key]
        if name in ("docPr", "cNvPr"):
            _forget_name(element)
        if _cropped(element) and CROPPED not in package.unchecked:
            package.unchecked.append(CROPPED)


def _cropped(element: Any) -> bool:
    return local(element) == "srcRect" and any(
        value not in ("0", "") for value in element.attrib.values()
    )


def _take_out(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _forget_name(element: Any) -> None:
    """Pictures keep the name and place of the file they came from."""
    if element.get("name"):
        element.set("name", "图片")
    if re.search(r"[\\/]|\.\w{3,4}$", element.get("descr", "")):
        element.set("descr", "")
