"""An accident file grows stage by stage, each by a revision that residents can follow."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.flow.hindrances import hindrances
from disclosures.flow.publish import publish_archived
from disclosures.flow.revise import revise
from disclosures.flow.write import save_draft
from tests import factories
from tests.cast import Cast
from tests.disclosures.accidents.files import drafted, stage
from tests.factories import moment


def test_the_page_tells_the_stages_and_what_is_missing(cast: Cast, client: Client) -> None:
    edition = drafted(cast)
    stage(edition)
    item = publish_archived(edition, at=moment("2026-03-10 10:00"), by=cast.officer)
    page = client.get(item.get_absolute_url()).content.decode()
    assert "事故发生" in page
    assert "还没有公布：应急救援、调查报告、责任追究、整改评估" in page


def test_a_revision_keeps_the_stages_and_adds_one(cast: Cast, client: Client) -> None:
    edition = drafted(cast)
    stage(edition)
    item = publish_archived(edition, at=moment("2026-03-10 10:00"), by=cast.officer)
    revised = revise(item, by=cast.officer)
    revised.change_note = "公布调查报告"
    save_draft(revised, by=cast.officer)
    stage(revised, "report", date(2026, 4, 2))
    publish_archived(revised, at=moment("2026-04-10 10:00"), by=cast.officer)
    page = client.get(item.get_absolute_url()).content.decode()
    assert "event 的经过" in page
    assert "report 的经过" in page
    old = reverse("disclosures:version", args=[item.index_number, 1])
    assert "report 的经过" not in client.get(old).content.decode()


@pytest.mark.parametrize(
    ("kind", "on", "told"),
    [
        ("", None, "还没有写经过"),
        ("event", date(2026, 2, 28), "早于事故发生日期"),
        ("event", date(2199, 1, 1), "在今天之后"),
    ],
)
def test_what_cannot_be_is_named(cast: Cast, kind: str, on: date | None, told: str) -> None:
    edition = drafted(cast)
    if kind and on:
        stage(edition, kind, on)
    assert any(told in line for line in hindrances(edition))


def test_a_document_is_linked_only_while_residents_may_read_it(cast: Cast, client: Client) -> None:
    report = factories.published(cast.town, by=cast.officer, title="调查报告全文")
    edition = drafted(cast)
    stage(edition, document=report)
    item = publish_archived(edition, at=moment("2026-03-10 10:00"), by=cast.officer)
    assert "调查报告全文" in client.get(item.get_absolute_url()).content.decode()
    report.withdrawn_at = moment("2026-03-11 10:00")
    report.save(update_fields=["withdrawn_at"])
    assert "调查报告全文" not in client.get(item.get_absolute_url()).content.decode()


def test_the_list_is_narrowed_and_taken_away(cast: Cast, client: Client) -> None:
    edition = drafted(cast, level="large")
    stage(edition)
    publish_archived(edition, at=moment("2026-03-10 10:00"), by=cast.officer)
    assert "共 1 件" in client.get("/accidents/", {"level": "large"}).content.decode()
    assert "共 0 件" in client.get("/accidents/", {"level": "grave"}).content.decode()
    assert client.get("/accidents/", {"format": "xlsx"}).content[:2] == b"PK"


def test_a_draft_is_not_shown(cast: Cast, client: Client) -> None:
    stage(drafted(cast))
    assert "茶厂机械伤害事故" not in client.get("/accidents/").content.decode()
    assert client.get("/search/", {"q": "机械伤害", "format": "json"}).json()["count"] == 0
