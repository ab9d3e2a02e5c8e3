"""`python -m demo.compose.rolls`: makes demo/lists anew, as villages would send them.

No number of a person is in them; the columns that are cut on import hold words.
"""

import csv
import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import xlsxwriter

from demo.compose.words import DEMO, GROUPS, SURNAMES, VILLAGES

LISTS = DEMO / "lists"
GIVEN = (
    "明德珍庆友华秀兰国平建军志强玉芳春生永福长根金水桂英翠红大有正和传家世昌文斌小龙冬梅守义立本"
)
CENT = Decimal("0.01")
SCHOOLS = ("青禾镇初级中学", "澄湖县职业学校", "青禾镇中心小学", "皖江技师学院")
# as demo/programmes has the standards
MACHINES = {"乘坐式插秧机": 19500, "履带收割机": 26500, "小型采茶机": 1100, "植保无人机": 9000}
TRADES = ("茶园", "大棚蔬菜", "养蜂", "稻虾共作", "养羊")
ELDERLY = ((100, 500), (90, 100), (80, 50))
DISABLED = {"2025": {"生活补贴": 85, "护理补贴": 88}, "2026": {"生活补贴": 90, "护理补贴": 95}}
KEPT_SINCE = "2026-04-01"
KEPT = {True: {"分散供养": 1220, "集中供养": 1280}, False: {"分散供养": 1175, "集中供养": 1230}}
REASONS = ("因病", "因残", "因学", "缺劳力")


@dataclass(frozen=True)
class Roll:
    """One list: its file, what it is, and how many rows each village has about."""

    file: str
    kind: str
    entry: str
    issuer: str
    title: str
    period: str
    first: str
    last: str
    published: str  # a day, or how many working days before the loading
    rows: int
    fund: str = ""
    outcome: str = ""
    objections: str = ""


CIVIL, FARM, FAMILY = "民政办公室", "农业农村办公室", "卫生健康和计划生育办公室"
SCHOOL, BUILD, SURVEY = "教育中心校", "村镇建设办公室", "自然资源和规划所"
FINE = "公示期内没有收到异议，按公示名单发放。"
MENDED = "异议涉及面积登记有误，已会同村委会重新丈量，更正后发放。"
MONTHS = [f"2025-{12}", *(f"2026-{month:02}" for month in range(1, 12))]


def rolls() -> list[Roll]:
    return [*_monthly(), *_quarterly(), *_yearly(), *_running()]


def _monthly() -> list[Roll]:
    found = []
    for place, month in enumerate(MONTHS[:-1]):
        year, number = month.split("-")
        told = f"{year}年{int(number)}月"
        found.append(
            Roll(
                f"{told}低保金发放花名册.{'csv' if place % 4 == 1 else 'xlsx'}",
                "dibao-payment",
                "D03-04",
                CIVIL,
                f"{told}农村低保金发放名单",
                told,
                f"{month}-01",
                f"{month}-28",
                f"{month}-{11 + place % 5}",
                17,
                "困难群众救助补助资金",
                FINE if place % 3 == 0 else "",
                "0" if place % 3 == 0 else "",
            )
        )
    for month in ("2026-02", "2026-05", "2026-08"):
        told = f"2026年{int(month[-2:])}月"
        found.append(
            Roll(
                f"{told}拟纳入低保对象公示.xlsx",
                "dibao-review",
                "D03-03",
                CIVIL,
                f"{told}拟纳入最低生活保障对象名单公示",
                told,
                f"{month}-01",
                f"{month}-28",
                f"{month}-06",
                1,
                outcome="有群众反映其中一户有经营收入，经入户核查属实，不予纳入；其余按程序审批。"
                if month == "2026-05"
                else FINE,
                objections="1" if month == "2026-05" else "0",
            )
        )
    return found


QUARTERS = (
    ("2025年第四季度", "2025-10-01", "2025-12-31", "2026-01-15"),
    ("2026年第一季度", "2026-01-01", "2026-03-31", "2026-04-14"),
    ("2026年第二季度", "2026-04-01", "2026-06-30", "2026-07-15"),
    ("2026年第三季度", "2026-07-01", "2026-09-30", "2026-10-15"),
)


