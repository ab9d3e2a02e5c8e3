"""A programme on the page of its edition at the desk: typed together, kept together."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.advance import submit
from disclosures.flow.revise import revise
from disclosures.items.models import Edition
from disclosures.items.shapes import Shape
from disclosures.programmes.models import Programme
from portal.core.trail.record import history
from tests import factories
from tests.admin.test_edition_form import LIST, form_of
from tests.cast import Cast
from tests.disclosures.programmes.programmes import FIELDS, drafted, through

FIELDS_OF = {
    "standards": (
        "position",
        "grade",
        "amount",
        "unit",
        "valid_from",
        "valid_to",
        "basis",
        "note",
        "gap_reason",
    ),
    "programme_steps": ("position", "name", "what", "by_whom", "days"),
    "programme_documents": ("position", "name", "how", "only_when", "note"),
    "bases": ("position", "name", "number", "policy_id"),
    "check_questions": ("number", "text", "hint"),
    "check_answers": ("number", "position", "text", "then", "to", "remark"),
}


def programme_form(edition: Edition | None, **changes: Any) -> dict[str, Any]:
    """What the browser sends of the programme and its rows."""
    part = edition.part if edition else None
    sent: dict[str, Any] = {
        "programme-TOTAL_FORMS": 1,
        "programme-INITIAL_FORMS": 1 if part else 0,
        "programme-0-id": part.pk if part else "",
        "programme-0-position": 100,
    }
    sent |= {f"programme-0-{name}": value for name, value in FIELDS.items()}
    for kind, names in FIELDS_OF.items():
        found = list(getattr(edition, kind).all()) if edition else []
        sent |= {f"{kind}-TOTAL_FORMS": len(found), f"{kind}-INITIAL_FORMS": len(found)}
        for place, row in enumerate(found):
            sent |= {f"{kind}-{place}-id": row.pk} | _row(kind, place, row, names)
    return sent | changes


def _row(kind: str, place: int, row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    values = {name.removesuffix("_id"): getattr(row, name) for name in names}
    return {f"{kind}-{place}-{name}": "" if v is None else v for name, v in values.items()}


def new_row(prefix: str, place: int, **values: Any) -> dict[str, Any]:
    return {f"{prefix}-TOTAL_FORMS": place + 1} | {
        f"{prefix}-{place}-{name}": value for name, value in ({"position": 90} | values).items()
    }


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    client.force_login(cast.clerk)
    return client


@pytest.fixture
def draft(cast: Cast) -> Edition:
    return drafted(cast.town, by=cast.clerk)


def save(desk: Client, edition: Edition, **changes: Any) -> Any:
    sent = form_of(edition) | programme_form(edition) | changes
    return desk.post(f"{LIST}{edition.pk}/change/", sent)


def test_a_new_programme_is_begun_and_typed_at_once(desk: Client, cast: Cast) -> None:
    entry = factories.entry(cast.town)
    page = desk.get(f"{LIST}add/?shape=programme").content.decode()
    for words in ("谁可以享受", "给哪些人", "标准", "申请步骤", "政策依据", "自测题"):
        assert words in page
    sent = {
        "title": "高龄津贴",
        "entry": entry.pk,
        "issuer": cast.office.pk,
        "formed_on": "2026-03-02",
        "audience": "全社会",
        **programme_form(None),
        "programme-0-meant_for": ["very-old", "old"],
        **new_row(
            "standards", 0, grade="一类", amount="60.5", unit="元/人·月", valid_from="2026-01-01"
        ),
        **new_row("programme_steps", 0, name="申请"),
        **new_row("check_questions", 0, number=1, text="满80岁了吗？"),
        **new_row("check_answers", 0, number=1, text="满了", then="fits"),
    }
    answer = desk.post(f"{LIST}add/?shape=programme", sent)
    assert answer.status_code == 302, answer.content.decode()
    edition = Edition.objects.get()
    assert edition.shape == Shape.PROGRAMME
    assert edition.part.meant_for == ["very-old", "old"]
    assert edition.standards.get().township == cast.town
    assert [ask.choices[0].text for ask in edition.part.asks] == ["满了"]


def test_rows_are_changed_added_and_taken_away_with_a_line_in_the_trail(
    desk: Client, draft: Edition
) -> None:
    changes = {
        "programme-0-who": "满80周岁的人",
        "standards-1-amount": "65",
        "standards-2-DELETE": "on",
        **new_row("programme_documents", 1, name="户口簿"),
    }
    assert save(desk, draft, **changes).status_code == 302
    again = Edition.objects.get(pk=draft.pk)
    assert again.part.who == "满80周岁的人"
    assert [row.amount for row in again.part.standard_rows] == [50, 65, 600]
    assert [row.name for row in again.part.document_rows] == ["身份证", "户口簿"]
    assert "修改内容" in [entry.act for entry in history(again)]


def test_saving_without_change_changes_nothing(desk: Client, draft: Edition) -> None:
    assert save(desk, draft).status_code == 302
    assert "修改内容" not in [entry.act for entry in history(draft)]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"standards-0-valid_to": "2024-12-31"}, "执行止日不能早于执行起日。"),
        ({"standards-0-amount": "-1"}, "金额不能小于 0。"),
        ({"programme-0-key": "check"}, "这个标识已用作网页地址"),
        ({"programme-0-key": "高龄"}, "下划线"),
    ],
)
def test_what_can_not_be_is_refused_beside_the_field(
    desk: Client, draft: Edition, changes: dict[str, str], sentence: str
) -> None:
    answer = save(desk, draft, **changes)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()


def test_the_draft_says_what_is_missing(desk: Client, cast: Cast) -> None:
    standards = {"一类": (("1", "2024-01-01", "2024-12-31"), ("2", "2026-01-01", None))}
    draft = drafted(cast.town, by=cast.clerk, fund="", standards=standards)
    page = desk.get(f"{LIST}{draft.pk}/change/").content.decode()
    assert "没有写资金来源" in page
    assert "“一类”2025年1月1日至2025年12月31日没有标准" in page


def test_what_was_submitted_is_shown_but_not_changed(
    desk: Client, cast: Cast, draft: Edition
) -> None:
    submit(draft, by=cast.clerk)
    page = desk.get(f"{LIST}{draft.pk}/change/").content.decode()
    assert "80—89周岁" in page
    assert 'name="standards-0-grade"' not in page
    assert save(desk, draft, **{"programme-0-who": "谁都行"}).status_code == 403
    assert Programme.objects.get().who == FIELDS["who"]


def test_another_office_may_not_change_it(cast: Cast, client: Client, draft: Edition) -> None:
    elsewhere = factories.organisation(cast.town, name="文化站")
    client.force_login(factories.staff(elsewhere, *cast.clerk.roles))
    save(client, draft, **{"programme-0-who": "谁都行"})
    assert Programme.objects.get().who == FIELDS["who"]


def test_reviewers_see_what_a_revision_changes_in_standards(
    desk: Client, cast: Cast, draft: Edition
) -> None:
    revised = revise(through(draft, cast), by=cast.clerk)
    revised.standards.filter(amount=60).update(amount=66)
    page = desk.get(f"{LIST}{revised.pk}/change/").content.decode()
    assert "<del>标准：80—89周岁 60 元/人·月" in page
    assert "<ins>标准：80—89周岁 66 元/人·月" in page


def test_policies_alone_are_offered_as_basis(desk: Client, cast: Cast, draft: Edition) -> None:
    kind = CatalogueEntry.Kind.POLICY
    policy = factories.published(
        cast.town, by=cast.officer, entry=factories.entry(cast.town, kind=kind), title="甲通知"
    )
    other = factories.published(cast.town, by=cast.officer, title="甲公告")
    asked = {
        "app_label": "disclosures",
        "model_name": "basis",
        "field_name": "policy",
        "term": "甲",
    }
    answer = desk.get(reverse("admin:autocomplete"), asked).json()
    assert [one["id"] for one in answer["results"]] == [str(policy.pk)]
    wrong = new_row("bases", 1, name="公告", policy=other.pk)
    assert save(desk, draft, **wrong).status_code == 200
    right = new_row("bases", 1, name="通知", policy=policy.pk)
    assert save(desk, draft, **right).status_code == 302
    assert draft.bases.get(name="通知").policy == policy


def test_the_preview_shows_it_as_residents_will_see_it(desk: Client, draft: Edition) -> None:
    page = desk.get(f"{LIST}{draft.pk}/preview/").content.decode()
    assert "<strong>600</strong>" in page
    assert "可能适合我吗" not in page  # its check has no address yet


def test_a_draft_without_anything_can_be_previewed(desk: Client, cast: Cast) -> None:
    draft = drafted(cast.town, by=cast.clerk, standards={}, questions={}, what="")
    assert desk.get(f"{LIST}{draft.pk}/preview/").status_code == 200


def test_every_input_of_a_row_says_its_name_to_those_who_hear_the_page(
    desk: Client, draft: Edition
) -> None:
    page = desk.get(f"{LIST}{draft.pk}/change/").content.decode()
    for rows in FIELDS_OF:
        inputs = re.findall(rf'<(?:input|select)[^>]*name="{rows}-0-[^>]*>', page)
        typed = [one for one in inputs if 'type="hidden"' not in one]
        assert typed
        assert [one for one in typed if "aria-label=" not in one] == []
