"""Reading a spreadsheet of many items against what the township has; nothing is stored here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.attach import checked
from disclosures.flow.body import prepare_body
from disclosures.flow.hindrances import Privacy
from disclosures.flow.item_lengths import overlong
from disclosures.flow.item_sheet import COLUMNS, TEXTS, Explains, ItemRow, ItemSheet
from disclosures.flow.paragraphs import to_html
from disclosures.items.models import Disclosure, Edition
from disclosures.policies.models import Interpretation
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.privacy.scan import scan_file, scan_html, scan_text
from portal.spreadsheets.read import Unreadable, read_workbook
from portal.spreadsheets.rows import BadCell, Problem, Row, as_date, as_text, find_table
from portal.uploads.checks import CheckedFile, Refused
from portal.uploads.docx_html import docx_to_html

DATES = {"变更日期": "changed_on", "生效日期": "effective_on", "失效日期": "expires_on"}
FORMS = {form.label: form for form in Interpretation.Form}

T = TypeVar("T")


@dataclass
class Reading:
    """What the township has to choose from, and what has been found in the sheet so far."""

    township: Township
    files: Mapping[str, bytes]
    entries: dict[str, CatalogueEntry] = field(default_factory=dict)
    issuers: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Staff] = field(default_factory=dict)
    checked: dict[str, CheckedFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)

    def wrong(self, row: int, column: str, message: str) -> None:
        self.problems.append(Problem(row, column, message))


def read_items(
    data: bytes, name: str, township: Township, files: Mapping[str, bytes] | None = None
) -> ItemSheet:
    """Every row of the sheet checked; `files` are the attachments that it names, by file name."""
    reading = _prepared(township, files or {})
    rows: list[ItemRow] = []
    try:
        rows = [item for row in _rows(data, name, reading) if (item := _item(row, reading))]
    except Unreadable as refusal:
        reading.wrong(0, "", str(refusal))
    _check_policies(rows, reading)
    return ItemSheet(
        tuple(rows), tuple(reading.problems), tuple(reading.unreadable), reading.checked
    )


def _prepared(township: Township, files: Mapping[str, bytes]) -> Reading:
    reading = Reading(township, files)
    for entry in CatalogueEntry.objects.of(township).filter(active=True, children__isnull=True):
        reading.entries[entry.code] = reading.entries[entry.name] = entry
    for issuer in Organisation.objects.of(township).filter(active=True).select_related("township"):
        reading.issuers[issuer.name] = issuer
        reading.issuers.setdefault(issuer.short_name or issuer.name, issuer)
    reading.people = {person.name: person for person in Staff.objects.of(township)}
    return reading


def _rows(data: bytes, name: str, reading: Reading) -> Iterator[Row]:
    """The rows of the first sheet that holds the table."""
    workbook = read_workbook(data, name)
    for sheet in workbook.sheets:
        table = find_table(sheet, COLUMNS)
        if table is None or table.missing:
            continue
        yield from table.rows
        return
    reading.wrong(0, "", "没有找到表头。第一行应有“标题、公开事项、发布机构、生成日期”这几栏。")


def _item(row: Row, reading: Reading) -> ItemRow | None:
    before = len(reading.problems)
    title = _required(row, "标题", reading)
    item = ItemRow(
        number=row.number,
        title=title,
        entry=_one_of(row, "公开事项", reading.entries, reading, "目录中没有这个二级事项"),
        issuer=_one_of(row, "发布机构", reading.issuers, reading, "没有这个机构，请写全称"),
        formed_on=_date(row, "生成日期", reading, required=True),
        published_on=_date(row, "发布日期", reading),
        responsible=_responsible(row, reading),
        body=_body(row, reading),
        texts={
            field: text for column, field in TEXTS.items() if (text := _text(row, column, reading))
        },
        dates={field: _date(row, column, reading) for column, field in DATES.items()},
        files=_files(row, reading),
        explains=_explains(row, reading),
    )
    _check(item, reading)
    return item if len(reading.problems) == before else None


def _text(row: Row, column: str, reading: Reading) -> str:
    return _cell(row, column, as_text, reading) or ""


def _required(row: Row, column: str, reading: Reading) -> str:
    before = len(reading.problems)
    text = _text(row, column, reading)
    if len(reading.problems) > before:
        return ""
    if not text:
        reading.wrong(row.number, column, "这一格是空的，请填写。")
    return text


def _one_of(row: Row, column: str, known: dict[str, T], reading: Reading, missing: str) -> Any:
    text = _required(row, column, reading)
    if text and text not in known:
        reading.wrong(row.number, column, f"“{text}”：{missing}。")
    return known.get(text)


def _responsible(row: Row, reading: Reading) -> Staff | None:
    name = _text(row, "责任人", reading)
    if name and name not in reading.people:
        reading.wrong(row.number, "责任人", f"工作人员中没有“{name}”，请先添加或留空。")
    return reading.people.get(name)


def _date(row: Row, column: str, reading: Reading, *, required: bool = False) -> Any:
    if required and not _required(row, column, reading):
        return None
    return _cell(row, column, as_date, reading)


def _cell(row: Row, column: str, reader: Callable[[object], T], reading: Reading) -> T | None:
    value = row.values.get(column)
    if value in (None, ""):
        return None
    try:
        return reader(value)
    except BadCell as refusal:
        reading.wrong(row.number, column, str(refusal))
        return None


def _body(row: Row, reading: Reading) -> str:
    text, file = _text(row, "正文", reading), _text(row, "正文文件", reading)
    if not file:
        return prepare_body(to_html(text))
    if text:
        reading.wrong(row.number, "正文文件", "“正文”和“正文文件”只填一个。")
    document = _file(row, "正文文件", file, reading)
    if document is None:
        return ""
    if document.extension != "docx":
        reading.wrong(row.number, "正文文件", f"《{file}》不是 DOCX，请另存为 .docx 后再导入。")
        return ""
    try:
        return prepare_body(docx_to_html(document.data).html)
    except Refused as refusal:
        reading.wrong(row.number, "正文文件", f"《{file}》：{refusal}")
        return ""


def _files(row: Row, reading: Reading) -> tuple[str, ...]:
    names = [name.strip() for name in _text(row, "附件", reading).replace("；", ";").split(";")]
    found = [_file(row, "附件", name, reading) for name in names if name]
    for file in found:
        if file is not None:
            _scan(row.number, "附件", f"《{file.name}》", scan_file(file.data, file.name), reading)
    return tuple(name for name in names if name in reading.checked)


def _file(row: Row, column: str, name: str, reading: Reading) -> CheckedFile | None:
    if name not in reading.checked:
        if name not in reading.files:
            reading.wrong(row.number, column, f"没有找到《{name}》，请把它放进附件文件夹或压缩包。")
            return None
        try:
            reading.checked[name] = checked(reading.files[name], name)
        except Refused as refusal:
            reading.wrong(row.number, column, f"《{name}》：{refusal}")
    return reading.checked.get(name)


def _explains(row: Row, reading: Reading) -> Explains | None:
    policy = _text(row, "解读的政策", reading)
    if not policy:
        return None
    form = _text(row, "解读形式", reading) or Interpretation.Form.TEXT.label
    if form not in FORMS:
        reading.wrong(row.number, "解读形式", f"“{form}”应为：{'、'.join(FORMS)}。")
    return Explains(
        policy,
        FORMS.get(form, Interpretation.Form.TEXT),
        _text(row, "解读人", reading),
        _text(row, "视频链接", reading),
    )


def _check(item: ItemRow, reading: Reading) -> None:
    for column, sentence in overlong(item):
        reading.wrong(item.number, column, sentence)
    if not item.body and not item.files:
        reading.wrong(item.number, "正文", "正文和附件都是空的，至少要有一样。")
    if item.formed_on and item.published_on and item.published_on < item.formed_on:
        reading.wrong(item.number, "发布日期", "发布日期早于生成日期，请核对。")
    changed = item.dates["changed_on"]
    if item.formed_on and changed and changed < item.formed_on:
        reading.wrong(item.number, "变更日期", "变更日期早于生成日期，请核对。")
    effective, expires = item.dates["effective_on"], item.dates["expires_on"]
    if effective and expires and expires < effective:
        reading.wrong(item.number, "失效日期", "失效日期早于生效日期，请核对。")
    interpretation = CatalogueEntry.Kind.INTERPRETATION
    if item.entry and item.entry.kind == interpretation and item.explains is None:
        reading.wrong(item.number, "解读的政策", "这是政策解读，请写明解读的是哪份政策。")
    words = [*scan_html(item.body, "正文"), *scan_text(item.title, "标题")]
    words += [found for text in item.texts.values() for found in scan_text(text, "文字")]
    _scan(item.number, "正文", "", Privacy([asdict(found) for found in words]), reading)


def _scan(row: int, column: str, name: str, scan: Any, reading: Reading) -> None:
    """Personal data is a problem; what could not be checked needs a word of the reviewer."""
    found = scan.findings if isinstance(scan, Privacy) else [asdict(f) for f in scan.findings]
    for sentence in Privacy(found).sentences():
        reading.wrong(row, column, f"{name}{sentence}请遮盖后再导入。")
    reading.unreadable += [f"第{row}行{name}：{reason}" for reason in scan.unreadable]


def _check_policies(rows: list[ItemRow], reading: Reading) -> None:
    """Every interpretation names a policy of this sheet or one already public."""
    here = {text for row in rows for text in (row.title, row.texts.get("document_number"))}
    for row in rows:
        named = row.explains.policy if row.explains else None
        if named and named not in here and find_policy(reading.township, named) is None:
            message = f"没有找到“{named}”，请写政策的文号或完整标题，并先导入政策。"
            reading.wrong(row.number, "解读的政策", message)


def find_policy(township: Township, named: str) -> Disclosure | None:
    """The disclosure whose edition carries this document number or title."""
    editions = Edition.objects.of(township).select_related("disclosure").order_by("-pk")
    edition = editions.filter(document_number=named).first() or editions.filter(title=named).first()
    return edition.disclosure if edition else None
