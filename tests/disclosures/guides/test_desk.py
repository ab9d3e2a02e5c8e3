"""A guide on the page of its edition at the desk: typed together, kept together."""

import re
from typing import Any

import pytest
from django.test import Client

from disclosures.flow.advance import submit
from disclosures.flow.attach import attach
from disclosures.flow.revise import revise
from disclosures.guides.models import Material, ServiceGuide
from disclosures.items.models import Edition
from disclosures.items.shapes import Shape
from portal.core.trail.record import history
from tests import factories
from tests.admin.test_edition_form import LIST, form_of
from tests.cast import Cast
from tests.disclosures.guides.guides import FIELDS, drafted, through, with_form

KINDS = ("serviceguide", "materials", "guide_steps")


def guide_form(edition: Edition | None, **changes: Any) -> dict[str, Any]:
    """What the browser sends of the guide and its rows."""
    rows = {
        "materials": list(edition.materials.all()) if edition else [],
        "guide_steps": list(edition.guide_steps.all()) if edition else [],
    }
    part = edition.part if edition else None
    sent: dict[str, Any] = {
        "serviceguide-TOTAL_FORMS": 1,
        "serviceguide-INITIAL_FORMS": 1 if part else 0,
        "serviceguide-0-id": part.pk if part else "",
        "serviceguide-0-events": [event.slug for event in part.life_events] if part else [],
        "serviceguide-0-legal_unit": "working",
        "serviceguide-0-promised_unit": "working",
    }
    sent |= {f"serviceguide-0-{name}": value for name, value in FIELDS.items()}
    for kind, found in rows.items():
        sent |= {f"{kind}-TOTAL_FORMS": len(found), f"{kind}-INITIAL_FORMS": len(found)}
        for place, row in enumerate(found):
            sent |= {f"{kind}-{place}-id": row.pk, f"{kind}-{place}-position": row.position}
            sent |= {f"{kind}-{place}-name": row.name}
            if kind == "materials":
                sent |= {f"{kind}-{place}-kind": row.kind, f"{kind}-{place}-copies": row.copies}
                sent |= {f"{kind}-{place}-form": row.form_id or ""}
    return sent | changes


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
    sent = form_of(edition) | guide_form(edition) | changes
    return desk.post(f"{LIST}{edition.pk}/change/", sent)


def test_a_new_guide_is_begun_and_typed_at_once(desk: Client, cast: Cast) -> None:
    entry = factories.entry(cast.town)
    page = desk.get(f"{LIST}add/?shape=serviceguide").content.decode()
    assert "什么时候要办" in page
    assert "生育收养" in page
    sent = {
        "title": "高龄津贴申请办事指南",
        "entry": entry.pk,
        "issuer": cast.office.pk,
        "formed_on": "2026-03-02",
        "audience": "全社会",
        **guide_form(None),
        "serviceguide-0-events": ["old-age", "hardship"],
        **new_row("materials", 0, name="身份证", kind="original", copies=1),
        **new_row("guide_steps", 0, name="窗口受理", days="当场"),
    }
    answer = desk.post(f"{LIST}add/?shape=serviceguide", sent)
    assert answer.status_code == 302, answer.content.decode()
    edition = Edition.objects.get()
    assert edition.shape == Shape.SERVICE_GUIDE
    assert [event.slug for event in edition.part.life_events] == ["hardship", "old-age"]
    assert [one.name for one in edition.materials.all()] == ["身份证"]
    assert edition.guide_steps.get().township == cast.town


def test_rows_are_changed_added_and_taken_away_with_a_line_in_the_trail(
    desk: Client, draft: Edition
) -> None:
    changes = {
        "serviceguide-0-who": "全体居民。",
        "materials-0-name": "户口簿",
        "materials-1-DELETE": "on",
        **new_row("guide_steps", 3, name="回访"),
    }
    assert save(desk, draft, **changes).status_code == 302
    again = Edition.objects.get(pk=draft.pk)
    assert again.part.who == "全体居民。"
    assert [one.name for one in again.materials.all()] == ["户口簿"]
    assert [one.name for one in again.guide_steps.all()][-1] == "回访"
    assert "修改内容" in [entry.act for entry in history(again)]


