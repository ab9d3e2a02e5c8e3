"""The desk of 三公经费: four lines in 万元, kept in yuan, and what is wrong is said at once."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from disclosures.items.models import Edition
from finance.sangong.items import LEAVES
from finance.wan.inputs import WanField
from tests import factories
from tests.admin.test_edition_form import LIST, page_of
from tests.cast import Cast
from tests.finance.sangong.statements import COUNTS, drafted


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    client.force_login(cast.clerk)
    return client


def _sent(cast: Cast, **changes: Any) -> dict[str, Any]:
    """What the browser sends for a new statement, amounts in 万元."""
    sent: dict[str, Any] = {
        "title": "三公经费决算",
        "entry": factories.entry(cast.town).pk,
        "issuer": cast.office.pk,
        "formed_on": "2026-08-20",
        "audience": "全社会",
        "sangong-TOTAL_FORMS": 1,
        "sangong-INITIAL_FORMS": 0,
        "sangong-0-year": 2025,
        "sangong-0-stage": "final",
        "sangong_lines-TOTAL_FORMS": len(LEAVES),
        "sangong_lines-INITIAL_FORMS": 0,
    }
    sent |= {f"sangong-0-{name}": value for name, value in COUNTS.items()}
    for place, item in enumerate(LEAVES):
        line = {"item": item.value, "before": "9.43", "budget": "1,000", "final": "９．２８"}
        sent |= {f"sangong_lines-{place}-{name}": value for name, value in line.items()}
    return sent | changes


def test_the_four_items_stand_there_already(desk: Client) -> None:
    page = desk.get(f"{LIST}add/?shape=sangong").content.decode()
    for item in LEAVES:
        assert f"<strong>{item.label}</strong>" in page
        assert f'value="{item.value}"' in page
    assert "本年决算数（万元）" in page
    assert "国内公务接待批次" in page


def test_amounts_are_typed_in_wan_and_kept_in_yuan(desk: Client, cast: Cast) -> None:
    answer = desk.post(f"{LIST}add/?shape=sangong", _sent(cast))
    assert answer.status_code == 302, answer.content.decode()
    line = Edition.objects.get().sangong_lines.get(item="reception")
    assert (line.before, line.budget, line.final) == (
        Decimal("94300.00"),
        Decimal("10000000.00"),
        Decimal("92800.00"),
    )


def test_another_item_cannot_be_smuggled_in(desk: Client, cast: Cast) -> None:
    answer = desk.post(
        f"{LIST}add/?shape=sangong", _sent(cast, **{"sangong_lines-0-item": "meeting"})
    )
    assert answer.status_code == 200
    assert not Edition.objects.exists()


def test_what_is_kept_is_shown_in_wan_with_what_stands_in_the_way(desk: Client, cast: Cast) -> None:
    edition = drafted(cast, by=cast.clerk, explanation="“三公”经费42万元。", reason="")
    page = page_of(desk, edition)
    assert 'value="37.00"' in page
    assert "没有写原因" in page
    assert "“三公”经费42万元”与数据不符" in page


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("九万", "不是金额"),
        ("1.23456789", "超过两位小数"),
        ("100000000000", "请核对单位"),
        ("-1", "金额不能是负数"),
    ],
)
def test_what_is_no_amount_is_refused_in_words(
    desk: Client, cast: Cast, typed: str, told: str
) -> None:
    answer = desk.post(f"{LIST}add/?shape=sangong", _sent(cast, **{"sangong_lines-2-final": typed}))
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert not Edition.objects.exists()


def test_a_cent_survives_the_way_there_and_back() -> None:
    field = WanField()
    assert field.clean("0.000001") == Decimal("0.01")
    assert field.prepare_value(Decimal("0.01")) == "0.000001"
    assert field.prepare_value(Decimal("156200.00")) == "15.62"
    assert not field.has_changed(Decimal("156200.00"), "15.6200")
    with pytest.raises(ValidationError):
        field.clean("")
