"""Granted less paid is left, of public grants and public lists alone."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from disclosures.flow.publish import publish_archived
from disclosures.flow.withdraw import withdraw
from disclosures.items.models import Disclosure, Edition
from finance.grants.balance import fund_years
from finance.grants.models import FundGrant, GrantLine
from portal.core import clock
from tests import factories
from tests.cast import Cast
from tests.disclosures.lists.rolls import published as published_list

FUND = "耕地地力保护补贴资金"


def drafted(cast: Cast, *lines: tuple[str, str], year: int = 2026) -> Edition:
    edition = factories.draft(cast.town, by=cast.officer, shape="fundgrant", title="资金下达通知")
    town = {"township": cast.town, "edition": edition}
    FundGrant.objects.create(year=year, **town)
    for fund, amount in lines:
        GrantLine.objects.create(fund=fund, amount=Decimal(amount), **town)
    return edition


def _granted(cast: Cast, *lines: tuple[str, str]) -> Disclosure:
    at = factories.moment("2026-01-20 10:00")
    return publish_archived(drafted(cast, *lines), at=at, by=cast.officer)


def _funds(cast: Cast) -> dict[str, Any]:
    return {one.fund: one for one in fund_years(cast.town, clock.now())}


def test_two_grants_of_one_fund_are_one_sum(cast: Cast) -> None:
    _granted(cast, (FUND, "1000.00"), ("低保资金", "50"))
    _granted(cast, (FUND, "-200.00"))
    funds = _funds(cast)
    assert (funds[FUND].granted, funds[FUND].left) == (Decimal("800.00"), Decimal("800.00"))
    assert len(funds[FUND].notices) == 2


def test_what_lists_paid_is_taken_off(cast: Cast, client: Client) -> None:
    item = published_list(cast, slug="farmland-payment", fund=FUND)
    paid = item.live.noticelist.sum["amount"]
    year = item.live.noticelist.period_to.year
    edition = drafted(cast, (FUND, str(paid + 10)), year=year)
    publish_archived(edition, at=factories.moment("2026-01-20 10:00"), by=cast.officer)
    one = _funds(cast)[FUND]
    assert (one.paid, one.left, one.lists, one.overdrawn) == (paid, Decimal(10), 1, False)
    page = client.get("/finance/funds/").content.decode()
    assert f"{paid:,.2f}" in page
    assert "资金下达通知" in page


def test_more_paid_than_granted_is_said(cast: Cast, client: Client) -> None:
    item = published_list(cast, slug="farmland-payment", fund=FUND)
    edition = drafted(cast, (FUND, "0.01"), year=item.live.noticelist.period_to.year)
    publish_archived(edition, at=factories.moment("2026-01-20 10:00"), by=cast.officer)
    assert _funds(cast)[FUND].overdrawn
    assert "发放多于下达" in client.get("/finance/funds/").content.decode()


def test_a_list_without_a_published_grant_is_not_measured(cast: Cast) -> None:
    published_list(cast, slug="farmland-payment", fund=FUND)
    one = _funds(cast)[FUND]
    assert (one.granted, one.left, one.percent) == (None, None, None)


def test_a_draft_and_a_withdrawn_grant_count_for_nothing(cast: Cast) -> None:
    drafted(cast, (FUND, "5"))
    withdraw(_granted(cast, (FUND, "7")), by=cast.officer, reason="文号写错")
    assert _funds(cast) == {}


@pytest.mark.parametrize(("lines", "told"), [((), "至少填一行"), (((FUND, "0"),), "金额是 0")])
def test_an_empty_grant_is_not_published(cast: Cast, lines: Any, told: str) -> None:
    assert told in " ".join(drafted(cast, *lines).part.hindrances())
