"""A spreadsheet without its author, comments and left-overs. Hidden sheets, rows and columns are
refused, with where they are: taking them out would change what the others compute."""

import posixpath
from collections.abc import Iterator
from typing import Any

from portal.spreadsheets.read import Sheet, Unreadable, read_workbook
from portal.uploads.checks import CheckedFile
from portal.uploads.clean.cleaned import Cleaned
from portal.uploads.clean.package import RELATION, Package, drop_beside, local, relations_of, unlink
from portal.uploads.refused import Refused

WORKBOOK = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"
PARTS = (
    (r"xl/comments.*\.xml|xl/threadedComments/.*|xl/persons/.*", "批注"),
    (r"xl/customProperty/.*|xl/webextensions/.*", "自定义数据"),
)
REFUSED = (
    (r"xl/externalLinks/.*\.xml", "引用了别的文件里的数据，会把那些数据一起带出去"),
    (r"xl/pivotCache/.*\.xml", "有数据透视表，它带着全部原始数据"),
    (r"xl/(connections|queryTables/.*)\.xml|xl/model/.*", "有数据连接，带着数据库或者文件的位置"),
    (r"xl/revisions/.*", "是多人共享的工作簿，带着修改记录"),
    (r"xl/embeddings/.*|xl/activeX/.*", "有内嵌的文件或者控件"),
)
PASTE = "请另建一个表格，只粘贴要公开的数值，再上传。"
# where it was saved, who has it open, who saved it last
NOTED = frozenset({"absPath", "fileSharing", "userInfo", "customWorkbookViews", "revisionPtr"})
LISTED = 12


def clean_sheet(checked: CheckedFile) -> Cleaned:
    package = Package.opened(checked.data)
    for pattern, what in REFUSED:
        if package.names(pattern):
            raise Refused(f"表格{what}。{PASTE}")
    _refuse_hidden(checked)
    drop_beside(package)
    for pattern, told in PARTS:
        package.drop(pattern, told)
    _drop_comment_boxes(package)
    gone = package.mend_relations()
    _clean_workbook(package)
    for name in package.names(r"xl/.*\.xml"):
        if name in gone:
            root = package.root(name)
            _unlink_parts(root, gone[name])
            unlink(root, gone[name])
            package.keep(name, root)
    _blank_left_overs(package)
    return Cleaned(package.written(), checked.name, package.removed, package.unchecked)


def _refuse_hidden(checked: CheckedFile) -> None:
    try:
        sheets = read_workbook(checked.data, checked.name).sheets
    except Unreadable as error:
        raise Refused(str(error)) from error
    if found := [told for sheet in sheets for told in _hidden(sheet)]:
        raise Refused(
            f"表格里有隐藏的内容：{'；'.join(found)}。请删除，或者取消隐藏、确认都可以公开后再上传。"
        )


def _hidden(sheet: Sheet) -> Iterator[str]:
    if sheet.hidden:
        yield f"工作表《{sheet.name}》整张是隐藏的"
        return
    if sheet.hidden_columns:
        yield f"工作表《{sheet.name}》第 {_listed(map(column_letters, sheet.hidden_columns))} 列"
    if sheet.hidden_rows:
        yield f"工作表《{sheet.name}》第 {_listed(map(str, sheet.hidden_rows))} 行"


def _listed(numbers: Any) -> str:
    found = list(numbers)
    more = f"等 {len(found)} " if len(found) > LISTED else " "
    return "、".join(found[:LISTED]) + more.rstrip(" ")


def column_letters(number: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while number:
        number, left = divmod(number - 1, 26)
        letters = chr(65 + left) + letters
    return letters


def _drop_comment_boxes(package: Package) -> None:
    """The yellow boxes of comments, which are drawings of the old kind."""
    for name in package.names(r"xl/worksheets/[^/]*\.xml"):
        ids = {
            value
            for element in package.root(name).iter("{*}legacyDrawing")
            for key, value in element.attrib.items()
            if key.endswith("}id")
        }
        if not ids or relations_of(name) not in package.parts:
            continue
        for relation in package.root(relations_of(name)).iter(RELATION):
            if relation.get("Id") in ids:
                target = posixpath.join(posixpath.dirname(name), relation.get("Target", ""))
                part = posixpath.normpath(target)
                if part in package.parts:
                    del package.parts[part]
                    package.parts.pop(relations_of(part), None)
                    package.tell("批注")


def _unlink_parts(root: Any, gone: set[str]) -> None:
    """Elements that are nothing but a reference to a part that is gone."""
    for element in list(root.iter("{*}*")):
        refers = any(key.endswith("}id") and one in gone for key, one in element.attrib.items())
        if refers and local(element) in ("legacyDrawing", "hyperlink", "customPr", "picture"):
            element.getparent().remove(element)


def _clean_workbook(package: Package) -> None:
    root = package.root(WORKBOOK)
    for element in list(root.iter("{*}*")):
        if local(element) in NOTED and element.getparent() is not None:
            element.getparent().remove(element)
            package.tell("保存的位置和使用者")
    package.keep(WORKBOOK, root)


def _blank_left_overs(package: Package) -> None:
    """Words that were once in a cell and are in none any more."""
    if STRINGS not in package.parts:
        return
    used = set()
    for name in package.names(r"xl/worksheets/[^/]*\.xml"):
        for cell in package.root(name).iter("{*}c"):
            value = cell.find("{*}v")
            if cell.get("t") == "s" and value is not None:
                used.add((value.text or "").strip())
    root = package.root(STRINGS)
    for number, item in enumerate(root.iterfind("{*}si")):
        if str(number) not in used and "".join(item.itertext()):
            namespace = item.tag.partition("}")[0] + "}"
            for child in list(item):
                item.remove(child)
            item.append(item.makeelement(f"{namespace}t", {}))
            package.tell("表格里没有显示的残留文字")
    package.keep(STRINGS, root)
