"""The form of an item: what a clerk fills in, what everybody else reads."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.advance import approve, clear, submit
from disclosures.flow.revise import revise
from disclosures.items.models import Disclosure, Edition
from disclosures.policies.models import Interpretation
from tests import factories
from tests.cast import Cast
from tests.factories import moment

LIST = "/admin/disclosures/edition/"


def form_of(edition: Edition, **changes: Any) -> dict[str, Any]:
    """What the browser sends for a draft, with `changes`."""
    return {
        "title": edition.title,
        "entry": edition.entry_id,
        "issuer": edition.issuer_id,
        "formed_on": edition.formed_on.isoformat(),
        "body": edition.body,
        "audience": "全社会",
        "substantial": "on",
        "seen": edition.changed_at.isoformat(),
    } | changes


def page_of(client: Client, edition: Edition) -> str:
    return client.get(f"{LIST}{edition.pk}/change/").content.decode()


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    client.force_login(cast.clerk)
    return client


@pytest.fixture
def draft(cast: Cast) -> Edition:
    return factories.draft(cast.town, by=cast.clerk)


def save(desk: Client, edition: Edition, **changes: Any) -> Any:
    return desk.post(f"{LIST}{edition.pk}/change/", form_of(edition, **changes))


def test_files_are_added_scanned_and_taken_off(desk: Client, draft: Edition) -> None:
    files = [
        SimpleUploadedFile("名单.csv", "姓名,电话\n张三,13905512345\n".encode()),
        SimpleUploadedFile("清单.csv", "项目,数量\n路面,800\n".encode()),
    ]
    save(desk, draft, files=files)
    shown = page_of(desk, draft)
    assert "手机号 1 处" in shown
    assert "未发现个人信息" in shown
    first = draft.attachments.get(name="名单.csv")
    draft.refresh_from_db()
    save(desk, draft, removed=[first.pk])
    assert [file.name for file in draft.attachments.all()] == ["清单.csv"]


def test_a_file_that_lies_about_its_kind_is_refused_and_nothing_is_saved(
    desk: Client, draft: Edition
) -> None:
    file = SimpleUploadedFile("通知.pdf", b"MZ this is a program")
    answer = save(desk, draft, title="改过的标题", files=[file])
    assert "《通知.pdf》" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.title != "改过的标题"


def test_two_people_do_not_overwrite_each_other(desk: Client, cast: Cast, draft: Edition) -> None:
    stale = form_of(draft, title="第二个人的标题")
    save(desk, draft, title="第一个人的标题")
    answer = desk.post(f"{LIST}{draft.pk}/change/", stale)
    assert "又改了这份稿件" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.title == "第一个人的标题"


def test_what_was_submitted_is_shown_as_residents_will_read_it(desk: Client, cast: Cast) -> None:
    draft = factories.draft(cast.town, by=cast.clerk, body="<p>请<strong>各村</strong>办理</p>")
    shown = page_of(desk, submit(draft, by=cast.clerk))
    assert "<p>请<strong>各村</strong>办理</p>" in shown
    assert 'name="title"' not in shown
    assert 'name="_save"' not in shown


def test_an_interpretation_is_bound_to_its_policy(desk: Client, cast: Cast) -> None:
    policy_entry = factories.entry(cast.town, kind=CatalogueEntry.Kind.POLICY)
    policy = factories.published(cast.town, by=cast.officer, entry=policy_entry)
    other = factories.published(cast.town, by=cast.officer)
    entry = factories.entry(cast.town, kind=CatalogueEntry.Kind.INTERPRETATION)
    draft = factories.draft(cast.town, by=cast.clerk, entry=entry)
    assert "请选择它解读的政策" in save(desk, draft).content.decode()
    assert save(desk, draft, policy=other.pk, form="text").status_code == 200
    save(desk, draft, policy=policy.pk, form="questions", explained_by_whom="民政办公室")
    bond = Interpretation.objects.get()
    assert (bond.policy, bond.form) == (policy, "questions")


def test_only_policies_are_offered_for_interpretation(desk: Client, cast: Cast) -> None:
    policy_entry = factories.entry(cast.town, kind=CatalogueEntry.Kind.POLICY)
    factories.published(cast.town, by=cast.officer, entry=policy_entry, title="补贴办法")
    factories.published(cast.town, by=cast.officer, title="补贴通知")
    given = {"app_label": "disclosures", "model_name": "interpretation", "field_name": "policy"}
    found = desk.get("/admin/autocomplete/", {**given, "term": "补贴"}).json()["results"]
    assert len(found) == 1
    assert "补贴办法" in found[0]["text"]


def published_interpretation(cast: Cast) -> Disclosure:
    policies = factories.entry(cast.town, kind=CatalogueEntry.Kind.POLICY)
    policy = factories.published(cast.town, by=cast.officer, entry=policies)
    entry = factories.entry(cast.town, kind=CatalogueEntry.Kind.INTERPRETATION)
    draft = factories.draft(cast.town, by=cast.clerk, entry=entry)
    Interpretation.objects.create(
        township=cast.town, disclosure=draft.disclosure, policy=policy, form="text"
    )
    clear(approve(submit(draft, by=cast.clerk), by=cast.reviewer), by=cast.keeper)
    return Disclosure.objects.get(pk=draft.disclosure_id)


def test_a_revision_does_not_touch_the_public_bond(desk: Client, cast: Cast) -> None:
    item = published_interpretation(cast)
    second = factories.published(
        cast.town, by=cast.officer, entry=item.interpretation.policy.live.entry
    )
    draft = revise(item, by=cast.clerk)
    answer = save(desk, draft, policy=second.pk, form="video", change_note="更正")
    assert answer.status_code == 302
    bond = Interpretation.objects.get()
    assert (bond.policy_id, bond.form) == (item.interpretation.policy_id, "text")


def test_a_revision_shows_what_it_changes(desk: Client, cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer, body="<p>第一段</p><p>第二段</p>")
    draft = revise(item, by=cast.clerk)
    save(desk, draft, body="<p>第一段</p><p>第二段已改</p>", change_note="更正第二段")
    shown = page_of(desk, draft)
    assert "<del>第二段</del>" in shown
    assert "<ins>第二段已改</ins>" in shown
    assert "<del>第一段</del>" not in shown


def test_a_button_names_the_minute_of_publication(cast: Cast, client: Client) -> None:
    later = moment("2099-01-01 08:00")
    timed = factories.draft(cast.town, by=cast.clerk, go_live_at=later)
    plain = factories.draft(cast.town, by=cast.clerk)
    client.force_login(cast.keeper)
    for draft, words in ((timed, "定于 2099-01-01 08:00 发布"), (plain, "通过审查，立即发布")):
        approve(submit(draft, by=cast.clerk), by=cast.reviewer)
        assert words in client.get(f"{LIST}{draft.pk}/clear/").content.decode()


def test_who_may_not_move_is_told_and_gets_no_button(desk: Client, draft: Edition) -> None:
    page = desk.get(f"{LIST}{draft.pk}/approve/").content.decode()
    assert "现在不能由您办理这一步" in page
    assert 'type="submit" class="default"' not in page
