"""Many at once: each is one move of its own, and those that can't go say why."""

import pytest
from django.test import Client

from disclosures.flow.advance import approve, submit
from disclosures.items.models import Disclosure, Edition
from disclosures.items.states import State
from tests import factories
from tests.cast import Cast

LIST = "/admin/disclosures/edition/"
PUBLIC = "/admin/disclosures/disclosure/"


def run(client: Client, page: str, action: str, rows: list[object]) -> str:
    given = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(page, given, follow=True).content.decode()


def test_many_are_submitted_but_not_the_unfinished(cast: Cast, client: Client) -> None:
    drafts = [factories.draft(cast.town, by=cast.clerk) for _ in range(2)]
    empty = factories.draft(cast.town, by=cast.clerk, body="")
    client.force_login(cast.clerk)
    page = run(client, LIST, "submit_all", [*drafts, empty])
    assert Edition.objects.filter(state=State.REVIEW).count() == 2
    assert "已提交审核 2 条" in page
    assert "正文和附件都是空的" in page


def test_personal_data_is_not_cleared_in_bulk(cast: Cast, client: Client) -> None:
    drafts = [
        factories.draft(cast.town, by=cast.clerk, body=body)
        for body in ("<p>无个人信息</p>", "<p>手机 13905512345</p>")
    ]
    waiting = [approve(submit(one, by=cast.clerk), by=cast.reviewer) for one in drafts]
    client.force_login(cast.keeper)
    page = run(client, LIST, "clear_all", waiting)
    states = [Edition.objects.get(pk=one.pk).state for one in waiting]
    assert states == [State.PUBLISHED, State.CLEARANCE]
    assert "正文发现手机号 1 处" in page


def test_last_years_items_become_drafts(cast: Cast, client: Client) -> None:
    items = [factories.published(cast.town, by=cast.officer) for _ in range(3)]
    client.force_login(cast.officer)
    assert "已复制为草稿 3 条" in run(client, PUBLIC, "copy_all", items)
    assert Edition.objects.open().count() == 3


def test_others_items_are_not_copied(cast: Cast, client: Client) -> None:
    item = factories.published(cast.town, by=cast.officer)
    client.force_login(cast.accountant)
    assert "没有" in run(client, PUBLIC, "copy_all", [item])
    assert not Edition.objects.open().exists()


@pytest.mark.parametrize("person", ["auditor", "supervisor", "administrator"])
def test_who_may_only_read_is_offered_no_action(cast: Cast, client: Client, person: str) -> None:
    draft = factories.draft(cast.town, by=cast.clerk)
    client.force_login(getattr(cast, person))
    assert "submit_all" not in client.get(LIST).content.decode()
    run(client, LIST, "submit_all", [draft])
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_nothing_public_can_be_deleted_in_bulk(cast: Cast, client: Client) -> None:
    item = factories.published(cast.town, by=cast.officer)
    client.force_login(factories.staff(cast.office, is_superuser=True))
    run(client, PUBLIC, "delete_selected", [item])
    assert Disclosure.objects.filter(pk=item.pk).exists()
