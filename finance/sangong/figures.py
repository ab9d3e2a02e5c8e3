"""One column of a 三公经费 table: what was typed, what it adds up to, and what is wrong with it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from finance.sangong.items import PARTS, Item

CENT = Decimal("0.01")
NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
FOREIGN = ("meeting", "training", "会议", "培训")


@dataclass(frozen=True)
class Figures:
    """Amounts of one column in its unit. `amounts` holds what was given and what follows from it;
    an item that was not told and can't be computed is absent."""

    name: str
    amounts: Mapping[Item, Decimal]
    problems: tuple[str, ...] = ()

    @property
    def total(self) -> Decimal | None:
        return self.amounts.get(Item.TOTAL)


def read_figures(name: str, given: Any) -> Figures:
    """The column `name` (预算数, 决算数…) from a mapping of item to amount.

    Sums that were left out are computed; sums that were given are checked against their parts.
    """
    if not isinstance(given, Mapping):
        return Figures(name, {}, (f"{name}：应当是项目和金额的对照，如 {{“reception”: “20”}}。",))
    problems: list[str] = []
    amounts: dict[Item, Decimal] = {}
    for key, value in given.items():
        _take(name, str(key), value, amounts, problems)
    for item in (Item.VEHICLE, Item.TOTAL):
        problems += _add_up(name, item, amounts)
    if not amounts and not problems:
        problems.append(f"{name}：一个金额也没有填写。")
    return Figures(name, amounts, tuple(problems))


def _take(
    name: str, key: str, value: Any, amounts: dict[Item, Decimal], problems: list[str]
) -> None:
    if any(word in key for word in FOREIGN):
        problems.append(f"{name}：会议费、培训费不属于“三公”经费，请去掉“{key}”。")
        return
    if key not in list(Item):
        problems.append(f"{name}：不认识项目“{key}”，可用的是 {'、'.join(Item)}。")
        return
    item = Item(key)
    amount = as_decimal(value)
    if amount is None:
        problems.append(f"{name}·{item.label}：“{value}”不是金额，请填数字，没有发生的填 0。")
    elif amount < 0:
        problems.append(f"{name}·{item.label}：金额不能是负数（{amount}）。")
    else:
        amounts[item] = amount


def as_decimal(value: Any) -> Decimal | None:
    """A typed amount with commas or full-width digits as a Decimal; None where it is no number.

    A JSON float is taken by its shortest writing, so 9.78 is 9.78.
    """
    if isinstance(value, bool):
        return None
    text = unicodedata.normalize("NFKC", str(value)).replace(",", "").strip()
    return Decimal(text) if NUMBER.fullmatch(text) else None


def _add_up(name: str, item: Item, amounts: dict[Item, Decimal]) -> Iterator[str]:
    """Fill in the sum `item`, or say why it is wrong or can't be told."""
    parts = PARTS[item]
    known = [part for part in parts if part in amounts]
    if not known:
        return
    missing = [part.label for part in parts if part not in amounts]
    if missing and (item is Item.TOTAL or item not in amounts):
        yield f"{name}：缺少{'、'.join(missing)}，没有发生的请填 0。"
        return
    computed = sum((amounts[part] for part in known), Decimal(0))
    stated = amounts.get(item)
    if missing and stated is not None:
        rest = stated - computed
        if rest < 0:
            yield (
                f"{name}·{item.label}：填的是 {money(stated)}，其中的{known[0].label}却是 "
                f"{money(computed)}，比它还多。"
            )
        else:
            amounts[next(part for part in parts if part not in amounts)] = rest
        return
    if not missing and stated is not None and stated != computed:
        parts_told = " + ".join(f"{part.label} {money(amounts[part])}" for part in parts)
        yield (
            f"{name}·{item.label}：填的是 {money(stated)}，各项相加是 {money(computed)}"
            f"（{parts_told}），相差 {money(stated - computed)}。"
        )
    amounts[item] = computed


def money(amount: Decimal) -> str:
    """Two places, more only where the amount has them."""
    rounded = amount.quantize(CENT)
    return f"{rounded:f}" if rounded == amount else f"{amount.normalize():f}"