def test_what_was_submitted_is_shown_but_not_changed(
    desk: Client, cast: Cast, draft: Edition
) -> None:
    submit(draft, by=cast.clerk)
    page = desk.get(f"{LIST}{draft.pk}/change/").content.decode()
    assert "身份证" in page
    assert 'name="materials-0-name"' not in page
    answer = save(desk, draft, **{"materials-0-name": "户口簿", "serviceguide-0-who": "谁都行"})
    assert answer.status_code == 403
    assert draft.materials.filter(name="户口簿").count() == 0
    assert ServiceGuide.objects.get().who == FIELDS["who"]


def test_another_office_may_not_change_it(cast: Cast, client: Client, draft: Edition) -> None:
    elsewhere = factories.organisation(cast.town, name="文化站")
    client.force_login(factories.staff(elsewhere, *cast.clerk.roles))
    save(client, draft, **{"serviceguide-0-who": "谁都行"})
    assert ServiceGuide.objects.get().who == FIELDS["who"]


def test_the_blank_form_is_chosen_among_the_files_of_this_draft(
    desk: Client, cast: Cast, draft: Edition
) -> None:
    own = attach(draft, b"a,b\r\n1,2\r\n", "申请表.csv", by=cast.clerk)
    other = drafted(cast.town, by=cast.clerk, title="另一件办事指南")
    foreign = attach(other, b"a,b\r\n1,2\r\n", "别人的表.csv", by=cast.clerk)
    page = desk.get(f"{LIST}{draft.pk}/change/").content.decode()
    choices = page[page.index('name="materials-0-form"') :]
    choices = choices[: choices.index("</select>")]
    assert "申请表.csv" in choices
    assert "别人的表.csv" not in choices
    draft.refresh_from_db()
    assert save(desk, draft, **{"materials-0-form": foreign.pk}).status_code == 200
    draft.refresh_from_db()
    assert save(desk, draft, **{"materials-0-form": own.pk}).status_code == 302
    assert Material.objects.get(edition=draft, position=0).form == own


def test_a_file_taken_off_is_taken_off_its_paper(desk: Client, cast: Cast, draft: Edition) -> None:
    file = attach(draft, b"a,b\r\n1,2\r\n", "申请表.csv", by=cast.clerk)
    with_form(draft, file)
    draft = Edition.objects.get(pk=draft.pk)
    changes = {"removed": [file.pk], "materials-0-name": "改名的材料"}
    assert save(desk, draft, **changes).status_code == 302
    paper = draft.materials.get(position=0)
    assert (paper.name, paper.form) == ("改名的材料", None)


def test_the_draft_says_what_is_missing(desk: Client, cast: Cast) -> None:
    draft = drafted(cast.town, by=cast.clerk, materials=(), basis="")
    page = desk.get(f"{LIST}{draft.pk}/change/").content.decode()
    assert "没有列出申请材料" in page
    assert "没有写办理依据" in page


def test_reviewers_see_what_a_revision_changes_in_papers_and_steps(
    desk: Client, cast: Cast, draft: Edition
) -> None:
    revised = revise(through(draft, cast), by=cast.clerk)
    revised.materials.filter(name="身份证").update(name="户口簿")
    page = desk.get(f"{LIST}{revised.pk}/change/").content.decode()
    assert "<del>材料：身份证，原件 1 份</del>" in page
    assert "<ins>材料：户口簿，原件 1 份</ins>" in page


def test_every_input_of_a_row_says_its_name_to_those_who_hear_the_page(
    desk: Client, draft: Edition
) -> None:
    page = desk.get(f"{LIST}{draft.pk}/change/").content.decode()
    table = page[page.index('id="materials-group"') : page.index('id="guide_steps-group"')]
    inputs = re.findall(
        r'<(?:input|select)(?![^>]*type="hidden")[^>]*name="materials-0[^>]*>', table
    )
    assert len(inputs) == 9
    assert [one for one in inputs if "aria-label=" not in one] == []


@pytest.mark.parametrize("copies", ["0", "-1"])
def test_a_paper_is_wanted_at_least_once(desk: Client, draft: Edition, copies: str) -> None:
    answer = save(desk, draft, **{"materials-0-copies": copies})
    assert answer.status_code == 200
    assert draft.materials.get(position=0).copies == 1
