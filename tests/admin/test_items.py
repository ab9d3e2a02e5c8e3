"""Beginning from a template, previewing, discarding; and what is public has no form."""

from datetime import date

import pytest
from django.test import Client

from disclosures.items.models import Edition
from disclosures.items.templates import ItemTemplate
from tests import factories
from tests.cast import Cast

LIST = "/admin/disclosures/edition/"


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    client.force_login(cast.clerk)
    return client


@pytest.fixture
def draft(cast: Cast) -> Edition:
    return factories.draft(cast.town, by=cast.clerk)


def test_a_draft_starts_from_a_template(desk: Client, cast: Cast) -> None:
    template = ItemTemplate.objects.create(
        township=cast.town, name="通知", entry=factories.entry(cast.town), title="关于××的通知"
    )
    page = f"/admin/disclosures/itemtemplate/{template.pk}/start/"
    assert desk.get(page).status_code == 200
    assert not Edition.objects.exists()
    desk.post(page, {"issuer": cast.village.pk})
    assert not Edition.objects.exists()
    desk.post(page, {"issuer": cast.office.pk})
    assert Edition.objects.get().title == "关于××的通知"


def test_the_preview_and_the_discarding_of_a_draft(desk: Client, draft: Edition) -> None:
    assert "这份稿件还没有公开" in desk.get(f"{LIST}{draft.pk}/preview/").content.decode()
    assert desk.get(f"{LIST}{draft.pk}/discard/").status_code == 200
    assert Edition.objects.exists()
    desk.post(f"{LIST}{draft.pk}/discard/")
    assert not Edition.objects.exists()


def test_what_is_public_has_no_form(cast: Cast, client: Client) -> None:
    item = factories.published(cast.town, by=cast.officer, title="原来的标题")
    client.force_login(cast.officer)
    page = f"/admin/disclosures/disclosure/{item.pk}/change/"
    assert 'name="_save"' not in client.get(page).content.decode()
    assert client.post(page, {"title": "改掉"}).status_code == 403
    assert client.post(f"/admin/disclosures/disclosure/{item.pk}/delete/").status_code == 403
    assert client.get(f"{LIST}{item.live_id}/change/").status_code == 302
    item.live.refresh_from_db()
    assert item.live.title == "原来的标题"


def test_repeal_and_copy_through_the_admin(cast: Cast, client: Client) -> None:
    item = factories.published(cast.town, by=cast.officer)
    newer = factories.published(cast.town, by=cast.officer)
    client.force_login(cast.officer)
    page = f"/admin/disclosures/disclosure/{item.pk}"
    given = {"on": "2026-03-15", "reason": "新办法施行", "replaced_by": "没有这个号"}
    assert "没有索引号为" in client.post(f"{page}/repeal/", given).content.decode()
    client.post(f"{page}/repeal/", given | {"replaced_by": newer.index_number})
    item.refresh_from_db()
    assert (item.repealed_on, item.replaced_by) == (date(2026, 3, 15), newer)
    client.post(f"{page}/copy/")
    assert Edition.objects.open().get().title == item.live.title
