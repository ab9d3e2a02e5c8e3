"""Every kind of list × every door × before, during and after its notice.

A name is on one page only, and only while the notice runs.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.items.models import Disclosure
from disclosures.lists.kinds import NUMBERS, NameShown, Role
from disclosures.lists.models import ListKind
from disclosures.lists.standard_kinds import load_kinds
from portal.core import clock
from tests import factories
from tests.cast import Cast
from tests.disclosures.lists.rolls import draft, kind, published, read
from tests.doors.routes import text_of
from tests.factories import moment
from tests.privacy.numbers import SOMEBODY
from tests.spreadsheets.sheets import of_rows

KINDS = (
    "dibao-review",
    "dibao-payment",
    "tekun-review",
    "tekun-payment",
    "relief",
    "disabled",
    "elderly",
    "medical",
    "orphans",
    "farmland-notice",
    "farmland-payment",
    "rice",
    "machinery",
    "industry",
    "family-award",
    "family-special",
    "rain-dew",
    "student-aid",
    "housing",
    "homestead",
)
NAME = "皇甫明月"
MASKED = "皇甫某某"
MOMENTS = {
    "before": "2026-09-21 12:00",
    "first day": "2026-09-22 12:00",
    "after": "2026-11-20 12:00",
    "years after": "2031-01-05 12:00",
}


def _sheet(one: ListKind) -> bytes:
    columns = one.layout.columns
    cells = {Role.VILLAGE: "青禾村", Role.NAME: NAME, Role.IDENTITY: SOMEBODY}
    numbers = dict.fromkeys(NUMBERS, 1)
    row = [(cells | numbers).get(column.role, "甲") for column in columns]
    return of_rows([[column.heading for column in columns], row])


def _list(cast: Cast, slug: str) -> Disclosure:
    sheet = read(cast, _sheet(kind(cast, slug)), slug)
    assert sheet.ok, sheet.problems
    return published(cast, sheet, slug=slug)


def _doors(item: Disclosure) -> dict[str, str]:
    number = item.index_number
    return {
        "page": item.get_absolute_url(),
        "print": reverse("disclosures:print", args=[number]),
        "board sheet": reverse("reports:board-sheet", args=["item", item.pk]),
        "board sheet on screen": reverse("reports:board-look", args=["item", item.pk]),
        "board sheet of names": reverse("reports:board-sheet", args=["names", item.pk]),
        "entry": item.live.entry.get_absolute_url(),
        "all items": reverse("disclosures:items"),
        "items as csv": reverse("disclosures:items") + "?format=csv",
        "items searched": reverse("disclosures:items") + f"?q={NAME}",
        "lists": reverse("disclosures:lists"),
        "lists as csv": reverse("disclosures:lists") + "?format=csv",
        "lists as xlsx": reverse("disclosures:lists") + "?format=xlsx",
        "lists of a village": reverse("disclosures:lists") + "?village=qinghe",
        "village": reverse("site:village", args=["qinghe"]),
        "feed": reverse("site:feed-all"),
        "feed of the village": reverse("site:feed-village", args=["qinghe"]),
        "feed of the category": reverse("site:feed-category", args=["social-assistance"]),
        "search": reverse("site:search") + f"?q={NAME}",
        "search of the list": reverse("site:search") + f"?q={item.live.title}",
        "search as json": reverse("site:search") + f"?format=json&q={item.live.title}",
        "suggestions": reverse("site:suggest") + f"?q={NAME[:2]}",
        "sitemap": reverse("site:sitemap"),
        "sitemap of items": reverse("site:sitemap-part", args=["items"]),
        "home": reverse("site:home"),
    }


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def set_now(text: str) -> None:
        now = moment(text)
        monkeypatch.setattr(clock, "now", lambda: now)
        monkeypatch.setattr(clock, "today", lambda: now.date())

    return set_now


def _tells(client: Client, path: str) -> bool:
    told = text_of(client.get(path))
    return NAME[:2] in told.replace(f"value=&quot;{NAME}", "").replace(f'value="{NAME}"', "")


def test_the_matrix_covers_every_standard_kind(cast: Cast) -> None:
    load_kinds(cast.town)
    assert set(KINDS) == set(ListKind.objects.values_list("slug", flat=True))


@pytest.mark.parametrize("slug", KINDS)
@pytest.mark.parametrize("when", MOMENTS)
def test_names_stand_on_their_page_alone_and_only_during_the_notice(
    cast: Cast, client: Client, at: Callable[[str], None], slug: str, when: str
) -> None:
    item = _list(cast, slug)
    at(MOMENTS[when])
    telling = {door for door, path in _doors(item).items() if _tells(client, path)}
    telling -= {"items searched", "search"}  # they repeat what was typed
    assert telling == set()
    names = item.live.part.names_page
    shown = MASKED if item.live.part.kind.name_shown == NameShown.MASKED else NAME
    answers = [client.get(names), client.get(names, {"name": NAME, "village": "qinghe"})]
    running = when == "first day"
    assert [shown in one.content.decode() for one in answers] == [running, running]
    status = 404 if when == "before" else 200 if running else 410
    assert [one.status_code for one in answers] == [status, status]


@pytest.mark.parametrize("when", MOMENTS)
def test_nobody_is_found_by_a_name_on_a_list(
    cast: Cast, client: Client, at: Callable[[str], None], when: str
) -> None:
    at(MOMENTS["first day"])
    item = _list(cast, "dibao-payment")
    at(MOMENTS[when])
    page = reverse("site:search")
    assert client.get(page, {"q": NAME, "format": "json"}).json()["count"] == 0
    found = client.get(page, {"q": item.live.title, "format": "json"}).json()["results"]
    assert [one["kind"] for one in found] == ([] if when == "before" else ["list"])


def test_a_list_is_found_by_its_villages(
    cast: Cast, client: Client, at: Callable[[str], None]
) -> None:
    at(MOMENTS["first day"])
    item = _list(cast, "dibao-payment")
    given = {"q": f"{cast.village.name} {item.live.part.kind.name}", "format": "json"}
    [found] = client.get(reverse("site:search"), given).json()["results"]
    assert found["title"] == item.live.title


def test_no_cache_and_no_search_engine_keeps_names(
    cast: Cast, client: Client, at: Callable[[str], None]
) -> None:
    page = _list(cast, "dibao-payment").live.part.names_page
    at("2026-09-23 12:00")
    answer = client.get(page)
    assert answer["Cache-Control"].startswith("no-store")
    assert answer["X-Robots-Tag"] == "noindex, noarchive"


def test_earlier_versions_name_nobody(
    cast: Cast, client: Client, at: Callable[[str], None]
) -> None:
    at("2026-09-23 12:00")
    item = _list(cast, "dibao-payment")
    item.live.number = 2
    item.live.save(update_fields=["number"])
    number = item.index_number
    assert not _tells(client, reverse("disclosures:version", args=[number, 2]))


def test_names_are_given_as_one_file_only_where_the_kind_says_so(
    cast: Cast, client: Client, at: Callable[[str], None]
) -> None:
    page = _list(cast, "farmland-notice").live.part.names_page
    at("2026-09-23 12:00")
    assert client.get(page, {"format": "csv"})["Content-Type"].startswith("text/html")
    ListKind.objects.update(harvestable=True)
    answer = client.get(page, {"format": "csv"})
    assert answer["Content-Type"] == "text/csv"
    assert NAME in text_of(answer)
    at("2026-11-20 12:00")
    assert client.get(page, {"format": "csv"}).status_code == 410


def test_looking_through_a_list_is_throttled(
    cast: Cast, client: Client, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("disclosures.lists.views.MOST_NAME_PAGES", 3)
    page = _list(cast, "dibao-payment").live.part.names_page
    at("2026-09-23 12:00")
    assert [client.get(page).status_code for _ in range(4)] == [200, 200, 200, 429]


def test_another_township_has_no_such_page(
    cast: Cast, client: Client, at: Callable[[str], None], settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    page = _list(cast, "dibao-payment").live.part.names_page
    at("2026-09-23 12:00")
    factories.township(host="other.example")
    assert client.get(page, headers={"host": "other.example"}).status_code == 404


def test_a_list_leads_to_its_fund(cast: Cast, client: Client, at: Callable[[str], None]) -> None:
    at("2026-09-23 12:00")
    sheet = read(cast, _sheet(kind(cast, "rice")), "rice")
    item = published(cast, sheet, slug="rice", fund="稻谷补贴资金")
    _list(cast, "elderly")
    assert "fund=" in client.get(item.get_absolute_url()).content.decode()
    page = client.get(reverse("disclosures:lists"), {"fund": "稻谷补贴资金"}).content.decode()
    assert "稻谷补贴资金：共 1 份名单" in page


def test_a_draft_has_no_page(cast: Cast, client: Client, at: Callable[[str], None]) -> None:
    edition = draft(cast, "dibao-payment")
    at("2026-09-23 12:00")
    assert edition.disclosure.index_number is None
    assert not _tells(client, reverse("disclosures:lists"))


def test_a_withdrawn_list_names_nobody(
    cast: Cast, client: Client, at: Callable[[str], None]
) -> None:
    at("2026-09-23 12:00")
    item = _list(cast, "dibao-payment")
    item.withdrawn_at = clock.now()
    item.save(update_fields=["withdrawn_at"])
    assert client.get(item.live.part.names_page).status_code == 404
