from django.test import Client

from disclosures.catalogue.categories import CATEGORIES
from tests import factories
from tests.cast import Cast


def test_home_asks_the_seven_questions(client: Client, cast: Cast) -> None:
    html = client.get("/").content.decode()
    assert all(category.question in html for category in CATEGORIES)


def test_home_counts_each_category_and_shows_its_latest(client: Client, cast: Cast) -> None:
    entry = factories.entry(cast.town, category="farm-subsidies")
    older, newer = factories.moment("2026-03-10 10:00"), factories.moment("2026-04-10 10:00")
    factories.published(cast.town, by=cast.officer, entry=entry, title="旧的补贴", at=older)
    factories.published(cast.town, by=cast.officer, entry=entry, title="新的补贴", at=newer)
    found = {f.category.slug: f for f in client.get("/").context["figures"]}
    assert found["farm-subsidies"].count == 2
    assert found["farm-subsidies"].latest.live.title == "新的补贴"
    assert found["services"].count == 0


def test_categories_with_the_same_moment_keep_their_own_latest(client: Client, cast: Cast) -> None:
    farm = factories.entry(cast.town, category="farm-subsidies")
    funds = factories.entry(cast.town, category="fiscal-funds")
    older, newer = factories.moment("2026-03-10 10:00"), factories.moment("2026-04-10 10:00")
    factories.published(cast.town, by=cast.officer, entry=farm, title="补贴甲", at=older)
    factories.published(cast.town, by=cast.officer, entry=funds, title="预算甲", at=older)
    factories.published(cast.town, by=cast.officer, entry=funds, title="预算乙", at=newer)
    found = {f.category.slug: f for f in client.get("/").context["figures"]}
    assert found["fiscal-funds"].latest.live.title == "预算乙"
    assert found["farm-subsidies"].latest.live.title == "补贴甲"


def test_home_leads_to_every_village_and_office(client: Client, cast: Cast) -> None:
    html = client.get("/").content.decode()
    assert 'href="/villages/qinghe/"' in html
    assert 'href="/offices/open-government/"' in html


def test_home_tells_how_to_ask(client: Client, cast: Cast) -> None:
    html = client.get("/").content.decode()
    assert 'id="ask"' in html
    assert "便民服务中心 3 号窗口" in html
    assert "20 个工作日" in html


def test_home_is_labelled_as_such(client: Client, cast: Cast) -> None:
    html = client.get("/").content.decode()
    assert '<meta name="ColumnName" content="首页">' in html
    assert '<meta name="ColumnType" content="首页">' in html


def test_the_guide_names_the_office_and_where_to_complain(client: Client, cast: Cast) -> None:
    cast.town.county_office, cast.town.county_office_phone = "县政务公开办", "0559-7000099"
    cast.town.save()
    html = client.get("/guide/").content.decode()
    assert "便民服务中心 3 号窗口" in html
    assert "县政务公开办" in html
    assert "0559-7000099" in html
