"""What a kind of list consists of, as data: its columns, what it computes, how names are shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from portal.spreadsheets.rows import Column


class Role(StrEnum):
    """What a column of a list is for. The values stand in the data of the kinds."""

    VILLAGE = "village"
    GROUP = "group"
    NAME = "name"
    COUNT = "count"
    AREA = "area"
    STANDARD = "standard"
    AMOUNT = "amount"
    PERIOD = "period"
    REMARK = "remark"
    IDENTITY = "identity"  # compared and checked while reading, never kept
    OTHER = "other"  # text of this kind alone, kept under its heading


NUMBERS = (Role.COUNT, Role.AREA, Role.STANDARD, Role.AMOUNT)
# what villages call them, whatever the kind
USUAL: Mapping[Role, tuple[str, ...]] = {
    Role.VILLAGE: (
        "村",
        "村(居)",
        "村居",
        "行政村",
        "村(社区)",
        "所在村",
        "村名",
        "村委会",
        "村民委员会",
    ),
    Role.GROUP: ("村民组", "组", "组别", "村组", "村民小组", "自然村", "小组", "组名"),
    Role.NAME: (
        "姓名",
        "户主",
        "户主姓名",
        "申请人",
        "补贴对象",
        "领款人",
        "享受人",
        "农户姓名",
        "对象姓名",
    ),
    Role.COUNT: ("人数", "保障人数", "享受人数", "家庭人口", "人口数", "台数", "数量"),
    Role.AREA: (
        "面积",
        "补贴面积",
        "面积(亩)",
        "补贴面积(亩)",
        "种植面积",
        "核定面积",
        "种植面积(亩)",
    ),
    Role.STANDARD: (
        "标准",
        "补贴标准",
        "补贴标准(元/亩)",
        "发放标准",
        "保障标准",
        "每亩标准",
        "补助标准",
    ),
    Role.AMOUNT: (
        "金额",
        "补贴金额",
        "保障金额",
        "发放金额",
        "补助金额",
        "救助金额",
        "实发金额",
        "应发金额",
    ),
    Role.PERIOD: ("时间", "期间", "年度", "月份", "发放时间", "所属时段", "享受时间"),
    Role.REMARK: ("备注", "说明"),
    Role.IDENTITY: ("身份证号", "身份证号码", "身份证", "证件号码", "公民身份号码", "居民身份证号"),
}


class NameShown(StrEnum):
    WHOLE = "whole"
    MASKED = "masked"

    @property
    def label(self) -> str:
        return "全名" if self is NameShown.WHOLE else "姓加“某”"


@dataclass(frozen=True)
class KindColumn:
    """One column of a kind: its role, what residents read above it, other headings in sheets."""

    role: Role
    heading: str
    aliases: tuple[str, ...] = ()
    required: bool = False

    @property
    def number(self) -> bool:
        return self.role in NUMBERS

    def as_column(self) -> Column:
        usual = USUAL.get(self.role, ())
        return Column(self.heading, (*self.aliases, *usual), self.required)


@dataclass(frozen=True)
class Formula:
    """The product of `factors` must be `result`, rounded half up to cents.

    Spreadsheets round at the binary end of a number: a cent is forgiven by default.
    """

    factors: tuple[Role, ...]
    result: Role
    tolerance: Decimal = Decimal("0.01")


@dataclass(frozen=True)
class ListLayout:
    """The data of a kind (ListKind.columns and .formulas) as values."""

    columns: tuple[KindColumn, ...]
    formulas: tuple[Formula, ...] = ()
    name_shown: NameShown = NameShown.WHOLE

    def heading(self, role: Role) -> str:
        """The heading of the column in `role`; the role's own word where the kind has none."""
        return next((one.heading for one in self.columns if one.role is role), role.value)

    def has(self, role: Role) -> bool:
        return any(one.role is role for one in self.columns)


def layout_of(columns: Any, formulas: Any, name_shown: str) -> ListLayout:
    """From the JSON of a kind. Raises ValueError or KeyError where it is none."""
    return ListLayout(
        tuple(
            KindColumn(
                Role(one["role"]),
                one["heading"],
                tuple(one.get("aliases", ())),
                bool(one.get("required", False)),
            )
            for one in columns
        ),
        tuple(
            Formula(
                tuple(Role(name) for name in one["factors"]),
                Role(one["result"]),
                Decimal(one.get("tolerance", "0.01")),
            )
            for one in formulas
        ),
        NameShown(name_shown),
    )
