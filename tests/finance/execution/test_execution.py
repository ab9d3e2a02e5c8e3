"""How much of the budget is done: planned comes from the public budget, percent is computed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from disclosures.flow.publish import publish_archived
from disclosures.items.models import Disclosure, Edition
from finance.execution.models import Execution, ExecutionLine
from tests import factories
from tests.cast import Cast
from tests.finance.budgets.books import WHOLE
from tests.finance.budgets.books import published as published_budget


def drafted(
    cast: Cast, *lines: dict[str, Any], through: int = 3, year: int = 2026, unit: Any = None
) -> Edition:
    edition = factories.draft(cast.town, by=cast.officer, shape="execution", title="预算执行情况")
    own = {"township": cast.town, "edition": edition}
    Execution.objects.create(year=year, through=through, unit=unit, **own)
    for line in lines:
        ExecutionLine.objects.create(**{"side": "expense", **line}, **own)
    return edition


def _published(cast: Cast, edition: Edition) -> Disclosure:
    return publish_archived(edition, at=factories.moment("2026-07-20 10:00"), by=cast.officer)


PAGE = "/finance/execution/"
MORE = (
    ("02-income", "", "一般公共预算拨款收入", "1100.00", "追加"),
    ("03-expense", "213", "农林水支出", "500.00", "追加"),
)
FARM = {"code": "213", "name": "农林水支出", "done": Decimal("100.00")}


def test_what_was_planned_is_the_budgets(cast: Cast) -> None:
    published_budget(cast, *WHOLE)
    [one] = drafted(cast, FARM).part.progress
    assert (one.planned, one.percent) == (Decimal("400.00"), Decimal("25.00"))


def test_an_adjusted_line_is_measured_by_its_new_amount(cast: Cast) -> None:
    published_budget(cast, *WHOLE)
    approved = {"approved_on": date(2026, 4, 10), "at": "2026-04-12 10:00"}
    published_budget(cast, *MORE, kind="adjustment", **approved)
    [one] = drafted(cast, FARM, through=4).part.progress
    assert one.percent == Decimal("20.00")


def test_what_was_approved_later_is_no_measure(cast: Cast) -> None:
    published_budget(cast, *WHOLE)
    approved = {"approved_on": date(2026, 4, 10), "at": "2026-04-12 10:00"}
    published_budget(cast, *MORE, kind="adjustment", **approved)
    [one] = drafted(cast, FARM, through=3).part.progress
    assert one.percent == Decimal("25.00")


def test_a_side_as_a_whole_counts_no_line_twice(cast: Cast) -> None:
    published_budget(cast, *WHOLE)
    social = {"code": "208", "name": "社会保障和就业支出", "done": Decimal("300.00")}
    below = {"code": "20810", "name": "社会福利", "done": Decimal("300.00")}
    [whole] = drafted(cast, FARM, social, below).part.wholes
    assert (whole.planned, whole.done) == (Decimal("1000.00"), Decimal("400.00"))
    assert whole.percent == Decimal("40.00")


def test_a_side_with_an_unknown_plan_has_no_percent(cast: Cast) -> None:
    [whole] = drafted(cast, FARM).part.wholes
    assert (whole.planned, whole.percent) == (None, None)


def test_a_sum_that_is_not_the_sum_of_what_is_below_is_told(cast: Cast) -> None:
    published_budget(cast, *WHOLE)
    social = {"code": "208", "name": "社会保障和就业支出", "done": Decimal("300.00")}
    below = {"code": "20810", "name": "社会福利", "done": Decimal("200.00")}
    told = " ".join(drafted(cast, social, below).part.hindrances())
    assert "写的是 300.00 元，下面各项相加是 200.00 元" in told


def test_the_same_months_are_not_told_twice(cast: Cast) -> None:
    published_budget(cast, *WHOLE)
    item = _published(cast, drafted(cast, FARM))
    assert "要改请修订那一份" in " ".join(drafted(cast, FARM).part.hindrances())
    assert list(item.live.part.hindrances()) == []


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
        _published(cast, drafted(cast, FARM | {"done": Decimal(through * 50)}, through=through))
    page = client.get(PAGE).content.decode()
    for told in ("1—6月", "75.00%", "1—3月", "37.50%", "支出合计"):
        assert told in page
    rows = b"".join(client.get(f"{PAGE}?format=csv").streaming_content).decode()
    assert "6,支出,213,农林水支出,400.00,300.00,75.00" in rows
    assert "3,支出,213,农林水支出,400.00,150.00,37.50" in rows


def test_each_unit_has_its_years(cast: Cast, client: Client) -> None:
    _published(cast, drafted(cast, FARM | {"planned": Decimal(400)}, year=2025))
    published_budget(cast, *WHOLE, unit=cast.office)
    _published(cast, drafted(cast, FARM, unit=cast.office))
    page = client.get(PAGE).content.decode()
    assert ["2025年1—3月" in page, cast.office.name in page] == [True, True]
    office = client.get(f"{PAGE}?unit={cast.office.slug}").content.decode()
    assert f"{cast.office.name}2026年1—3月" in office


@pytest.mark.parametrize("query", ["?unit=nobody", "?year=1999", "?unit=township&year=x"])
def test_what_was_never_reported_has_no_page(cast: Cast, client: Client, query: str) -> None:
    published_budget(cast, *WHOLE)
    _published(cast, drafted(cast, FARM))
    assert client.get(f"{PAGE}{query}").status_code == 404


def test_the_page_takes_a_bounded_number_of_queries(
    cast: Cast, client: Client, django_assert_max_num_queries: Any
) -> None:
    published_budget(cast, *WHOLE)
    for through in range(1, 7):
        _published(cast, drafted(cast, FARM, through=through))
    with django_assert_max_num_queries(14):
        client.get(PAGE)


def test_nothing_yet_is_said_in_words(cast: Cast, client: Client) -> None:
    assert "还没有公开预算执行情况" in client.get(PAGE).content.decode()
