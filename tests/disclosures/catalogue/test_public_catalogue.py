import pytest
from django.test import Client

from tests import factories
from tests.cast import Cast


@pytest.fixture
def parent(cast: Cast) -> object:
    parent = factories.entry(cast.town, code="S03", name="最低生活保障", column="key-fields")
    factories.entry(
        cast.town,
        code="S03-01",
        name="低保政策",
        parent=parent,
        column="key-fields",
        category="social-assistance",
        publisher=cast.office,
        basis="《社会救助暂行办法》",
        limit_amount=10,
    )
    return parent


def test_the_catalogue_shows_every_column_with_its_counts(
    client: Client, cast: Cast, parent: object
) -> None:
    child = parent.children.get()
    factories.published(cast.town, by=cast.officer, entry=child)
    branch = client.get("/catalogue/").context["branches"][0]
    assert (branch.name, branch.count, len(branch.leaves)) == ("重点领域信息公开", 1, 1)
    assert branch.nodes[0].count == 1
    assert branch.nodes[0].newest == branch.nodes[0].children[0].updated_at


def test_a_column_lists_its_matters(client: Client, cast: Cast, parent: object) -> None:
    html = client.get("/catalogue/?column=key-fields").content.decode()
    assert "<h1>重点领域信息公开</h1>" in html
    assert "10个工作日" in html


def test_an_unknown_column_is_the_whole_catalogue(client: Client, parent: object) -> None:
    assert client.get("/catalogue/?column=x").context["chosen"] is None


def test_an_entry_shows_the_columns_of_the_standard(client: Client, parent: object) -> None:
    html = client.get("/catalogue/S03-01/").content.decode()
    for told in (
        "《社会救助暂行办法》",
        "10个工作日",
        "政务公开办公室",
        "主动公开，乡级",
        "全社会",
    ):
        assert told in html, told


def test_an_empty_entry_says_why_and_whom_to_ask(client: Client, parent: object) -> None:
    html = client.get("/catalogue/S03-01/").content.decode()
    assert "还没有公开的信息" in html
    assert "0559-7000002" in html
    assert "申请公开" in html


def test_an_entry_holds_the_items_below_it(client: Client, cast: Cast, parent: object) -> None:
    factories.published(cast.town, by=cast.officer, entry=parent.children.get(), title="低保标准")
    assert "低保标准" in client.get("/catalogue/S03/").content.decode()


def test_a_filter_that_finds_nothing_is_not_an_empty_entry(
    client: Client, cast: Cast, parent: object
) -> None:
    factories.published(cast.town, by=cast.officer, entry=parent.children.get(), title="低保标准")
    html = client.get("/catalogue/S03-01/?q=不存在").content.decode()
    assert "没有找到符合条件的信息" in html


def test_an_entry_is_labelled_as_a_column(client: Client, parent: object) -> None:
    html = client.get("/catalogue/S03-01/").content.decode()
    assert '<meta name="ColumnName" content="低保政策">' in html
    assert '<meta name="ColumnType" content="重点领域信息公开">' in html


def test_an_entry_out_of_use_is_not_found(client: Client, parent: object) -> None:
    parent.children.update(active=False)
    assert client.get("/catalogue/S03-01/").status_code == 404


def test_a_category_answers_its_question(client: Client, cast: Cast, parent: object) -> None:
    factories.published(cast.town, by=cast.officer, entry=parent.children.get(), title="低保标准")
    factories.published(cast.town, by=cast.officer, title="别的事")
    html = client.get("/categories/social-assistance/").content.decode()
    for told in ("困难了能得到什么帮助？", "低保政策", "低保标准", "0559-7000002"):
        assert told in html, told
    assert "别的事" not in html


def test_a_category_is_narrowed(client: Client, cast: Cast, parent: object) -> None:
    for title in ("低保标准", "低保名单"):
        factories.published(cast.town, by=cast.officer, entry=parent.children.get(), title=title)
    found = client.get("/categories/social-assistance/?q=名单").context["listing"]
    assert [item.live.title for item in found.page.items] == ["低保名单"]


def test_a_routine_entry_tells_when_the_next_is_due(client: Client, cast: Cast) -> None:
    factories.entry(cast.town, code="R01", cycle="quarterly")
    assert "下次应公开" in client.get("/catalogue/R01/").content.decode()


def test_an_entry_without_a_cycle_promises_no_day(client: Client, parent: object) -> None:
    assert "下次应公开" not in client.get("/catalogue/S03-01/").content.decode()
