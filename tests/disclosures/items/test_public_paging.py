import pytest
from django.test import Client

from disclosures.flow.withdraw import withdraw
from disclosures.items.models import Disclosure
from tests import factories
from tests.cast import Cast
from tests.disclosures.items.revised import revised


@pytest.fixture
def items(cast: Cast) -> list[Disclosure]:
    """Forty-five items, oldest first, two at each moment."""
    return [
        factories.published(
            cast.town,
            by=cast.officer,
            title=f"第{n:02d}条",
            at=factories.moment(f"2026-03-{1 + n // 2:02d} 09:30"),
        )
        for n in range(45)
    ]


def page(client: Client, query: str = "") -> tuple[list[str], str, str]:
    found = client.get(f"/disclosures/?{query}").context["listing"].page
    return [item.live.title for item in found.items], found.newer, found.older


def test_pages_follow_each_other_without_gap_or_repeat(
    client: Client, items: list[Disclosure]
) -> None:
    seen, query = [], ""
    while True:
        titles, _, older = page(client, query)
        seen += titles
        if not older:
            break
        query = f"before={older}"
    assert seen == [f"第{n:02d}条" for n in reversed(range(45))]


def test_the_way_back_leads_to_the_same_page(client: Client, items: list[Disclosure]) -> None:
    first, _, older = page(client)
    _, newer, _ = page(client, f"before={older}")
    assert page(client, f"after={newer}")[0] == first


def test_a_page_stays_when_something_new_comes(
    client: Client, cast: Cast, items: list[Disclosure]
) -> None:
    _, _, older = page(client)
    before = page(client, f"before={older}")[0]
    factories.published(cast.town, by=cast.officer, at=factories.moment("2026-05-01 08:00"))
    assert page(client, f"before={older}")[0] == before


def test_a_page_stays_when_the_item_before_it_moves_or_goes(
    client: Client, cast: Cast, items: list[Disclosure]
) -> None:
    _, _, older = page(client)
    before = page(client, f"before={older}")[0]
    revised(items[25], by=cast.officer, note="改。", at=factories.moment("2026-05-01 08:00"))
    assert page(client, f"before={older}")[0] == before
    withdraw(items[26], by=cast.officer, reason="发错。")
    assert page(client, f"before={older}")[0] == before


def test_sorting_by_the_day_formed_pages_too(client: Client, items: list[Disclosure]) -> None:
    first, _, older = page(client, "sort=formed")
    second, _, _ = page(client, f"sort=formed&before={older}")
    assert len(first) == len(second) == 20
    assert not set(first) & set(second)


@pytest.mark.parametrize(
    "cursor",
    ["x", "1", "99999999T000000000000-1", "20260301-1", "20260301T093000000000-", "²-1", "9" * 40],
)
def test_a_place_that_is_none_gives_the_first_page(
    client: Client, items: list[Disclosure], cursor: str
) -> None:
    assert page(client, f"before={cursor}")[0] == page(client)[0]
    assert page(client, f"after={cursor}")[0] == page(client)[0]


def test_paging_keeps_what_was_chosen(client: Client, items: list[Disclosure]) -> None:
    html = client.get("/disclosures/?year=2026&sort=formed").content.decode()
    assert 'href="?year=2026&amp;sort=formed&amp;before=' in html


def test_the_count_is_of_all_pages(client: Client, items: list[Disclosure]) -> None:
    assert "共 45 条" in client.get("/disclosures/").content.decode()