def _quarterly() -> list[Roll]:
    given = (
        ("elderly", "D02-03", "高龄津贴", 24, "老龄事业经费"),
        ("disabled", "D02-03", "残疾人两项补贴", 15, "残疾人两项补贴资金"),
        ("tekun-payment", "D04-04", "特困人员供养金", 6, "困难群众救助补助资金"),
    )
    return [
        Roll(
            f"{told}{name}发放表.xlsx",
            kind,
            entry,
            CIVIL,
            f"{told}{name}发放名单",
            told,
            first,
            last,
            published,
            rows,
            fund,
        )
        for kind, entry, name, rows, fund in given
        for told, first, last, published in QUARTERS
    ]


def _yearly() -> list[Roll]:
    year = ("2026年", "2026-01-01", "2026-12-31")
    land = ("农业支持保护补贴资金", MENDED, "2")
    spring = ("2026年春季学期", "2026-02-01", "2026-07-31")
    return [
        Roll("2026年耕地地力保护补贴公示表.xlsx", "farmland-notice", "D06-03", FARM,
             "2026年耕地地力保护补贴面积和金额公示", *year, "2026-05-12", 110, *land),
        Roll("2026年耕地地力保护补贴发放表.xlsx", "farmland-payment", "D06-03", FARM,
             "2026年耕地地力保护补贴发放名单", *year, "2026-07-08", 110, "农业支持保护补贴资金"),
        Roll("2026年第一批农机购置补贴.csv", "machinery", "D06-04", FARM,
             "2026年第一批农机购置与应用补贴公示", "2026年上半年", "2026-01-01", "2026-06-30",
             "2026-06-09", 2, "农机购置与应用补贴资金", FINE, "0"),
        Roll("2026年特色产业奖补.xlsx", "industry", "D06-05", FARM,
             "2026年特色产业到户奖补公示", *year, "2026-09-03", 3, "衔接推进乡村振兴补助资金"),
        Roll("2026年奖励扶助.xlsx", "family-award", "D08-03", FAMILY,
             "2026年农村部分计划生育家庭奖励扶助对象公示", *year, "2026-03-17", 9,
             "计划生育奖励扶助资金", FINE, "0"),
        Roll("2026年特别扶助.xlsx", "family-special", "D08-04", FAMILY,
             "2026年计划生育家庭特别扶助对象公示", *year, "2026-03-18", 1, "计划生育特别扶助资金"),
        Roll("2026年春季雨露计划.xlsx", "rain-dew", "D09-03", "乡村振兴办公室",
             "2026年春季学期雨露计划补助公示", *spring, "2026-05-20", 3, "财政衔接补助资金"),
        Roll("2026年春季学生资助.csv", "student-aid", "D09-03", SCHOOL,
             "2026年春季学期家庭经济困难学生资助公示", *spring, "2026-04-22", 6, "学生资助资金"),
        Roll("2026年危房改造.xlsx", "housing", "D07-01", BUILD,
             "2026年农村危房改造对象公示", *year, "2026-04-08", 1, "农村危房改造补助资金",
             FINE, "0"),
        Roll("2026年上半年宅基地审批.xlsx", "homestead", "C02-02", SURVEY,
             "2026年上半年农村宅基地审批结果公示", "2026年上半年", "2026-01-01", "2026-06-30",
             "2026-07-03", 1),
        Roll("2026年第二季度临时救助.xlsx", "relief", "D05-04", CIVIL,
             "2026年第二季度临时救助对象公示", *QUARTERS[2][:3], "2026-07-02", 2, "临时救助资金"),
        Roll("2026年上半年医疗救助.xlsx", "medical", "D10-01", "社会事务办公室",
             "2026年上半年医疗救助对象公示", "2026年上半年", "2026-01-01", "2026-06-30",
             "2026-07-10", 2, "医疗救助资金"),
        Roll("2026年孤儿保障.xlsx", "orphans", "D02-03", CIVIL,
             "2026年孤儿和事实无人抚养儿童保障公示", *year, "2026-06-01", 1,
             "困难群众救助补助资金"),
    ]  # fmt: skip


