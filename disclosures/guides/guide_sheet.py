"""The spreadsheet of service guides: its columns, and one row of it as a value."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from disclosures.guides.notation import Row
from portal.spreadsheets.rows import Column, Problem

COLUMNS = (
    Column("标题", aliases=("事项名称", "指南名称"), required=True),
    Column("公开事项", aliases=("事项编码", "公开事项编码"), required=True),
    Column("发布机构", aliases=("公开主体",), required=True),
    Column("生成日期", aliases=("成文日期",), required=True),
    Column("发布日期", aliases=("公开日期",)),
    Column("责任人"),
    Column("内容概述", aliases=("摘要",)),
    Column("关键词"),
    Column("群众的叫法", aliases=("俗称", "别名")),
    Column("什么时候要办", aliases=("人生大事",)),
    Column("谁可以办", aliases=("服务对象", "办理对象"), required=True),
    Column("办理条件", aliases=("条件", "受理条件"), required=True),
    Column("办理依据", aliases=("依据", "设定依据"), required=True),
    Column("法定时限", aliases=("法定办结时限",)),
    Column("承诺时限", aliases=("承诺办结时限", "办理时限"), required=True),
    Column("时限说明"),
    Column("收费", aliases=("收费标准", "是否收费"), required=True),
    Column("收费依据"),
    Column("费用说明"),
    Column("办理机构", aliases=("承办机构", "实施机构")),
    Column("窗口", aliases=("办理窗口",)),
    Column("地址", aliases=("办理地址", "办理地点")),
    Column("办理时间", aliases=("办公时间",)),
    Column("咨询电话", aliases=("电话",)),
    Column("监督电话", aliases=("投诉电话",), required=True),
    Column("网上办理", aliases=("全程网办",)),
    Column("最多跑一次", aliases=("一次办好",)),
    Column("村级代办", aliases=("代办",)),
    Column("材料", aliases=("申请材料",), required=True),
    Column("步骤", aliases=("办理流程", "办理步骤"), required=True),
    Column("办成后得到什么", aliases=("办理结果", "结果")),
    Column("特别提醒", aliases=("提醒",)),
    Column("附件"),
)

# columns that go into a text field of the guide as they are
TEXTS = {
    "群众的叫法": "also_called",
    "谁可以办": "who",
    "办理条件": "conditions",
    "办理依据": "basis",
    "时限说明": "time_note",
    "收费依据": "fee_basis",
    "费用说明": "fee_note",
    "窗口": "window",
    "地址": "address",
    "办理时间": "hours",
    "咨询电话": "phone",
    "监督电话": "complaint_phone",
    "办成后得到什么": "result",
    "特别提醒": "reminder",
}


@dataclass(frozen=True)
class GuideRow:
    """One guide, ready to be saved."""

    number: int
    edition: dict[str, Any]
    published_on: date | None
    guide: dict[str, Any]
    materials: tuple[Row, ...]
    steps: tuple[Row, ...]
    attachments: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.edition["title"]

    @property
    def files(self) -> list[str]:
        """The blank forms and whatever else is attached, each once."""
        forms = [material.form for material in self.materials if material.form]
        return list(dict.fromkeys([*forms, *self.attachments]))


@dataclass(frozen=True)
class GuideSheet:
    """What was read: guides that can be saved, problems that forbid it, notes that need a word."""

    rows: tuple[GuideRow, ...]
    problems: tuple[Problem, ...]
    unreadable: tuple[str, ...] = ()
    files: dict[str, Any] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return not self.problems
