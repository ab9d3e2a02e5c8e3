"""Who may read what: nothing before publication, nothing after withdrawal, nothing next door."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.flow.repeal import repeal
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from disclosures.flow.write import save_draft
from disclosures.items.models import Disclosure
from tests import factories
from tests.cast import Cast
from tests.disclosures.items.revised import revised

SECRET = "绝不外露的标题"
LISTS = ["/", "/disclosures/", "/catalogue/T01-01/", "/offices/open-government/"]


@pytest.fixture
def item(cast: Cast) -> Disclosure:
    entry = factories.entry(cast.town, code="T01-01")
    return factories.published(cast.town, by=cast.officer, entry=entry, title=SECRET)


def test_a_published_item_stands_on_the_lists(client: Client, item: Disclosure) -> None:
    for page in LISTS:
        assert SECRET in client.get(page).content.decode(), page


def test_a_draft_is_nowhere(client: Client, cast: Cast) -> None:
    entry = factories.entry(cast.town, code="T01-01")
    factories.draft(cast.town, by=cast.clerk, entry=entry, title=SECRET)
    for page in LISTS:
        assert SECRET not in client.get(page).content.decode(), page


def test_what_is_published_in_the_future_is_not_there_yet(client: Client, cast: Cast) -> None:
    at = factories.moment("2099-01-01 08:00")
    item = factories.published(cast.town, by=cast.officer, title=SECRET, at=at)
    assert client.get(item.get_absolute_url()).status_code == 404
    assert SECRET not in client.get("/disclosures/").content.decode()


def test_an_open_revision_shows_nothing_of_itself(
    client: Client, cast: Cast, item: Disclosure
) -> None:
    draft = revise(item, by=cast.clerk)
    draft.title = "还没审的新标题"
    save_draft(draft, by=cast.clerk)
    html = client.get(item.get_absolute_url()).content.decode()
    assert SECRET in html
    assert "还没审的新标题" not in html


def test_withdrawal_says_that_when_and_why_but_not_what(
    client: Client, cast: Cast, item: Disclosure
) -> None:
    at = factories.moment("2026-05-06 09:30")
    withdraw(item, by=cast.officer, reason="误列个人信息。", at=at)
    answer = client.get(item.get_absolute_url())
    html = answer.content.decode()
    assert answer.status_code == 410
    assert answer["Cache-Control"] == "public, max-age=60"
    for told in (item.index_number, "政务公开办公室", "2026年5月6日 09:30", "误列个人信息。"):
        assert told in html
    assert SECRET not in html
    assert "请各村按时办理" not in html


def test_a_withdrawn_item_is_off_every_list(client: Client, cast: Cast, item: Disclosure) -> None:
    withdraw(item, by=cast.officer, reason="误列个人信息。")
    for page in LISTS:
        assert SECRET not in client.get(page).content.decode(), page


def test_earlier_versions_and_the_sheet_go_with_it(
    client: Client, cast: Cast, item: Disclosure
) -> None:
    revised(item, by=cast.officer, note="补充时间。")
    withdraw(item, by=cast.officer, reason="误列个人信息。")
    for name, args in (("version", [item.index_number, 1]), ("print", [item.index_number])):
        answer = client.get(reverse(f"disclosures:{name}", args=args))
        assert answer.status_code == 410
        assert SECRET not in answer.content.decode()


def test_the_end_of_a_notice_period_is_a_withdrawal(client: Client, cast: Cast) -> None:
    item = factories.published(
        cast.town, by=cast.officer, title=SECRET, down_at=factories.moment("2026-04-01 00:00")
    )
    answer = client.get(item.get_absolute_url())
    assert answer.status_code == 410
    assert "公开期满" in answer.content.decode()


def test_a_repealed_item_stays_readable_and_says_so(
    client: Client, cast: Cast, item: Disclosure
) -> None:
    new = factories.published(cast.town, by=cast.officer, title="新的办法")
    repeal(item, by=cast.officer, on=date(2026, 5, 1), reason="已有新办法。", replaced_by=new)
    html = client.get(item.get_absolute_url()).content.decode()
    assert "已废止" in html
    assert "《新的办法》" in html
    assert f"《{SECRET}》" in client.get(new.get_absolute_url()).content.decode()


def test_a_withdrawn_successor_is_not_named(client: Client, cast: Cast, item: Disclosure) -> None:
    new = factories.published(cast.town, by=cast.officer, title="撤下的新办法")
    repeal(item, by=cast.officer, on=date(2026, 5, 1), reason="已有新办法。", replaced_by=new)
    withdraw(new, by=cast.officer, reason="发错了。")
    assert "撤下的新办法" not in client.get(item.get_absolute_url()).content.decode()


def test_an_expired_item_says_so(client: Client, cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer, expires_on=date(2026, 4, 1))
    html = client.get(item.get_absolute_url()).content.decode()
    assert "已失效" in html
    assert "2026年4月1日" in html


def test_another_township_does_not_know_it(
    client: Client, cast: Cast, item: Disclosure, settings: object
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    other = factories.township(name="邻镇", host="other.example")
    factories.organisation(other, slug="open-government")
    factories.entry(other, code="T01-01")
    for page in [item.get_absolute_url(), *(f"{item.get_absolute_url()}{x}/" for x in ("print",))]:
        assert client.get(page, headers={"host": "other.example"}).status_code == 404
    for page in LISTS:
        answer = client.get(page, headers={"host": "other.example"})
        assert answer.status_code == 200
        assert SECRET not in answer.content.decode(), page
