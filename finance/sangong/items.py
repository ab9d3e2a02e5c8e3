"""The items of 三公经费 and what belongs to them.

三公经费 = 因公出国（境）费 + 公务用车购置及运行维护费（购置费 + 运行维护费） + 公务接待费.
Meetings and training are not among them (财政部关于三公经费公开的口径).
"""

from enum import StrEnum


class Item(StrEnum):
    TOTAL = "total"
    ABROAD = "abroad"
    VEHICLE = "vehicle"
    VEHICLE_PURCHASE = "vehicle_purchase"
    VEHICLE_RUNNING = "vehicle_running"
    RECEPTION = "reception"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Item.TOTAL: "“三公”经费合计",
    Item.ABROAD: "因公出国（境）费",
    Item.VEHICLE: "公务用车购置及运行维护费",
    Item.VEHICLE_PURCHASE: "公务用车购置费",
    Item.VEHICLE_RUNNING: "公务用车运行维护费",
    Item.RECEPTION: "公务接待费",
}

# what each sum is made of
PARTS = {
    Item.TOTAL: (Item.ABROAD, Item.VEHICLE, Item.RECEPTION),
    Item.VEHICLE: (Item.VEHICLE_PURCHASE, Item.VEHICLE_RUNNING),
}

# what is typed; the sums follow
LEAVES = (Item.ABROAD, Item.VEHICLE_PURCHASE, Item.VEHICLE_RUNNING, Item.RECEPTION)