def _running() -> list[Roll]:
    """On notice on the day of loading; `published` says how many days before."""
    autumn = ("2026年秋季学期", "2026-09-01", "2027-01-31")
    return [
        Roll("2026年稻谷补贴.xlsx", "rice", "D06-05", FARM, "2026年稻谷补贴发放名单",
             "2026年", "2026-01-01", "2026-12-31", "-3", 80, "稻谷补贴资金"),
        Roll("2026年11月低保金发放花名册.xlsx", "dibao-payment", "D03-04", CIVIL,
             "2026年11月农村低保金发放名单", "2026年11月", "2026-11-01", "2026-11-30", "-5", 17,
             "困难群众救助补助资金"),
        Roll("2026年11月拟纳入低保对象公示.xlsx", "dibao-review", "D03-03", CIVIL,
             "2026年11月拟纳入最低生活保障对象名单公示", "2026年11月", "2026-11-01", "2026-11-30",
             "-1", 1),
        Roll("2026年第二批农机购置补贴.csv", "machinery", "D06-04", FARM,
             "2026年第二批农机购置与应用补贴公示", "2026年下半年", "2026-07-01", "2026-12-31",
             "-2", 2, "农机购置与应用补贴资金"),
        Roll("2026年秋季雨露计划.xlsx", "rain-dew", "D09-03", "乡村振兴办公室",
             "2026年秋季学期雨露计划补助公示", *autumn, "-4", 3, "财政衔接补助资金"),
    ]  # fmt: skip


def main() -> None:
    LISTS.mkdir(exist_ok=True)
    for path in LISTS.iterdir():
        path.unlink()
    count = 0
    for roll in rolls():
        rows = lines_of(roll)
        count += len(rows)
        _write(LISTS / roll.file, rows)
    _write_index()
    print(f"{len(rolls())} lists, {count} lines")


WHO = ("序号", "村（社区）", "村民组")
Cells = Callable[[random.Random, Roll], tuple[object, ...]]


@dataclass(frozen=True)
class Columns:
    """What follows the group in a roll: the name's heading, the rest, and how a row is filled."""

    name: str
    headings: tuple[str, ...]
    cells: Cells
    total: str = ""


def _dibao(pay: random.Random, roll: Roll) -> tuple[object, ...]:
    people = pay.choice((1, 1, 2, 2, 3, 4))
    return people, people * pay.choice((420, 498, 560, 612)), pay.choice(REASONS)


def _elderly(pay: random.Random, roll: Roll) -> tuple[object, ...]:
    age = pay.choice((80, 82, 85, 88, 90, 93, 97, 101))
    rate = next(rate for least, rate in ELDERLY if age >= least)
    return rate, rate * 3, age


def _disabled(pay: random.Random, roll: Roll) -> tuple[object, ...]:
    what = pay.choice(("生活补贴", "护理补贴", "护理补贴"))
    rate = DISABLED[roll.first[:4]][what]
    return what, rate, rate * 3, pay.choice(("一级", "二级"))


def _kept(pay: random.Random, roll: Roll) -> tuple[object, ...]:
    way = pay.choice(("分散供养", "分散供养", "集中供养"))
    return way, KEPT[roll.first >= KEPT_SINCE][way] * 3


def _land(rate: str) -> Cells:
    def cells(pay: random.Random, roll: Roll) -> tuple[object, ...]:
        area = Decimal(pay.randint(60, 2600)) / 100
        amount = (area * Decimal(rate)).quantize(CENT, ROUND_HALF_UP)
        return float(area), float(rate), float(amount), ""

    return cells


def _machine(pay: random.Random, roll: Roll) -> tuple[object, ...]:
    machine, grant = pay.choice(list(MACHINES.items()))
    count = pay.choice((1, 1, 1, 2))
    return machine, count, grant, count * grant


