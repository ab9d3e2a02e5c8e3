"""A levy keeps to the limit, has its votes, its review and its approval."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from disclosures.flow.hindrances import hindrances
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from finance.levies.models import LevyRule
from tests.cast import Cast
from tests.finance.levies.asked import drafted, limit, published, spare
from tests.finance.resolutions.meetings import published as resolution

LABOUR = {"kind": "labour", "persons": 0, "per_head": Decimal(0), "workers": 100}


def test_a_complete_levy_has_nothing_in_its_way(cast: Cast) -> None:
    assert hindrances(drafted(cast)) == []
    assert hindrances(drafted(cast, days=Decimal(2), **LABOUR)) == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"per_head": Decimal("20.01")}, "每人筹资 20.01 元，超过省定限额规定的每人每年 20.00 元"),
        ({"days": Decimal("3.5"), **LABOUR}, "筹劳 3.5 个工，超过省定限额规定的每年 3.0 个工"),
        ({"persons": 0}, "请填写筹资对象人数"),
        ({"days": Decimal(0), **LABOUR}, "请填写筹劳对象人数"),
        ({"days": Decimal(1), "workers": 9}, "又填了筹劳工数"),
        ({**LABOUR, "days": Decimal(1), "per_head": Decimal(1)}, "又填了每人筹资数"),
        ({"met_on": None}, "请选择已公开的村民（代表）会议决议"),
        ({"in_favour": 27}, "赞成 27 票没有超过到会人数的一半"),
        ({"in_favour": 56}, "赞成 56 票多于实到 55 人"),
        ({"present": 61}, "实到 61 人多于应到 60 人"),
        ({"met_on": date(2199, 1, 1)}, "在今天之后"),
        ({"reviewed_on": None}, "请填写镇政府初审日期"),
        ({"approval_number": ""}, "请填写县级批复日期和文号"),
        ({"reviewed_on": date(2026, 1, 9)}, "镇政府初审日期 2026-01-09 早于会议日期 2026-01-10"),
        ({"approved_on": date(2026, 1, 14)}, "县级批复日期 2026-01-14 早于镇政府初审日期"),
    ],
)
def test_what_is_amiss_is_named(cast: Cast, fields: dict[str, Any], told: str) -> None:
    lines = hindrances(drafted(cast, **fields))
    assert any(told in line for line in lines), lines


def test_the_limit_counts_all_levies_of_the_year(cast: Cast) -> None:
    published(cast, title="第一次")
    [line] = hindrances(drafted(cast, title="第二次", per_head=Decimal("5.01")))
    assert line.startswith("加上本年已公开的 15.00 元，每人筹资 20.01 元，超过省定限额")
    assert hindrances(drafted(cast, title="第三次", per_head=Decimal(5))) == []
    assert hindrances(drafted(cast, title="明年", year=2027)) == []


def test_a_revision_is_not_counted_twice(cast: Cast) -> None:
    item = published(cast)
    revised = revise(item, by=cast.officer)
    revised.change_note = "更正人数"
    assert hindrances(revised) == []


def test_the_limit_of_the_year_holds(cast: Cast) -> None:
    limit(cast.town)
    newer = {"since": 2027, "per_head": Decimal(30), "days": Decimal(3)}
    LevyRule.objects.create(township=cast.town, name="新限额", **newer)
    assert hindrances(drafted(cast, year=2027, per_head=Decimal(25))) == []
    assert hindrances(drafted(cast, year=2026, per_head=Decimal(25))) != []


def test_without_a_limit_nothing_can_be_checked(cast: Cast) -> None:
    edition = drafted(cast)
    LevyRule.objects.all().delete()
    [line] = hindrances(edition)
    assert "还没有设置 2026 年的筹资筹劳限额" in line


def test_no_more_are_spared_than_there_are(cast: Cast) -> None:
    edition = drafted(cast)
    spare(edition, 501)
    [line] = hindrances(edition)
    assert "免筹资的人数多于筹资对象 500 人" in line


def test_a_public_resolution_stands_for_the_votes(cast: Cast) -> None:
    decided = resolution(cast.village, by=cast.officer)
    edition = drafted(cast, resolution=decided, met_on=None, present=None)
    assert hindrances(edition) == []
    withdraw(decided, by=cast.officer, reason="票数有误，更正后重发。")
    assert any("所选的决议没有公开" in line for line in hindrances(edition))
