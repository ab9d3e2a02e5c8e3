"""Budgets as residents read them: four figures, two views, year against year, line by line."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from disclosures.flow.withdraw import withdraw
from finance.budgets.models import BudgetLine
from portal.core.organisations.models import Organisation
from tests import factories
from tests.cast import Cast
from tests.finance.budgets.books import WHOLE, changed, drafted, explained, published, workbook
from tests.finance.budgets.test_read_budget import EXPENSE as EXPENSE_SHEET
from tests.finance.budgets.test_read_budget import INCOME as INCOME_SHEET

ECONOMIC = ("04-economic", "501", "工资福利支出", "1000.00", "")
FINAL = explained(changed(WHOLE, A_213="420.00", income="1020.00"))


@pytest.fixture
def money(cast: Cast) -> Cast:
    """Budgets of 2025 and 2026, the final account of 2025; a draft of 2027 that nobody may see."""
    published(cast, *WHOLE, year=2025)
    published(cast, *FINAL, kind="final", year=2025, at="2026-03-01 10:00")
    published(cast, *explained(changed(WHOLE, A_213="500.00", income="1100.00")))
    drafted(cast, *WHOLE, year=2027)
    return cast


def _read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()


def test_every_year_stands_with_its_figures(client: Client, money: Cast) -> None:
    page = _read(client, "/finance/budgets/")
    for told in ("1,000.00", "1,020.00", "102.00%", "2026年", "2025年"):
        assert told in page
    assert "2027年" not in page


def test_a_year_shows_where_it_came_from_where_it_went_and_why_it_moved(
    client: Client, money: Cast
) -> None:
    page = _read(client, "/finance/budgets/2025/")
    for told in ("农林水支出", "420.00", "20.00", "5.00%", "按实际安排"):
        assert told in page
    assert "上年预算" in _read(client, "/finance/budgets/2026/")


def test_per_head_is_told_where_every_village_says_how_many_live_there(
    client: Client, money: Cast
) -> None:
    assert "人均支出" not in _read(client, "/finance/budgets/2026/")
    Organisation.objects.of(money.town).villages().update(population=400)
    page = _read(client, "/finance/budgets/2026/")
    assert ["人均支出" in page, "2.75" in page, "户籍人口 400 人" in page] == [True] * 3
    factories.village(money.town)
    assert "人均支出" not in _read(client, "/finance/budgets/2026/")


def test_both_views_of_the_expense_are_told_with_their_sums(client: Client, cast: Cast) -> None:
    published(cast, *WHOLE)
    assert "两种看法" not in _read(client, "/finance/budgets/2026/")
    item = published(cast, *WHOLE, ECONOMIC, year=2025)
    told = "按功能分类合计 1,000.00 元，按经济分类合计 1,000.00 元，两边相等"
    assert told in _read(client, "/finance/budgets/2025/")
    # what the rules refuse would still be told as it is
    item.live.budget_lines.filter(table=ECONOMIC[0]).update(amount=900)
    assert "相差 100.00 元" in _read(client, "/finance/budgets/2025/")


def test_last_years_final_account_stands_beside_with_its_own_reason(
    client: Client, money: Cast
) -> None:
    published(money, *WHOLE, kind="final", year=2024, at="2025-08-01 10:00")
    moved = BudgetLine.objects.filter(edition__budget__kind="final", edition__budget__year=2025)
    moved.update(reason_last="去年没有防汛")
    page = _read(client, "/finance/budgets/2025/")
    assert ["决算和上年决算比" in page, "去年没有防汛" in page] == [True, True]
    rows = _read(client, "/finance/budgets/2025/township/?format=csv")
    assert "按实际安排,400.00,20.00,5.00,去年没有防汛" in rows


def test_a_class_is_compared_line_by_line_where_it_opens(client: Client, money: Cast) -> None:
    year = _read(client, "/finance/budgets/2026/")
    assert ["社会福利" in year, "农林水支出" in year] == [False, True]
    page = _read(client, "/finance/budgets/2026/township/?table=03-expense&code=208")
    assert ["预算和上年预算比" in page, "老年福利" in page] == [True, True]


def test_a_class_opens_into_its_lines(client: Client, money: Cast) -> None:
    page = _read(client, "/finance/budgets/2026/township/?table=03-expense&code=208")
    assert "老年福利" in page
    assert "农林水支出" not in page


@pytest.mark.parametrize(
    "query",
    ["?table=nothing", "?table=03-expense&code=999", "?code=208", "?table=08-funds"],
)
def test_an_address_that_names_nothing_leads_to_the_unit(
    client: Client, money: Cast, query: str
) -> None:
    answer = client.get(f"/finance/budgets/2026/township/{query}")
    assert answer.status_code == 302
    assert answer["Location"] == "/finance/budgets/2026/township/"


@pytest.mark.parametrize("path", ["2027/", "2027/township/", "2026/nobody/", "2020/"])
def test_what_is_not_public_has_no_page(client: Client, money: Cast, path: str) -> None:
    assert client.get(f"/finance/budgets/{path}").status_code == 404


def test_an_adjustment_stands_beside_the_original(client: Client, money: Cast) -> None:
    more = (
        ("02-income", "", "一般公共预算拨款收入", "1130.00", "追加"),
        ("03-expense", "213", "农林水支出", "530.00", "防汛追加"),
    )
    published(money, *more, kind="adjustment", at="2026-07-01 10:00")
    page = _read(client, "/finance/budgets/2026/")
    for told in ("1,100.00", "1,130.00", "预算调整了什么", "防汛追加", "30.00", "6.00%"):
        assert told in page
    rows = _read(client, "/finance/budgets/2026/?format=csv")
    assert "预算调整,支出总表（功能分类）,213,农林水支出,530.00,年初预算,500.00,30.00,6.00" in rows


def test_each_adjustment_stands_beside_what_was_before_it(client: Client, money: Cast) -> None:
    for number, amount in enumerate((530, 560), start=6):
        more = (
            ("02-income", "", "一般公共预算拨款收入", str(amount + 600), "追加"),
            ("03-expense", "213", "农林水支出", str(amount), "防汛追加"),
        )
        published(money, *more, kind="adjustment", at=f"2026-0{number}-01 10:00")
    rows = _read(client, "/finance/budgets/2026/township/?format=csv")
    assert "农林水支出,560.00,调整前预算,530.00,30.00,5.66" in rows
    assert "第 2 次预算调整" in _read(client, "/finance/budgets/2026/township/")


def test_a_year_in_which_only_a_school_published_names_the_school(
    client: Client, money: Cast
) -> None:
    school = factories.organisation(money.town, name="青禾小学", slug="xiaoxue", kind="school")
    published(money, *WHOLE, unit=school, year=2023)
    page = _read(client, "/finance/budgets/2023/")
    assert ["青禾小学" in page, "支出的四个数" in page] == [True, False]
    assert "青禾小学" in _read(client, "/finance/budgets/2023/?format=csv")


def test_older_years_lead_to_their_own_pages(client: Client, money: Cast) -> None:
    for year in (2022, 2023, 2024):
        published(money, *explained(WHOLE), year=year)
    page = _read(client, "/finance/budgets/")
    assert "更早的年度" in page
    assert "/finance/budgets/2022/" in page
    assert "/finance/budgets/2022/township/" not in page
    rows = _read(client, "/finance/budgets/?format=csv")
    assert rows.count(",2022,") == len(WHOLE)


def test_a_withdrawn_budget_counts_for_nothing(client: Client, cast: Cast) -> None:
    item = published(cast, *WHOLE)
    withdraw(item, by=cast.officer, reason="数字有误")
    assert client.get("/finance/budgets/2026/").status_code == 404


def test_schools_are_found_apart(client: Client, money: Cast) -> None:
    school = factories.organisation(money.town, name="青禾小学", slug="xiaoxue", kind="school")
    published(money, *WHOLE, unit=school)
    page = _read(client, "/finance/budgets/?kind=school")
    assert "青禾小学" in page
    assert "本级" not in page
    assert "青禾小学" in _read(client, "/finance/budgets/2026/xiaoxue/")
    rows = _read(client, "/finance/budgets/?kind=school&format=csv")
    assert ["青禾小学" in rows, "本级" in rows] == [True, False]
    assert "还没有学校" not in page


def test_all_lines_can_be_taken_away(client: Client, money: Cast) -> None:
    rows = _read(client, "/finance/budgets/2025/township/?format=csv")
    assert (
        "决算,支出总表（功能分类）,213,农林水支出,420.00,预算,400.00,20.00,5.00,按实际安排" in rows
    )


def test_the_words_are_explained_with_the_newest_figure(client: Client, money: Cast) -> None:
    page = _read(client, "/finance/budgets/terms/")
    assert "功能分类" in page
    assert "2026年 1,100.00 元" in page


def test_pages_take_a_bounded_number_of_queries(
    client: Client, money: Cast, django_assert_max_num_queries: Any
) -> None:
    for year in range(2015, 2025):
        published(money, *explained(WHOLE), year=year)
    for path, most in (
        ("/finance/budgets/", 8),
        ("/finance/budgets/2026/", 12),
        ("/finance/budgets/2026/township/", 8),
        ("/finance/budgets/terms/", 8),
    ):
        with django_assert_max_num_queries(most):
            _read(client, path)


def test_a_workbook_fills_a_draft_at_the_desk(client: Client, cast: Cast) -> None:
    edition = drafted(cast)
    client.force_login(cast.officer)
    page = reverse("admin:disclosures_edition_rows", args=[edition.pk])
    data = workbook({"收入总表": INCOME_SHEET, "支出总表": EXPENSE_SHEET})
    checked = client.post(page, {"file": SimpleUploadedFile("a.xlsx", data), "check": "1"})
    assert "检查通过" in checked.content.decode()
    assert not edition.budget_lines.exists()
    client.post(page, {"file": SimpleUploadedFile("a.xlsx", data)})
    assert edition.budget_lines.count() == 3
    assert "收入总表" in checked.content.decode()
    wrong = client.post(page, {"file": SimpleUploadedFile("a.xlsx", b"x")})
    assert "原来的 3 行没有变" in wrong.content.decode()
