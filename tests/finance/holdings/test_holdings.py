"""What a village owns and lets: complete, masked, compared with the year before."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from disclosures.flow.publish import publish_archived
from disclosures.items.models import Disclosure, Edition
from finance.holdings.models import Holding, Holdings
from portal.core import clock
from tests import factories
from tests.cast import Cast


def drafted(cast: Cast, *rows: dict[str, Any], as_of: date = date(2025, 12, 31)) -> Edition:
    edition = factories.draft(
        cast.town, by=cast.officer, shape="holdings", title=f"青禾村资产资源（{as_of}）"
    )
    town = {"township": cast.town, "edition": edition}
    Holdings.objects.create(village=cast.village, as_of=as_of, **town)
    for row in rows:
        Holding.objects.create(**town, **row)
    return edition


def _public(cast: Cast, *rows: dict[str, Any], as_of: date = date(2025, 12, 31)) -> Disclosure:
    edition = drafted(cast, *rows, as_of=as_of)
    return publish_archived(edition, at=factories.moment("2026-01-20 10:00"), by=cast.officer)


HOUSE = {"kind": "1-asset", "name": "冷库", "value": Decimal("320000")}


def _lease(ends_on: date, **fields: Any) -> dict[str, Any]:
    told = {"kind": "3-contract", "name": "鱼塘承包", "counterparty": "方小庆"}
    return told | {"starts_on": date(2020, 1, 1), "ends_on": ends_on, "rent": 9000} | fields


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (HOUSE, ""),
        ({"kind": "1-asset", "name": "冷库"}, "资产“冷库”没有写明金额"),
        ({"kind": "2-resource", "name": "山场"}, "资源“山场”没有写明数量"),
        ({"kind": "3-contract", "name": "门面"}, "合同“门面”没有写明对方和到期日"),
        ({"kind": "5-debt", "name": "欠款", "value": -5}, "“欠款”的金额是负数"),
    ],
)
def test_what_is_missing_is_said(cast: Cast, row: dict[str, Any], told: str) -> None:
    found = " ".join(drafted(cast, row).part.hindrances())
    assert (told in found) if told else found == ""


def test_an_empty_register_is_not_published(cast: Cast) -> None:
    assert "一项也没有登记" in " ".join(drafted(cast).part.hindrances())


def test_a_private_lessee_is_known_by_family_name(cast: Cast, client: Client) -> None:
    item = _public(cast, _lease(date(2030, 1, 1)))
    assert Holding.objects.get().counterparty == "方某某"
    assert "小庆" not in client.get(item.get_absolute_url()).content.decode()


def test_sums_are_compared_with_the_register_before(cast: Cast, client: Client) -> None:
    _public(cast, HOUSE | {"value": Decimal("300000")}, as_of=date(2024, 12, 31))
    _public(cast, HOUSE)
    page = client.get("/finance/holdings/").content.decode()
    assert "320,000.00" in page
    assert "增加 20,000.00" in page


def test_what_is_about_to_end_stands_on_top(cast: Cast, client: Client) -> None:
    today = clock.today()
    _public(
        cast,
        _lease(today + timedelta(days=40), name="门面房租约"),
        _lease(today + timedelta(days=400), name="茶园租约"),
        _lease(today - timedelta(days=3), name="旧租约"),
    )
    answer = client.get("/finance/holdings/")
    assert [row.name for row, _ in answer.context["ending"]] == ["旧租约", "门面房租约"]
    assert "已到期" in answer.content.decode()
    assert "还有 40 天" in answer.content.decode()


def test_all_of_it_can_be_taken_away(cast: Cast, client: Client) -> None:
    _public(cast, HOUSE, _lease(date(2030, 1, 1)))
    rows = client.get("/finance/holdings/?format=csv").getvalue().decode("utf-8-sig")
    assert "青禾村,2025-12-31,资产,冷库" in rows
    assert "方某某" in rows
