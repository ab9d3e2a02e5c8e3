"""What an official explanation says in figures: each amount and percentage with what it is about.

Explanations follow one habit: the item is named, then its amount, then 较上年 or 较预算, then by
how much it rose or fell, in money and in percent. Read from left to right, each word narrows what
the next figure must mean; a full stop ends it, and what stands in brackets ends with them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from finance.sangong.items import Item
from finance.sangong.numerals import in_digits


class Column(StrEnum):
    FINAL = "final"
    BUDGET = "budget"
    LAST_FINAL = "last_final"
    LAST_BUDGET = "last_budget"
    LAST_YEAR = "last_year"  # 比上年: whether its budget or its final account is left unsaid


class Meaning(StrEnum):
    VALUE = "value"
    DIFFERENCE = "difference"
    SHARE = "share"
    DONE = "done"  # final as a percentage of the budget


@dataclass(frozen=True)
class Claim:
    """One figure of the text. `sign` is +1 for a rise, -1 for a fall, 0 where none is told;
    `number` is in `unit` (元, 万元 or %); `places` are the decimals that were printed."""

    quote: str
    item: Item
    meaning: Meaning
    number: Decimal
    unit: str
    places: int
    sign: int = 0
    column: Column | None = None
    base: Column | None = None
    # 公务用车及运行维护费 is said both of the whole and of the running costs alone
    or_item: Item | None = None


@dataclass(frozen=True)
class _Sense:
    """What has been said so far in a sentence."""

    item: Item | None = None
    or_item: Item | None = None
    column: Column | None = None
    base: Column | None = None
    base_told: bool = False  # the base was named and no figure has followed yet
    sign: int | None = None
    way_told: bool = False  # it rose or fell, and no figure has followed yet
    meaning: Meaning = Meaning.VALUE
    start: int = 0


EARLIER = r"(?:上年度?|去年|上一年度?|\d{4}年度?)的?"
THAN = "(?:比|较|与|同|(?<=低于)|(?<=高于)|(?<=少于)|(?<=多于)|(?<=超过)|(?<=超出))"
FIGURE = r"(?=(?:决算|预算|实际|支出|执行|发生)*数?(?:为|是)?\s*\d)"
TOKEN = re.compile(
    rf"""
    (?P<stop>[。;；\n])
  | (?P<open>[(])
  | (?P<close>[)])
  | (?P<counted>(?:减少|增加|下降|增长)了?\s*\d+\s*[批人次辆个场]\w{{0,2}}
        [,、](?:同比|比上年|较上年)?(?:下降|增长|减少|增加)了?\s*\d[\d.]*\s*%)
  | (?P<foreign>(?:外宾|外事|国[(]?境?[)]?外公务)接待(?:费用?|经费)?
        |(?:车均|辆均|单车|每车)(?:公务用车)?(?:运行)?(?:维护|维修)?(?:费用?)?
        |会议费|培训费|机关运行经费|政府采购|人均|平均|每人|每次|每辆
        |一般公共预算(?:财政拨款)?(?:收入|支出)
        |燃油费|油费|燃料费|维修保养费|维修费|保险费|保险|过路过桥费|过桥过路费|过路费|停车费)
  | (?P<abroad>因公出国(?:[(]境[)])?(?:费用?|经费)?)
  | (?P<running>(?:公务用车|公车)?运行(?:维护|维修)?(?:费用?|(?=支出|\s*\d)))
  | (?P<vehicle>公务用车购置(?:及|和|与)?运(?:行维护|行|维)(?:费用?)?
        |公务用车经费)
  | (?P<loose>公务用车(?:及|和|与)运行(?:维护)?费)
  | (?P<purchase>公务用车购置(?:费用?|经费)?)
  | (?P<bought>购置费用?)
  | (?P<domestic>国内公务接待(?:费用?|经费|(?=支出|\s*\d)))
  | (?P<reception>公务接待(?:费用?|经费|(?=支出|\s*\d)))
  | (?P<total>[“"]?三公[”"]?经费)
  | (?P<lastbudget>{THAN}{EARLIER}(?:年初)?预算)
  | (?P<last>上年度?(?:决算|支出)数?
        |{THAN}{EARLIER}(?:累计|同期)?(?:决算|支出|实际|执行)数?)
  | (?P<lastyear>同比|(?:{THAN}|由|从){EARLIER}(?:累计|同期)?数?|(?:上年度?|去年|上一年度?){FIGURE})
  | (?P<year>20\d{{2}}年度?){FIGURE}
  | (?P<to>(?:减少|降低|下降|压减|压缩|增加|增长|上升|提高|降|升)[到至])
  | (?P<done>完成(?:了|年初|全年|当年|本年|年度)*预算|预算(?:完成|执行)率
        |(?:为|是|占)(?:年初|全年|当年|年度)*预算数?的)
  | (?P<budget>{THAN}(?:年初|当年|全年|本年|年度|调整)*预算数?)
  | (?P<ofbudget>预算数?)
  | (?P<offinal>决算数?|实际支出|支出数?)
  | (?P<share>占)
  | (?P<flat>持平|无增减|没有变化|无变化|不变)
  | (?P<same>(?<!口径)(?<!标准)(?:一致|相同))
  | (?P<up>增加|增长|上升|提高|上涨|增幅|增支|多支出?|超支|高于|多于|超过|超出)
  | (?P<down>减少|下降|降低|压减|节约|压缩|减幅|降幅|节支|减支|少支出?|低于|少于)
  | (?P<differ>差异|相差|差额)
  | (?P<number>-?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>万元|元|%|个百分点)
    """,
    re.VERBOSE,
)
# where money went for guests from abroad, 国内公务接待 is a part of which no figure is known
GUESTS = re.compile(r"(?:外宾|外事|国[(]?境?[)]?外公务)接待\D{0,10}(?=0*[1-9]|0\.0*[1-9])")
NAMED = {
    "abroad": Item.ABROAD,
    "running": Item.VEHICLE_RUNNING,
    "vehicle": Item.VEHICLE,
    "loose": Item.VEHICLE,
    "purchase": Item.VEHICLE_PURCHASE,
    "bought": Item.VEHICLE_PURCHASE,
    "reception": Item.RECEPTION,
    "total": Item.TOTAL,
}
BASES = {
    "lastbudget": Column.LAST_BUDGET,
    "last": Column.LAST_FINAL,
    "lastyear": Column.LAST_YEAR,
    "budget": Column.BUDGET,
}
COLUMNS = {"ofbudget": Column.BUDGET, "offinal": Column.FINAL}
WAYS = {"up": 1, "down": -1, "differ": 0}
VEHICLES = (Item.VEHICLE, Item.VEHICLE_PURCHASE, Item.VEHICLE_RUNNING)


@dataclass(frozen=True)
class _Whole:
    """What only the whole text tells of one of its words."""

    latest: int  # the year it is about
    own_budget: str
    foreign_guests: bool

    @classmethod
    def of(cls, told: str) -> "_Whole":
        years = {int(year) for year in re.findall(r"20\d{2}(?=年)", told)}
        latest = max(years, default=0)
        own_budget = f"{latest}年" if len(years) > 1 else "本年"
        return cls(latest, own_budget, GUESTS.search(told) is not None)

    def kind(self, found: "re.Match[str]") -> str:
        kind = str(found.lastgroup if found.lastgroup != "unit" else "number")
        if kind == "lastbudget" and self.own_budget in found[0]:
            return "budget"
        if kind == "domestic":
            return "foreign" if self.foreign_guests else "reception"
        return kind


def claims_of(text: str) -> Iterator[Claim]:
    """The figures that `text` states about 三公经费, in its order."""
    told = in_digits(unicodedata.normalize("NFKC", text))
    whole = _Whole.of(told)
    names_items = any(whole.kind(found) in NAMED for found in TOKEN.finditer(told))
    # an explanation that names no item at all speaks of the whole
    sense, outside = _Sense(None if names_items else Item.TOTAL), list[_Sense]()
    for found in TOKEN.finditer(told):
        kind = whole.kind(found)
        if kind == "open":
            outside.append(sense)
        elif kind == "close":
            sense = outside.pop() if outside else sense
        elif kind == "year":
            sense = _of_year(sense, int(found[0][:4]), whole.latest, found.start())
        elif kind not in ("number", "flat", "same"):
            sense = _narrow(sense, kind, found.start())
        elif sense.item is not None and (kind != "same" or sense.base_told):
            if claim := _claim(sense, found, told):
                yield claim
            sense = _after(sense)


def _narrow(sense: _Sense, kind: str, at: int) -> _Sense:
    if kind == "stop":
        return _Sense(sense.item, sense.or_item, sense.column, start=at + 1)
    if kind == "counted":
        return sense  # by how much journeys or guests rose or fell, not money
    if kind == "foreign" or kind in NAMED:
        return _about(sense, kind, at)
    if kind in BASES or kind in COLUMNS:
        return _compared(sense, kind, at)
    if kind == "to":
        return replace(sense, column=None, base_told=False, meaning=Meaning.VALUE)
    if kind in WAYS:
        return replace(sense, sign=WAYS[kind], way_told=True, meaning=Meaning.DIFFERENCE)
    return replace(sense, meaning=Meaning.DONE if kind == "done" else Meaning.SHARE, start=at)


def _about(sense: _Sense, kind: str, at: int) -> _Sense:
    """Another item is named, or something that is none of them."""
    if kind == "foreign" or (kind == "bought" and sense.item not in VEHICLES):
        return _Sense(start=at)
    if sense.meaning is Meaning.SHARE:
        return sense  # 占“三公”经费的…: the whole, not a new item
    or_item = Item.VEHICLE_RUNNING if kind == "loose" else None
    return _Sense(item=NAMED[kind], or_item=or_item, column=sense.column, start=at)


def _compared(sense: _Sense, kind: str, at: int) -> _Sense:
    """Another year or the budget is named. 低于 before it tells the way already."""
    if kind in BASES:
        sign = sense.sign if sense.way_told else None
        return replace(sense, base=BASES[kind], base_told=True, sign=sign, start=at)
    if not sense.base_told:
        return replace(sense, column=COLUMNS[kind])
    last_budget = kind == "ofbudget" and sense.base is Column.LAST_YEAR
    return replace(sense, base=Column.LAST_BUDGET) if last_budget else sense


def _of_year(sense: _Sense, year: int, latest: int, at: int) -> _Sense:
    """2023年决算 in a text about 2024 is last year's."""
    if year == latest - 1:
        return _narrow(sense, "lastyear", at)
    return replace(sense, column=None, base_told=False)


