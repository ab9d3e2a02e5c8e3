"""The spreadsheet of many items: its columns, and one row of it as a value."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from disclosures.catalogue.models import CatalogueEntry
from disclosures.policies.models import Interpretation
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.spreadsheets.rows import Column, Problem

COLUMNS = (
    Column("标题", aliases=("名称", "信息标题"), required=True),
    Column("公开事项", aliases=("事项编码", "公开事项编码"), required=True),
    Column("发布机构", aliases=("公开主体",), required=True),
    Column("生成日期", aliases=("成文日期", "形成日期"), required=True),
    Column("变更日期"),
    Column("发布日期", aliases=("公开日期",)),
    Column("责任人"),
    Column("文号"),
    Column("内容概述", aliases=("摘要",)),
    Column("关键词"),
    Column("正文", aliases=("内容",)),
    Column("正文文件"),
    Column("附件"),
    Column("信息来源", aliases=("来源",)),
    Column("公开对象"),
    Column("生效日期"),
    Column("失效日期"),
    Column("解读的政策"),
    Column("解读形式"),
    Column("解读人"),
    Column("视频链接"),
)

# columns that go into a text field of the edition as they are
TEXTS = {
    "文号": "document_number",
    "内容概述": "summary",
    "关键词": "keywords",
    "信息来源": "source",
    "公开对象": "audience",
}


@dataclass(frozen=True)
class Explains:
    """The policy that a row interprets, as the sheet names it, and how."""

    policy: str
    form: Interpretation.Form
    by_whom: str
    video_url: str


@dataclass(frozen=True)
class ItemRow:
    """One item, ready to be saved."""

    number: int
    title: str
    entry: CatalogueEntry
    issuer: Organisation
    formed_on: date
    published_on: date | None
    responsible: Staff | None
    body: str
    texts: dict[str, str] = field(default_factory=dict)
    dates: dict[str, date | None] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    explains: Explains | None = None

    def edition_fields(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "entry": self.entry,
            "issuer": self.issuer,
            "formed_on": self.formed_on,
            "responsible": self.responsible,
            "body": self.body,
            **self.texts,
            **self.dates,
        }


@dataclass(frozen=True)
class ItemSheet:
    """What was read: rows that can be saved, problems that forbid it, notes that need a word."""

    rows: tuple[ItemRow, ...]
    problems: tuple[Problem, ...]
    unreadable: tuple[str, ...] = ()
    files: dict[str, Any] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return not self.problems
