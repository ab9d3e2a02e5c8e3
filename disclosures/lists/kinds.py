"""What a kind of list consists of, as data: its columns, what it computes, how names are shown."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from disclosures.lists.headings import LOOKS, USUAL
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
    several: bool = False  # one person may have several rows that differ here

    @property
    def number(self) -> bool:
        return self.role in NUMBERS

    def as_column(self) -> Column:
        usual = USUAL.get(self.role, ())
        guessed = self.required or self.role in (Role.GROUP, Role.IDENTITY)
        like = LOOKS.get(self.role) if guessed else None
        return Column(self.heading, (*self.aliases, *usual), self.required, like)


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

    @property
    def several(self) -> tuple[str, ...]:
        """The columns in which rows of one person may differ."""
        return tuple(one.heading for one in self.columns if one.several)

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
                bool(one.get("several", False)),
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