LAND = ("补贴面积（亩）", "补贴标准（元/亩）", "补贴金额（元）", "备注")
SUBSIDY = "补贴金额（元）"
KINDS = {
    "dibao-payment": Columns("户主姓名", ("保障人数", "保障金额", "致贫原因"), _dibao, "保障金额"),
    "dibao-review": Columns("户主", ("家庭人口", "月保障金额（元）", "贫困原因"), _dibao),
    "elderly": Columns(
        "姓名", ("津贴标准（元/月）", "发放金额（元）", "年龄"), _elderly, "发放金额（元）"
    ),
    "disabled": Columns(
        "姓名",
        ("补贴项目", "补贴标准（元/月）", "发放金额（元）", "残疾等级"),
        _disabled,
        "发放金额（元）",
    ),
    "tekun-payment": Columns("姓名", ("供养方式", "发放金额（元）"), _kept, "发放金额（元）"),
    "farmland-notice": Columns("户主", LAND, _land("93.50"), SUBSIDY),
    "farmland-payment": Columns("户主", LAND, _land("93.50"), SUBSIDY),
    "rice": Columns("户主", LAND, _land("54.80"), SUBSIDY),
    "machinery": Columns(
        "购机者", ("机具名称", "台数", "单台补贴额（元）", SUBSIDY), _machine, SUBSIDY
    ),
    "industry": Columns(
        "农户",
        ("产业", "奖补金额（元）"),
        lambda pay, roll: (pay.choice(TRADES), pay.choice((800, 1500, 3000))),
        "奖补金额（元）",
    ),
    "family-award": Columns(
        "姓名", ("标准（元/年）", "金额（元）"), lambda pay, roll: (960, 960), "金额（元）"
    ),
    "family-special": Columns(
        "姓名", ("金额（元）",), lambda pay, roll: (pay.choice((8880, 5520)),)
    ),
    "rain-dew": Columns(
        "学生姓名",
        ("就读学校", "金额（元）", "监护人"),
        lambda pay, roll: (pay.choice(SCHOOLS[1::2]), 1500, "已核"),
    ),
    "student-aid": Columns(
        "学生姓名",
        ("学校", "资助金额（元）"),
        lambda pay, roll: (pay.choice(SCHOOLS[::2]), pay.choice((315, 625))),
        "资助金额（元）",
    ),
    "housing": Columns(
        "户主",
        ("改造方式", "补助金额（元）"),
        lambda pay, roll: pay.choice((("修缮加固", 8000), ("拆除重建", 25000))),
    ),
    "homestead": Columns(
        "户主",
        ("家庭人口", "批准面积（平方米）"),
        lambda pay, roll: (pay.randint(2, 6), pay.choice((120, 140, 160))),
    ),
    "relief": Columns(
        "申请人",
        ("家庭人口", "救助金额（元）", "困难原因及病情"),
        lambda pay, roll: (pay.randint(1, 5), pay.choice((815, 1200, 2400)), "大病"),
        "救助金额（元）",
    ),
    "medical": Columns(
        "申请人",
        ("救助金额（元）", "病种"),
        lambda pay, roll: (pay.randint(800, 9000), "住院"),
        "救助金额（元）",
    ),
    "orphans": Columns(
        "儿童姓名", ("保障标准（元/月）", "监护人姓名"), lambda pay, roll: (1260, "已核")
    ),
}


def lines_of(roll: Roll) -> list[list[object]]:
    """Title, header, rows, total and signatures. Households go on from month to month: the seed is
    of the kind, not of the file."""
    columns, seed = KINDS[roll.kind], random.Random(roll.kind)
    header: list[object] = [*WHO, columns.name, *columns.headings]
    people = _people(roll, seed)
    lines = [[n, *who, *columns.cells(seed, roll)] for n, who in enumerate(people, start=1)]
    ending = ["制表人：", "", "审核人："]
    total = _total(header, lines, columns.total)
    return [[f"青禾镇{roll.title}"], header, *lines, *total, ending]


def _total(header: list[object], lines: list[list[object]], heading: str) -> list[list[object]]:
    if not heading:
        return []
    place = header.index(heading)
    row: list[object] = ["合计", *[""] * (len(header) - 1)]
    row[place] = float(sum((Decimal(str(line[place])) for line in lines), Decimal(0)))
    return [row]


def _people(roll: Roll, seed: random.Random) -> list[tuple[str, str, str]]:
    """Village, group and name; nobody twice in a group."""
    found: dict[tuple[str, str, str], None] = {}
    for village in VILLAGES:
        for _ in range(max(1, roll.rows + seed.randint(-2, 2))):
            group = seed.choice(GROUPS[village])
            given = "".join(seed.sample(GIVEN, seed.choice((1, 2, 2))))
            found[village, group, seed.choice(SURNAMES) + given] = None
    return list(found)


def _write(path: Path, rows: list[list[object]]) -> None:
    if path.suffix == ".csv":
        stream = io.StringIO()
        csv.writer(stream, lineterminator="\r\n").writerows(rows)
        path.write_bytes(stream.getvalue().encode("gb18030"))
        return
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    book.set_properties({"title": "", "author": ""})
    sheet = book.add_worksheet("花名册")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    if len(rows[1]) > 6:
        sheet.set_column(len(rows[1]) - 1, len(rows[1]) - 1, None, None, {"hidden": True})
    book.close()


def _write_index() -> None:
    fields = ("file", "kind", "entry", "issuer", "title", "period", "first", "last", "published")
    fields += ("fund", "objections", "outcome")
    with (LISTS / "index.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(fields)
        for roll in rolls():
            writer.writerow([getattr(roll, name) for name in fields])


if __name__ == "__main__":
    main()
