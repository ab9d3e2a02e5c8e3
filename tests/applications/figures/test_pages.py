"""The public pages: numbers that name nobody, and answers that are public anyway."""

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from applications.cases.models import Application
from disclosures.flow.withdraw import withdraw
from disclosures.items.models import Disclosure
from tests import factories
from tests.applications.figures.stories import Desk
from tests.cast import Cast

pytestmark = pytest.mark.django_db
FIGURES, ANSWERS = "/applications/statistics/", "/applications/answers/"


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast)


def answered_by(desk: Desk, title: str) -> Disclosure:
    """An application whose answer became public."""
    application = desk.story("2026-03-02", "2026-03-06 decided outcomes=granted")
    item = factories.published(desk.cast.town, by=desk.cast.officer, title=title)
    Application.objects.filter(pk=application.pk).update(answered_by_item=item)
    return item


def test_the_figures_stand_in_tables_beside_their_pictures(desk: Desk, client: Client) -> None:
    desk.story("2026-03-02", "2026-03-06 decided outcomes=granted")
    desk.story("2025-03-03", "2025-03-07 withdrawn")
    answer = client.get(FIGURES)
    page = answer.content.decode()
    assert "2026年依申请公开办理统计" in page
    assert page.count("<svg") > 10
    assert "100.00%" in page
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert not answer.cookies
    assert "2025年依申请公开办理统计" in client.get(FIGURES, {"year": "2025"}).content.decode()
    assert client.get(FIGURES, {"year": "x'1999"}).status_code == 200


def test_no_word_of_an_applicant_is_on_it(desk: Desk, client: Client) -> None:
    application = desk.story("2026-03-02", "2026-03-06 decided outcomes=granted")
    for query in ({}, {"format": "csv"}):
        answer = client.get(FIGURES, query)
        page = b"".join(answer).decode()
        for word in ("周小满", application.subject, application.number, "13900001111"):
            assert word not in page


def test_the_file_holds_every_row_by_kind_of_applicant(desk: Desk, client: Client) -> None:
    desk.story("2026-03-02", "2026-03-06 decided outcomes=process")
    answer = client.get(FIGURES, {"format": "csv"})
    lines = b"".join(answer).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("项目,公民（自然人）")
    assert "（三）6属于四类过程性信息,1,0,0,0,0,0,1" in lines
    assert client.get(FIGURES, {"format": "xlsx"}).status_code == 200


def test_a_township_without_applications_has_a_page(cast: Cast, client: Client) -> None:
    assert "依申请公开办理统计" in client.get(FIGURES).content.decode()
    assert "还没有答复转为公开" in client.get(ANSWERS).content.decode()


def test_answers_that_are_public_are_listed_once(desk: Desk, client: Client) -> None:
    item = answered_by(desk, "青禾村修路合同")
    again = desk.story("2026-03-09", "2026-03-16 decided outcomes=granted")
    Application.objects.filter(pk=again.pk).update(answered_by_item=item)
    factories.published(desk.cast.town, by=desk.cast.officer, title="没人申请过的")
    page = client.get(ANSWERS).content.decode()
    assert page.count("青禾村修路合同") == 1
    assert item.get_absolute_url() in page
    assert "没人申请过的" not in page
    assert "周小满" not in page


def test_what_is_not_public_is_not_listed(desk: Desk, client: Client) -> None:
    application = desk.story("2026-03-02", "2026-03-06 decided outcomes=granted")
    draft = factories.draft(desk.cast.town, by=desk.cast.officer, title="还是草稿")
    Application.objects.filter(pk=application.pk).update(answered_by_item=draft.disclosure)
    gone = answered_by(desk, "已经撤下")
    withdraw(gone, by=desk.cast.officer, reason="有误")
    page = client.get(ANSWERS).content.decode()
    assert "还是草稿" not in page
    assert "已经撤下" not in page


def test_pages_cost_the_same_with_many(
    desk: Desk, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        answered_by(desk, f"答复{number}")
    for address, most in ((FIGURES, 18), (ANSWERS, 10)):
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200
