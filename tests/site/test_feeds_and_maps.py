"""Feeds, site map, robots: only what is public, under lasting names."""

from xml.etree import ElementTree

import pytest
from django.test import Client

from disclosures.flow.withdraw import withdraw
from tests import factories
from tests.cast import Cast

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


def test_robots_are_told_where_the_map_is(cast: Cast, client: Client) -> None:
    content = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in content
    assert "Sitemap: http://testserver/sitemap.xml" in content
