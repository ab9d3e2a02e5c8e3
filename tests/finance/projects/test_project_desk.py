"""A project's file as clerks type it, and what the desk reminds them of."""

from typing import Any

import pytest
from django.test import Client

from disclosures.flow.revise import revise
from disclosures.items.models import Edition
from finance.projects.stages import Stage
from tests import factories
from tests.admin.test_edition_form import LIST, page_of
from tests.cast import Cast
from tests.finance.projects.works import books_of, drafted, pay, public


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    client.force_login(cast.clerk)
    return client


def test_the_nine_stages_stand_there_to_be_filled(desk: Client) -> None:
    page = desk.get(f"{LIST}add/?shape=projectfile").content.decode()
    assert 'name="project_stages-TOTAL_FORMS" value="9"' in page
    for stage in Stage:
        assert f'<option value="{stage.value}" selected>' in page


def test_a_file_is_typed_and_empty_stages_are_not_kept(desk: Client, cast: Cast) -> None:
    answer = desk.post(f"{LIST}add/?shape=projectfile", _sent(cast))
    assert answer.status_code == 302, answer.content.decode()
    edition = Edition.objects.get()
    assert edition.projectfile.place == "大塘组"
    assert [stage.kind for stage in edition.project_stages.all()] == [Stage.DECISION]
    page = page_of(desk, edition)
    assert "“预算”还没有填写" in page


def test_a_stage_that_is_not_needed_asks_for_the_reason(desk: Client, cast: Cast) -> None:
    sent = _sent(cast) | {
        "project_stages-0-planned_on": "",
        "project_stages-0-not_needed": "on",
    }
    answer = desk.post(f"{LIST}add/?shape=projectfile", sent)
    assert "不需要的环节要写明理由，群众看得到。" in answer.content.decode()


def test_the_desk_reminds_of_entries_that_are_not_public_yet(desk: Client, cast: Cast) -> None:
    item = public(drafted(cast, done=Stage.CONTRACT), cast)
    books = books_of(cast)
    pay(books, books.open(), item, "53000.00")
    assert "没有。账上已付 0.00 元。" in page_of(desk, drafted(cast, by=cast.clerk, title="新的"))
    revised = revise(item, by=cast.clerk)
    assert "已付款 53,000.00 元，超过合同价 52,000.00 元" in page_of(desk, revised)


def _sent(cast: Cast) -> dict[str, Any]:
    sent: dict[str, Any] = {
        "title": "塘坝清淤",
        "entry": factories.entry(cast.town).pk,
        "issuer": cast.office.pk,
        "formed_on": "2026-02-10",
        "audience": "全社会",
        "projectfile-TOTAL_FORMS": 1,
        "projectfile-INITIAL_FORMS": 0,
        "projectfile-0-kind": "water",
        "projectfile-0-year": 2026,
        "projectfile-0-place": "大塘组",
        "projectfile-0-lead": cast.office.pk,
        "projectfile-0-scale": "清淤",
        "project_stages-TOTAL_FORMS": len(Stage),
        "project_stages-INITIAL_FORMS": 0,
        "project_stages-0-planned_on": "2026-03-01",
    }
    for number, stage in enumerate(Stage):
        sent[f"project_stages-{number}-kind"] = stage.value
    for name in ("project_funds", "bidders", "progress_notes"):
        sent |= {f"{name}-TOTAL_FORMS": 0, f"{name}-INITIAL_FORMS": 0}
    return sent
