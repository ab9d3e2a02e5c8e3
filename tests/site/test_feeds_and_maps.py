"""Feeds, site map, robots: only what is public, under lasting names."""

from xml.etree import ElementTree

import pytest
from django.test import Client

from disclosures.flow.withdraw import withdraw
from portal.core.staff.roles import Role
from portal.site.sitemaps import Rows
from tests import factories
from tests.cast import Cast
from tests.factories import moment

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("/feeds/all.xml", "/feeds/categories/services.xml", "/feeds/villages/qinghe.xml")


def titles(client: Client, path: str) -> list[str]:
    root = ElementTree.fromstring(client.get(path).content)
    return [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


@pytest.fixture
def item(cast: Cast) -> object:
    entry = factories.entry(cast.town, category="services")
    factories.draft(cast.town, by=cast.clerk, title="未公开")
    return factories.published(
        cast.town, by=cast.officer, entry=entry, issuer=cast.village, title="村里的事"
    )


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_holds_what_is_public(item: object, client: Client, path: str) -> None:
    assert titles(client, path) == ["村里的事"]


@pytest.mark.parametrize("path", [*FEEDS, "/sitemap.xml"])
def test_what_is_withdrawn_leaves_every_feed(
    item: object, cast: Cast, client: Client, path: str
) -> None:
    withdraw(item, by=cast.officer, reason="有误")
    assert item.index_number not in client.get(path).content.decode()
    assert "村里的事" not in client.get(path).content.decode()


def test_an_entry_is_named_by_its_index_number(item: object, client: Client) -> None:
    root = ElementTree.fromstring(client.get("/feeds/all.xml").content)
    name = root.find(f"{ATOM}entry").findtext(f"{ATOM}id")
    assert name.startswith("tag:")
    assert item.index_number.replace("/", "%2F") in name


def test_every_feed_has_a_name_of_its_own(item: object, client: Client) -> None:
    roots = [ElementTree.fromstring(client.get(path).content) for path in FEEDS]
    assert len({root.findtext(f"{ATOM}id") for root in roots}) == len(FEEDS)
    own = [root.find(f"{ATOM}link[@rel='self']").get("href") for root in roots]
    assert own == [f"http://testserver{path}" for path in FEEDS]


@pytest.mark.parametrize("path", [*FEEDS, "/sitemap.xml", "/robots.txt", "/feeds/"])
def test_caches_may_keep_it_for_a_minute_and_no_cookie_comes(
    item: object, client: Client, path: str
) -> None:
    answer = client.get(path)
    assert {"public", "max-age=60"} == set(answer["Cache-Control"].split(", "))
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("path", FEEDS)
def test_an_unchanged_feed_is_not_sent_again(item: object, client: Client, path: str) -> None:
    seen = client.get(path)["Last-Modified"]
    assert client.get(path, headers={"if-modified-since": seen}).status_code == 304


def test_a_feed_tells_when_the_item_last_changed(item: object, client: Client) -> None:
    entry = ElementTree.fromstring(client.get("/feeds/all.xml").content).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}updated") == "2026-03-10T02:00:00+00:00"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "青禾村"


def test_a_control_character_in_a_title_breaks_no_feed(cast: Cast, client: Client) -> None:
    factories.published(cast.town, by=cast.officer, title="粘贴来的\x0b标题")
    assert titles(client, "/feeds/all.xml") == ["粘贴来的标题"]


@pytest.mark.parametrize("path", [*FEEDS, "/sitemap.xml"])
def test_another_township_is_not_in_it(
    item: object, cast: Cast, client: Client, settings: object, path: str
) -> None:
    cast.town.host = "testserver"
    cast.town.save(update_fields=["host"])
    elsewhere = factories.township(host="else.test")
    settings.ALLOWED_HOSTS = ["*"]
    neighbour = factories.village(elsewhere, name="青禾村", slug="qinghe")
    stranger = factories.staff(neighbour, Role.OFFICER)
    kind = factories.entry(elsewhere, category="services")
    other = factories.published(elsewhere, by=stranger, entry=kind, title="邻镇的事")
    for host, shown, hidden in (
        ("testserver", item, other),
        ("else.test", other, item),
    ):
        content = client.get(path, headers={"host": host}).content.decode()
        assert shown.get_absolute_url() in content
        assert hidden.get_absolute_url() not in content


def test_a_feed_holds_the_newest_thirty(cast: Cast, client: Client) -> None:
    kind = factories.entry(cast.town)
    for minute in range(32):
        at = moment(f"2026-03-10 10:{minute:02d}")
        factories.published(cast.town, by=cast.officer, entry=kind, at=at, title=f"第{minute}条")
    assert titles(client, "/feeds/all.xml") == [f"第{n}条" for n in range(31, 1, -1)]


def test_a_feed_asks_little_of_the_database(
    item: object, cast: Cast, client: Client, django_assert_max_num_queries: object
) -> None:
    factories.published(cast.town, by=cast.officer)
    for path in (*FEEDS, "/sitemap.xml"):
        with django_assert_max_num_queries(12):
            client.get(path)


@pytest.mark.parametrize("path", ["/feeds/categories/none.xml", "/feeds/villages/none.xml"])
def test_an_unknown_feed_is_not_found(cast: Cast, client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_map_leads_to_items_entries_and_places(item: object, client: Client) -> None:
    content = client.get("/sitemap.xml").content.decode()
    for path in (
        item.get_absolute_url(),
        "/villages/qinghe/",
        "/catalogue/",
        "/categories/services/",
    ):
        assert f"http://testserver{path}</loc>" in content


def test_what_is_not_public_is_not_on_the_map(item: object, cast: Cast, client: Client) -> None:
    draft = factories.draft(cast.town, by=cast.clerk, title="未公开")
    content = client.get("/sitemap.xml").content.decode()
    assert content.count("/disclosures/1") == 1
    assert str(draft) not in content


def test_a_large_map_is_an_index_of_parts(
    item: object, cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.published(cast.town, by=cast.officer, at=moment("2026-03-11 10:00"))
    monkeypatch.setattr(Rows, "limit", 1)
    content = client.get("/sitemap.xml").content.decode()
    assert "http://testserver/sitemap-items.xml?p=2" in content
    monkeypatch.undo()
    assert item.get_absolute_url() in client.get("/sitemap-items.xml").content.decode()
    assert client.get("/sitemap-none.xml").status_code == 404


def test_robots_are_told_where_the_map_is(cast: Cast, client: Client) -> None:
    content = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in content
    assert "Sitemap: http://testserver/sitemap.xml" in content