def _after(sense: _Sense) -> _Sense:
    """What still holds once a figure has come: 下降 for the percentage after the amount too, and
    完成预算 for the percentage after the budget's amount."""
    if sense.meaning is Meaning.DONE:
        return sense
    sign = sense.sign if sense.meaning is Meaning.DIFFERENCE else None
    return replace(sense, base_told=False, way_told=False, sign=sign, meaning=Meaning.VALUE)


def _claim(sense: _Sense, found: "re.Match[str]", told: str) -> Claim | None:
    quote = told[sense.start : found.end()].strip("，,、：:( ")
    meaning, sign = _meaning(sense, found["unit"])
    if sense.item is None or meaning is None or found["unit"] == "个百分点":
        return None
    column, base = sense.column, sense.base
    if meaning is Meaning.VALUE and sense.base_told:
        column = base
    if meaning is Meaning.VALUE and sense.meaning is Meaning.DONE:
        column = Column.BUDGET
    number = (found["number"] or "0").replace(",", "")
    return Claim(
        quote,
        sense.item,
        meaning,
        Decimal(number),
        found["unit"] or "万元",
        len(number.partition(".")[2]) if found["number"] else 2,
        sign,
        column,
        base,
        sense.or_item,
    )


def _meaning(sense: _Sense, unit: str | None) -> tuple[Meaning | None, int]:
    """What a figure in `unit` (none for 持平) means here, and its direction."""
    if unit is None:
        return Meaning.DIFFERENCE, 0
    if unit == "%":
        if sense.meaning in (Meaning.SHARE, Meaning.DONE):
            return sense.meaning, 0
        return (Meaning.DIFFERENCE, sense.sign) if sense.sign else (None, 0)
    if sense.meaning is Meaning.DIFFERENCE:
        return Meaning.DIFFERENCE, sense.sign or 0
    return Meaning.VALUE, 0
