"""What holds for every page that residents read."""

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.items.models import Disclosure
from tests import factories
from tests.cast import Cast

PLAIN = [
    "/",
    "/guide/",
    "/catalogue/",
    "/catalogue/?column=key-fields",
    "/catalogue/T01-01/",
    "/categories/farm-subsidies/",
    "/disclosures/",
    "/disclosures/?q=通知&sort=formed",
    "/policies/",
    "/policies/?show=waiting",
    "/policies/?show=interpretations",
    "/villages/",
    "/villages/qinghe/",
    "/offices/",
    "/offices/open-government/",
]


@pytest.fixture
def item(cast: Cast) -> Disclosure:
    entry = factories.entry(cast.town, code="T01-01", category="farm-subsidies", kind="policy")
    return factories.published(cast.town, by=cast.officer, entry=entry, title="关于补贴的通知")


def pages_of(item: Disclosure) -> list[str]:
    return [*PLAIN, item.get_absolute_url(), reverse("disclosures:print", args=[item.index_number])]


def test_they_are_found_kept_for_a_minute_and_set_no_cookie(
    client: Client, cast: Cast, item: Disclosure
) -> None:
    for page in pages_of(item):
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert answer["Cache-Control"] == "public, max-age=60", page
        assert not answer.cookies, page
        assert "Cookie" not in answer.get("Vary", ""), page


def test_they_refuse_to_be_posted_to(client: Client, cast: Cast, item: Disclosure) -> None:
    for page in pages_of(item):
        assert client.post(page).status_code == 405, page


def test_they_are_the_same_for_staff(client: Client, cast: Cast, item: Disclosure) -> None:
    for page in pages_of(item):
        before = client.get(page).content
        client.force_login(cast.officer)
        assert client.get(page).content == before, page
        client.logout()


def test_they_carry_no_inline_style_or_script(client: Client, cast: Cast, item: Disclosure) -> None:
    for page in pages_of(item):
        html = client.get(page).content.decode()
        assert "style=" not in html, page
        assert "<style" not in html, page
        assert "<script>" not in html, page
        assert "onclick" not in html, page


def test_they_name_the_site_in_labels(client: Client, cast: Cast, item: Disclosure) -> None:
    cast.town.website_code = "3417990023"
    cast.town.save()
    for page in pages_of(item):
        html = client.get(page).content.decode()
        assert '<meta name="SiteName" content="阳光镇人民政府政务公开">' in html, page
        assert '<meta name="SiteIDCode" content="3417990023">' in html, page
        assert '<meta name="ColumnName"' in html, page


def test_their_queries_stay_bounded(
    client: Client, cast: Cast, item: Disclosure, django_assert_max_num_queries: object
) -> None:
    for _ in range(30):
        factories.published(cast.town, by=cast.officer)
        factories.published(cast.town, by=cast.officer, issuer=cast.village)
    for page in pages_of(item):
        with django_assert_max_num_queries(16):
            client.get(page)


def test_mourning_turns_the_site_grey(client: Client, cast: Cast) -> None:
    cast.town.mourning = True
    cast.town.save()
    assert '<html lang="zh-Hans" class="mourning">' in client.get("/").content.decode()


def test_an_unknown_address_is_a_friendly_404(client: Client, cast: Cast) -> None:
    answer = client.get("/no-such-page/")
    assert answer.status_code == 404
    assert "没有找到这个网页" in answer.content.decode()


@pytest.mark.parametrize(
    "page",
    ["/categories/nonsense/", "/catalogue/X99/", "/villages/nowhere/", "/offices/qinghe/"],
)
def test_what_does_not_exist_is_not_found(client: Client, cast: Cast, page: str) -> None:
    assert client.get(page).status_code == 404


def test_choosing_a_mode_leads_back_to_the_same_list(client: Client, cast: Cast) -> None:
    html = client.get("/disclosures/?year=2026").content.decode()
    assert "mode=large&amp;next=/disclosures/%3Fyear%3D2026" in html
