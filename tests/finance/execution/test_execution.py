"""How much of the budget is done: planned comes from the public budget, percent is computed."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from disclosures.flow.publish import publish_archived
from disclosures.items.models import Edition
from finance.execution.models import Execution, ExecutionLine
from tests import factories
from tests.cast import Cast
from tests.finance.budgets.books import WHOLE
from tests.finance.budgets.books import published as published_budget


def drafted(cast: Cast, *lines: dict[str, Any], through: int = 3, year: int = 2026) -> Edition:
    edition = factories.draft(cast.town, by=cast.officer, shape="execution", title="预算执行情况")
    own = {"township": cast.town, "edition": edition}
    Execution.objects.create(year=year, through=through, **own)
    for line in lines:
        ExecutionLine.objects.create(**{"side": "expense", **line}, **own)
    return edition


FARM = {"code": "213", "name": "农林水支出", "done": Decimal("100.00")}


def test_what_was_planned_is_the_budgets(cast: Cast) -> None:
    published_budget(cast, *WHOLE)
    [one] = drafted(cast, FARM).part.progress
    assert (one.planned, one.percent) == (Decimal("400.00"), Decimal("25.00"))


def test_an_adjusted_line_is_measured_by_its_new_amount(cast: Cast) -> None:
    published_budget(cast, *WHOLE)
    change = ("03-expense", "213", "农林水支出", "500.00", "追加")
    published_budget(cast, change, kind="adjustment", at="2026-03-01 10:00")
    [one] = drafted(cast, FARM).part.progress
    assert one.percent == Decimal("20.00")


def test_a_line_that_no_budget_has_asks_for_its_plan(cast: Cast) -> None:
    assert "在公开的2026年预算里找不到" in " ".join(drafted(cast, FARM).part.hindrances())
    planned = FARM | {"planned": Decimal(400)}
    assert list(drafted(cast, planned).part.hindrances()) == []


@pytest.mark.parametrize(
    ("lines", "year", "told"), [((), 2026, "至少填一行"), ((FARM,), 2099, "还没有到")]
)
def test_what_cannot_be_is_told(cast: Cast, lines: tuple, year: int, told: str) -> None:
    assert told in " ".join(drafted(cast, *lines, year=year).part.hindrances())


def test_residents_follow_it(cast: Cast, client: Client) -> None:
    published_budget(cast, *WHOLE)
    for through in (3, 6):
        edition = drafted(cast, FARM | {"done": Decimal(through * 50)}, through=through)
        publish_archived(edition, at=factories.moment(f"2026-0{through}-20 10:00"), by=cast.officer)
    page = client.get("/finance/execution/").content.decode()
    assert "1—6月" in page
    assert "75.00%" in page
    rows = b"".join(client.get("/finance/execution/?format=csv").streaming_content).decode()
    assert "支出,213,农林水支出,400.00,300.00,75.00" in rows
