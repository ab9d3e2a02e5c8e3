"""Rolls as villages send them, and lists made of them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from disclosures.flow.publish import publish_archived
from disclosures.items.models import Disclosure, Edition
from disclosures.lists.begin import begin_list
from disclosures.lists.models import ListKind
from disclosures.lists.read_list import read_list
from disclosures.lists.save_list import save_list
from disclosures.lists.sheet import ListSheet
from disclosures.lists.standard_kinds import load_kinds
from disclosures.lists.villages import villages_of
from tests import factories
from tests.cast import Cast
from tests.factories import moment
from tests.privacy.numbers import identity_number
from tests.spreadsheets.sheets import of_rows

# 7 working days over Mid-Autumn and National Day
PUBLISHED = moment("2026-09-22 09:00")
ENDS = date(2026, 10, 9)

TITLE = ["2026年耕地地力保护补贴面积及金额公示表"]
HEADER = ["序号", "行政村", "村民组", "户主", "身份证号", "联系电话"]
HEADER += ["补贴面积（亩）", "补贴标准（元/亩）", "补贴金额（元）", "备注"]
NAMES = ("汪德珍", "方庆", "欧阳建国")
SUBSIDY = "farmland-notice"


def person(number: int) -> str:
    return identity_number(date(1960, 1, 1 + number), 100 + number)


def row(number: int, name: str, **changed: object) -> list[object]:
    """A right row of a subsidy roll; `changed` by heading."""
    cells = dict(
        zip(
            HEADER,
            [
                number,
                "青禾村",
                "前庄组",
                name,
                person(number),
                f"1390000{number:04d}",
                10,
                107.5,
                1075,
                "",
            ],
            strict=True,
        )
    )
    return list((cells | changed).values())


ROWS = [row(number, name) for number, name in enumerate(NAMES, start=1)]
TOTAL = ["合计", "", "", "", "", "", 30, "", 3225, ""]


def roll(*rows: Sequence[object]) -> bytes:
    return of_rows([TITLE, HEADER, *rows])


def kind(cast: Cast, slug: str = SUBSIDY) -> ListKind:
    load_kinds(cast.town)
    return ListKind.objects.of(cast.town).get(slug=slug)


def read(cast: Cast, data: bytes, slug: str = SUBSIDY, **mapping: str) -> ListSheet:
    return read_list(data, "名单", kind(cast, slug).layout, villages_of(cast.town), mapping)


def draft(cast: Cast, slug: str = SUBSIDY, **about: Any) -> Edition:
    given = {
        "entry": factories.entry(cast.town).code,
        "issuer": cast.office.name,
        "period": "2026年",
        "from": date(2026, 1, 1),
        "to": date(2026, 12, 31),
        "phone": "0559-7000003",
        "formed_on": date(2026, 9, 21),
    }
    return begin_list(kind(cast, slug), given | about, by=cast.officer)


def published(
    cast: Cast, sheet: ListSheet | None = None, at: datetime = PUBLISHED, **about: Any
) -> Disclosure:
    edition = draft(cast, **about)
    save_list(edition, sheet or read(cast, roll(*ROWS, TOTAL)), by=cast.officer)
    return publish_archived(edition, at=at, by=cast.officer)
