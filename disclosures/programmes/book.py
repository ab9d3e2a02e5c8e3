"""The workbook of programmes: its sheets and columns, and one programme of it as a value."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from portal.spreadsheets.rows import Column, Problem

PROGRAMMES, STANDARDS, STEPS = "项目", "标准", "步骤"
DOCUMENTS, BASES, CHECK = "材料", "依据", "问答"
KEY = Column("标识", aliases=("项目标识",), required=True)

SHEETS: dict[str, tuple[Column, ...]] = {
    PROGRAMMES: (
        KEY,
        Column("标题", aliases=("项目", "项目名称"), required=True),
        Column("领域", required=True),
        Column("公开事项", aliases=("事项编码", "公开事项编码"), required=True),
        Column("发布机构", aliases=("公开主体",), required=True),
        Column("生成日期", aliases=("成文日期",), required=True),
        Column("发布日期", aliases=("公开日期",)),
        Column("内容概述", aliases=("摘要",)),
        Column("关键词"),
        Column("群众的叫法", aliases=("俗称",)),
        Column("是什么", required=True),
        Column("怎么算"),
        Column("谁可以享受", aliases=("条件",), required=True),
        Column("哪些情况不享受"),
        Column("给哪些人"),
        Column("遇到哪些情况"),
        Column("户籍在哪里"),
        Column("什么时候申请"),
        Column("到哪里申请"),
        Column("审核审批时限", aliases=("时限",)),
        Column("怎样发放"),
        Column("什么时候到账"),
        Column("资金来源"),
        Column("经办机构"),
        Column("咨询电话"),
        Column("监督电话"),
    ),
    STANDARDS: (
        KEY,
        Column("档次", aliases=("类别",), required=True),
        Column("金额", aliases=("标准", "金额（比例）"), required=True),
        Column("单位", required=True),
        Column("执行起日", aliases=("起日",), required=True),
        Column("执行止日", aliases=("止日",)),
        Column("调整依据", aliases=("依据",)),
        Column("说明"),
        Column("此前中断的原因"),
    ),
    STEPS: (
        KEY,
        Column("步骤", required=True),
        Column("做什么"),
        Column("谁来做"),
        Column("用时"),
    ),
    DOCUMENTS: (
        KEY,
        Column("材料", required=True),
        Column("形式和份数", aliases=("形式",)),
        Column("什么情况才要"),
        Column("说明"),
    ),
    BASES: (KEY, Column("文件名称", aliases=("文件",), required=True), Column("文号")),
    CHECK: (
        KEY,
        Column("题号", required=True),
        Column("问题"),
        Column("提示"),
        Column("答案", required=True),
        Column("去向", required=True),
        Column("说明"),
    ),
}
# without these there is nothing to show; the others may be missing
NEEDED = (PROGRAMMES, STANDARDS)

# columns that go into a text field as they are
PROGRAMME_TEXTS = {
    "群众的叫法": "also_called",
    "是什么": "what",
    "怎么算": "how_much",
    "谁可以享受": "who",
    "哪些情况不享受": "not_for",
    "什么时候申请": "apply_when",
    "到哪里申请": "apply_where",
    "审核审批时限": "limit",
    "怎样发放": "paid_how",
    "什么时候到账": "paid_when",
    "资金来源": "fund",
    "咨询电话": "phone",
    "监督电话": "complaint_phone",
}
ROW_TEXTS = {
    STANDARDS: {
        "档次": "grade",
        "调整依据": "basis",
        "说明": "note",
        "此前中断的原因": "gap_reason",
    },
    STEPS: {"步骤": "name", "做什么": "what", "谁来做": "by_whom", "用时": "days"},
    DOCUMENTS: {"材料": "name", "形式和份数": "how", "什么情况才要": "only_when", "说明": "note"},
    BASES: {"文件名称": "name", "文号": "number"},
}


@dataclass(frozen=True)
class SheetProblem:
    """What is wrong in one place of one sheet."""

    sheet: str
    problem: Problem

    def __str__(self) -> str:
        where = f"《{self.sheet}》" if self.sheet else ""
        return f"{where}{self.problem}"


@dataclass(frozen=True)
class ReadProgramme:
    """One programme, ready to be saved: fields of its edition, its part and of the rows below."""

    number: int
    edition: dict[str, Any]
    part: dict[str, Any]
    published_on: date | None
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return str(self.part["key"])


@dataclass(frozen=True)
class Book:
    """What was read: programmes that can be saved, problems that forbid it."""

    programmes: tuple[ReadProgramme, ...]
    problems: tuple[SheetProblem, ...]

    @property
    def ok(self) -> bool:
        return not self.problems
