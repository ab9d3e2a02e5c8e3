"""What was got for the money: groups and journeys abroad, vehicles, receptions and guests."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from finance.sangong.figures import money
from finance.sangong.items import Item


@dataclass(frozen=True)
class Counts:
    """All of one year; None is not filled in. Foreign guests are counted apart (外事接待)."""

    groups: int | None = None
    travellers: int | None = None
    bought: int | None = None
    kept: int | None = None
    receptions: int | None = None
    guests: int | None = None
    foreign_receptions: int | None = None
    foreign_guests: int | None = None

    @property
    def missing(self) -> list[str]:
        return [label for name, label in LABELS.items() if getattr(self, name) is None]

    def of(self, item: Item) -> str:
        """The counts beside an item's amount: 74 批次、562 人次. Nothing where none is told."""
        return "、".join(
            words.format(value)
            for name, words in BESIDE.get(item, ())
            if (value := getattr(self, name)) is not None and (value or name not in FOREIGN)
        )


FOREIGN = ("foreign_receptions", "foreign_guests")
LABELS = {
    "groups": "因公出国（境）团组数",
    "travellers": "因公出国（境）人次",
    "bought": "公务用车购置数",
    "kept": "公务用车保有量",
    "receptions": "国内公务接待批次",
    "guests": "国内公务接待人次",
    "foreign_receptions": "外事接待批次",
    "foreign_guests": "外事接待人次",
}
BESIDE = {
    Item.ABROAD: (("groups", "{} 个团组"), ("travellers", "{} 人次")),
    Item.VEHICLE_PURCHASE: (("bought", "购置 {} 辆"),),
    Item.VEHICLE_RUNNING: (("kept", "保有 {} 辆"),),
    Item.VEHICLE: (("bought", "购置 {} 辆"), ("kept", "保有 {} 辆")),
    Item.RECEPTION: (
        ("receptions", "国内 {} 批次"),
        ("guests", "{} 人次"),
        ("foreign_receptions", "外事 {} 批次"),
        ("foreign_guests", "外事 {} 人次"),
    ),
}
# spending on the left can't be without a count on the right, nor the count without spending
GOES_WITH = (
    (Item.ABROAD, "groups", True),
    (Item.VEHICLE_PURCHASE, "bought", True),
    (Item.VEHICLE_RUNNING, "kept", False),
    (Item.RECEPTION, "receptions", True),
)
WITHIN = (("groups", "travellers"), ("bought", "kept"), ("receptions", "guests"))


def disagreements(counts: Counts, spent: dict[Item, Decimal]) -> Iterator[str]:
    """Where the counts can't be true beside the amounts (in 万元) or beside each other."""
    for item, name, both_ways in GOES_WITH:
        count, amount, label = getattr(counts, name), spent.get(item, Decimal(0)), LABELS[name]
        if count is None:
            continue
        if item is Item.RECEPTION:
            count += counts.foreign_receptions or 0
        if amount and not count:
            yield f"{item.label}花了 {money(amount)} 万元，{label}却是 0，请核对。"
        if both_ways and count and not amount:
            yield f"{label}是 {count}，{item.label}却是 0，请核对。"
    for fewer, more in (*WITHIN, FOREIGN):
        least, most = getattr(counts, fewer), getattr(counts, more)
        if least is not None and most is not None and least > most:
            yield f"{LABELS[fewer]}（{least}）多于{LABELS[more]}（{most}），请核对。"
