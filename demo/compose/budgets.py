"""`python -m demo.compose.budgets`: makes demo/budgets anew: a workbook for each unit and year.

Each is as finance offices publish them: one sheet a table, in 万元, titles, a unit line, totals.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter

from demo.compose.budget_figures import CLASSES, DOWN, SCHOOLS, TOWNSHIP, UP, leaves
from demo.compose.words import DEMO

BUDGETS = DEMO / "budgets"
CENT = Decimal("0.01")
CONGRESS = "镇第十九届人民代表大会第{}次会议"
BASIC = {"50101": "工资福利支出", "50201": "商品和服务支出", "50901": "对个人和家庭的补助"}
PROJECTS = ("望湖泵站配套", "农村公路日常管护", "老年食堂运营补助", "垃圾清运外包", "防汛物资补充")

# 万元 that come from elsewhere than the treasury; offices' running costs are paid from them
OTHER = Decimal("18.60")

Line = tuple[str, str, Decimal, str, str]  # code, name, 万元, reason, reason against last year


@dataclass(frozen=True)
class Book:
    """One workbook and what the index says of it."""

    unit: str
    year: int
    kind: str
    published: str
    approved_on: str
    approved_by: str
    tables: dict[str, list[Line]]
    draft: bool = False

    @property
    def title(self) -> str:
        kinds = {"budget": "预算", "final": "决算", "adjustment": "预算调整"}
        second = "第二次" if self.draft else ""
        return f"{self.unit or '青禾镇'}{self.year}年{second}{kinds[self.kind]}"


def main() -> None:
    BUDGETS.mkdir(parents=True, exist_ok=True)
    for path in BUDGETS.glob("*.*"):
        path.unlink()
    books = [*_township(), *_schools(), _adjustment(), _second_adjustment()]
    index = [_write(book) for book in sorted(books, key=lambda one: one.published or "9")]
    told = {"books": index, "execution": _execution()}
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (BUDGETS / "index.json").write_text(text + "\n", encoding="utf-8")


def _township() -> list[Book]:
    books: list[Book] = []
    of: dict[tuple[int, str], dict[str, Decimal]] = {}
    for (year, kind), amounts in TOWNSHIP.items():
        by_class = dict(zip(CLASSES, map(Decimal, amounts), strict=True))
        final = kind == "final"
        base = of.get((year, "budget") if final else (year - 1, "budget"), {})
        last = of.get((year - 1, "final"), {}) if final else {}
        expense = [
            (code, name, amount, _why(code, amount, base), _why(code, amount, last))
            for one, whole in by_class.items()
            for code, name, amount in leaves(one, whole)
        ]
        whole = sum(by_class.values(), Decimal(0))
        income = _income(whole, base, last)
        of[year, kind] = {line[0] or line[1]: line[2] for line in (*expense, *income)}
        books.append(
            Book(
                "",
                year,
                kind,
                f"{year + final}-{'08-12' if final else '01-14'}T09:00:00",
                f"{year + final}-{'08-10' if final else '01-12'}",
                "县财政局批复" if final else CONGRESS.format("三五七"[year - 2024]),
                _tables(whole, income, expense),
            )
        )
    return books


def _why(code: str, amount: Decimal, base: dict[str, Decimal]) -> str:
    """A reason for the lines at the bottom that moved."""
    before = base.get(code)
    if before is None or before == amount or len(code) < 7:
        return ""
    return (UP if amount > before else DOWN)[code[:3]]


def _income(whole: Decimal, base: dict[str, Decimal], last: dict[str, Decimal]) -> list[Line]:
    special = (whole * Decimal("0.0871")).quantize(CENT)
    rows = (
        ("一般公共预算拨款收入", whole - special - OTHER, "按支出需要安排。"),
        ("上级专项转移支付收入", special, "按上级下达的指标文件列入。"),
        ("其他收入", OTHER, ""),
    )
    return [
        (
            "",
            name,
            amount,
            why if base.get(name, amount) != amount else "",
            why if last.get(name, amount) != amount else "",
        )
        for name, amount, why in rows
    ]


def _tables(whole: Decimal, income: list[Line], expense: list[Line]) -> dict[str, list[Line]]:
    basic = [
        (code, name, (whole * share / 100).quantize(CENT), "", "")
        for (code, name), share in zip(BASIC.items(), (30, 6, 6), strict=True)
    ]
    spent = sum((line[2] for line in basic), Decimal(0))
    rest = whole - spent
    each = (rest / 8).quantize(CENT)
    projects = [("", name, each, "绩效目标：按期完成，群众满意。", "") for name in PROJECTS]
    projects.append(("", "其他项目", rest - each * len(PROJECTS), "", ""))
    economic = [*basic, ("50301", "资本性支出", rest, "", "")]
    none = [("", "本年没有这项支出", Decimal(0), "", "")]
    return {
        "收支总表": [("", "收入总计", whole, "", ""), ("", "支出总计", whole, "", "")],
        "收入总表": income,
        "支出总表": expense,
        "支出总表（经济分类）": economic,
        "一般公共预算支出表": [
            (code, name, amount - OTHER * (code == "201"), "", "")
            for code, name, amount, *_ in expense
            if len(code) == 3
        ],
        "基本支出表": basic,
        "政府性基金支出表": none,
        "国有资本经营支出表": none,
        "项目支出表": projects,
    }


def _schools() -> list[Book]:
    books = []
    for unit, (code, name, first) in SCHOOLS.items():
        of: dict[tuple[int, str], dict[str, Decimal]] = {}
        for year, kind, factor in (
            (2024, "budget", "1"),
            (2024, "final", "1.018"),
            (2025, "budget", "1.035"),
            (2025, "final", "1.051"),
            (2026, "budget", "1.062"),
        ):
            whole = (Decimal(first) * Decimal(factor)).quantize(CENT)
            base = of.get((year, "budget") if kind == "final" else (year - 1, "budget"), {})
            last = of.get((year - 1, "final"), {}) if kind == "final" else {}
            book = _school(unit, code, name, year, kind, whole, base, last)
            lines = (*book.tables["支出总表"], *book.tables["收入总表"])
            of[year, kind] = {line[0] or line[1]: line[2] for line in lines}
            books.append(book)
    return books


def _school(
    unit: str,
    code: str,
    name: str,
    year: int,
    kind: str,
    whole: Decimal,
    base: dict[str, Decimal],
    last: dict[str, Decimal],
) -> Book:
    surcharge = (whole * Decimal("0.06")).quantize(CENT)
    taught = whole - surcharge
    up = "学生人数和生均公用经费标准增加，教师工资正常晋级。"

    def line(one_code: str, one_name: str, amount: Decimal) -> Line:
        leaf = len(one_code) in (0, 7)
        reasons = (
            up if leaf and given.get(one_code or one_name, amount) != amount else ""
            for given in (base, last)
        )
        return (one_code, one_name, amount, *reasons)

    expense = [
        line("205", "教育支出", whole),
        line("20502", "普通教育", taught),
        line(code, name, taught),
        line("20509", "教育费附加安排的支出", surcharge),
        line("2050901", "校舍维修改造", surcharge),
    ]
    funds = (whole * Decimal("0.92")).quantize(CENT)
    income = [line("", "财政拨款收入", funds), line("", "营养餐和资助专项收入", whole - funds)]
    wages = (whole * Decimal("0.78")).quantize(CENT)
    economic = [
        ("30101", "工资福利支出", wages, "", ""),
        ("30201", "商品和服务支出", whole - wages - surcharge, "", ""),
        ("31001", "资本性支出", surcharge, "", ""),
    ]
    final = kind == "final"
    return Book(
        unit,
        year,
        kind,
        f"{year + final}-{'08-20' if final else '01-24'}T10:00:00",
        f"{year + final}-{'08-15' if final else '01-20'}",
        "县教育局、财政局批复",
        {"收入总表": income, "支出总表": expense, "支出总表（经济分类）": economic},
    )


def _adjustment() -> Book:
    """Flood relief and an access road in mid-2026: the lines that changed, with their new sums."""
    more = Decimal("86.40")
    why = "6月强降雨后上级追加防汛抢险和水毁修复资金，经镇人大主席团批准调整。"
    tables = _changed("213", ("21303", "2130306"), more, "上级专项转移支付收入", why, why)
    when = ("2026-07-03T09:00:00", "2026-06-30")
    return Book("", 2026, "adjustment", *when, "镇第十九届人大主席团会议", tables)


def _second_adjustment() -> Book:
    """A draft that nobody explained yet: why the market town gets less."""
    tables = _changed(
        "212",
        ("21203", "2120303"),
        Decimal(-20),
        "一般公共预算拨款收入",
        "",
        "按支出相应减少。",
    )
    when = ("", "2026-11-18")
    return Book("", 2026, "adjustment", *when, "镇第十九届人大主席团会议", tables, True)


def _changed(
    one: str, below: tuple[str, str], more: Decimal, source: str, why: str, why_income: str
) -> dict[str, list[Line]]:
    """The lines of a class that move by `more`, those above them, where the money comes from, and
    how it is spent: 资本性支出."""
    amounts = dict(zip(CLASSES, map(Decimal, TOWNSHIP[2026, "budget"]), strict=True))
    whole = sum(amounts.values(), Decimal(0))
    lines = {code: (name, amount) for code, name, amount in leaves(one, amounts[one])}
    expense = [
        (code, lines[code][0], lines[code][1] + more, why if len(code) == 7 else "", "")
        for code in (one, *below)
    ]
    income = {line[1]: line[2] for line in _income(whole, {}, {})}
    tables = _tables(whole, [], [])
    capital = {line[0]: line for line in tables["支出总表（经济分类）"]}["50301"]
    # the first adjustment stands before the second
    earlier = Decimal("86.40") if more < 0 else Decimal(0)
    public = amounts[one] + more - OTHER * (one == "201")
    return {
        "收入总表": [("", source, income[source] + more, why_income, "")],
        "支出总表": expense,
        "支出总表（经济分类）": [("50301", "资本性支出", capital[2] + earlier + more, "", "")],
        "一般公共预算支出表": [(one, lines[one][0], public, "", "")],
    }


def _execution() -> list[dict]:
    """A quarter after another of 2026, class by class."""
    amounts = dict(zip(CLASSES, map(Decimal, TOWNSHIP[2026, "budget"]), strict=True))
    rows = []
    for month, part, published in (
        (3, "0.214", "2026-04-16T09:00:00"),
        (6, "0.487", "2026-07-21T09:00:00"),
        (9, "0.731", "2026-10-20T09:00:00"),
    ):
        done = []
        for place, (code, amount) in enumerate(amounts.items()):
            pace = Decimal(part) + Decimal(place % 5 - 2) * Decimal("0.012")
            spent = (amount * pace).quantize(CENT) * 10_000
            done.append({"code": code, "name": CLASSES[code][0], "done": f"{spent:.2f}"})
        rows.append({"year": 2026, "through": month, "published": published, "lines": done})
    return rows


def _write(book: Book) -> dict:
    path = BUDGETS / f"{book.title}.xlsx"
    made = xlsxwriter.Workbook(str(path))
    made.set_properties({"title": "", "author": "", "created": _then()})
    column = {"final": "决算数", "adjustment": "调整后预算数"}.get(book.kind, "预算数")
    for name, lines in book.tables.items():
        page = made.add_worksheet(name)
        page.merge_range(0, 0, 0, 3, f"{book.title}——{name}")
        page.write(1, 3, "单位：万元")
        page.write_row(2, 0, ("科目编码", "科目名称", column, "增减原因"))
        if book.kind == "final":
            page.write_string(2, 4, "比上年增减原因")
        for number, (code, item, amount, why, last) in enumerate(lines, start=3):
            page.write_string(number, 0, code)
            page.write_string(number, 1, item)
            page.write_number(number, 2, float(amount))
            page.write_string(number, 3, why)
            if last:
                page.write_string(number, 4, last)
        tops = [line for line in lines if not line[0] or not _has_above(line, lines)]
        if book.kind != "adjustment" and name != "收支总表":
            page.write_string(len(lines) + 3, 1, "合计")
            page.write_number(len(lines) + 3, 2, float(sum(line[2] for line in tops)))
    made.close()
    kept = ("unit", "year", "kind", "published", "approved_on", "approved_by")
    return {
        "file": path.name,
        "title": f"{book.title}公开",
        **{name: getattr(book, name) for name in kept},
    }


def _has_above(line: Line, lines: list[Line]) -> bool:
    return any(one[0] and one[0] != line[0] and line[0].startswith(one[0]) for one in lines)


def _then() -> datetime:
    """The same in every making."""
    on = date(2026, 11, 20)
    return datetime(on.year, on.month, on.day)  # noqa: DTZ001


if __name__ == "__main__":
    main()
