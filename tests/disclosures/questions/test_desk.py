"""Staff: what waits for whom, who sees a contact, what is done through the admin's addresses."""

import re
from datetime import date

import pytest
from django.test import Client

from disclosures.questions.correct import supplement
from disclosures.questions.desk.piles import heaps_of
from disclosures.questions.desk.shown import may_see_contact
from disclosures.questions.models import Question
from disclosures.questions.promise import AnswerPromise
from disclosures.questions.states import Move, State
from portal.core import clock
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast
from tests.disclosures.questions import life
from tests.disclosures.questions.life import ANSWER, CONTACT, ORIGINAL, STATES, WORD
from tests.factories import moment

LIST = "/admin/disclosures/question/"
PEOPLE = (
    "clerk",
    "reviewer",
    "keeper",
    "officer",
    "accountant",
    "supervisor",
    "auditor",
    "administrator",
)


@pytest.fixture(autouse=True)
def in_march(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tuesday, 10 March 2026: what came in on Monday a week before was due yesterday."""
    monkeypatch.setattr(clock, "today", lambda: date(2026, 3, 10))


@pytest.fixture
def busy(cast: Cast) -> None:
    old, new = moment("2026-03-02 09:00"), moment("2026-03-09 09:00")
    for at in (old, new):
        life.received(cast, at=at)
        life.assigned(cast, at=at)
    life.drafted(cast, at=new)
    supplement(life.published(cast, at=new), "补一句", by=cast.clerk)
    factories.question(cast.town, office=cast.village, at=new, message="村里的事")
    for make in (life.answered, life.declined, life.spam):
        make(cast, at=old)


def counts(cast: Cast, person: str) -> dict[str, int]:
    return {heap.pile.key: heap.count for heap in heaps_of(getattr(cast, person), cast.town)}


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("officer", {"late": 2, "received": 2, "assigned": 3, "drafted": 2}),
        ("administrator", {"late": 2, "received": 2}),
        ("clerk", {"late": 1, "assigned": 2}),
        ("reviewer", {"late": 1, "assigned": 2, "drafted": 2}),
        ("accountant", {"assigned": 1}),
        ("keeper", {"late": 2}),
        ("auditor", {"late": 2}),
        ("supervisor", {}),
    ],
)
def test_everybody_sees_what_waits_for_them(
    cast: Cast, busy: None, person: str, expected: dict[str, int]
) -> None:
    assert counts(cast, person) == expected


@pytest.mark.parametrize("person", PEOPLE)
def test_every_number_leads_to_a_list_of_as_many(
    cast: Cast, busy: None, client: Client, person: str
) -> None:
    client.force_login(getattr(cast, person))
    for key, count in counts(cast, person).items():
        page = client.get(LIST, {"pile": key}).content.decode()
        assert len(re.findall(r'class="field-message_shown"', page)) == count, key


def test_the_desk_shows_them_with_the_day(cast: Cast, busy: None, client: Client) -> None:
    client.force_login(cast.officer)
    page = client.get("/admin/").content.decode()
    assert "超过答复期限的提问和纠错" in page
    assert "应于 3月9日 答复" in page
    assert CONTACT not in page


def test_nobody_waits_for_their_own_answer(cast: Cast) -> None:
    person = factories.staff(cast.office, Role.CLERK, Role.REVIEWER)
    question = life.draft(life.assigned(cast), ANSWER, by=person)
    assert "drafted" not in {heap.pile.key for heap in heaps_of(person, cast.town)}
    assert "drafted" in counts(cast, "reviewer")
    supplement(life.release(question, by=cast.reviewer), "补一句", by=cast.reviewer)
    assert "drafted" not in counts(cast, "reviewer")


def test_an_unknown_pile_is_everything(cast: Cast, busy: None, client: Client) -> None:
    client.force_login(cast.officer)
    page = client.get(LIST, {"pile": "nonsense"}).content.decode()
    assert page.count('class="field-message_shown"') == Question.objects.count()


@pytest.mark.parametrize(
    ("person", "sees"),
    [
        ("officer", True),
        ("administrator", True),
        ("clerk", True),
        ("reviewer", True),
        ("keeper", False),
        ("auditor", False),
    ],
)
def test_a_contact_is_seen_by_those_who_answer_alone(
    cast: Cast, client: Client, person: str, sees: bool
) -> None:
    question = life.assigned(cast)
    client.force_login(getattr(cast, person))
    page = client.get(f"{LIST}{question.pk}/change/").content.decode()
    assert ORIGINAL in page
    assert (CONTACT in page) == sees


@pytest.mark.parametrize("person", PEOPLE)
def test_no_list_history_search_or_move_page_shows_a_contact(
    cast: Cast, client: Client, person: str
) -> None:
    question = life.assigned(cast)
    client.force_login(getattr(cast, person))
    for address in (LIST, "/admin/core/trailentry/"):
        assert CONTACT not in client.get(address).content.decode()
    assert ORIGINAL not in client.get(f"{LIST}?q={CONTACT}").content.decode()
    for page in ("history", *Move.values):
        assert CONTACT not in client.get(f"{LIST}{question.pk}/{page}/").content.decode()


def test_before_it_is_given_to_an_office_the_contact_is_the_officers(cast: Cast) -> None:
    question = life.received(cast)
    assert may_see_contact(cast.officer, question)
    assert may_see_contact(cast.administrator, question)
    assert not may_see_contact(cast.clerk, question)
    reading = factories.staff(cast.village, Role.AUDITOR, Role.CLERK)
    assert not may_see_contact(reading, life.assigned(cast))


@pytest.mark.parametrize("state", STATES)
def test_an_office_sees_only_what_it_was_given(cast: Cast, client: Client, state: str) -> None:
    question = STATES[state](cast)
    client.force_login(cast.accountant)
    assert ORIGINAL not in client.get(LIST).content.decode()
    for page in ("change", "history", *Move.values):
        answer = client.get(f"{LIST}{question.pk}/{page}/")
        assert answer.status_code in (302, 404), page
        assert ORIGINAL not in answer.content.decode()


@pytest.mark.parametrize("state", STATES)
def test_another_township_reaches_nothing(cast: Cast, client: Client, state: str) -> None:
    question = STATES[state](cast)
    cast.town.host = "own.example"
    cast.town.save()
    other = factories.township(host="testserver")
    client.force_login(factories.staff(factories.organisation(other), *Role, is_superuser=True))
    for address in (LIST, f"{LIST}?q={WORD}", f"{LIST}?pile=late", "/admin/"):
        page = client.get(address).content.decode().replace(f'value="{WORD}"', "")
        assert ORIGINAL not in page
        assert WORD not in page
    for page in ("change", "history", *Move.values):
        assert client.get(f"{LIST}{question.pk}/{page}/").status_code in (302, 404)
        if page in Move.values:
            assert client.post(f"{LIST}{question.pk}/{page}/", {}).status_code == 404


def test_a_number_finds_its_question(cast: Cast, client: Client) -> None:
    question, other = life.received(cast), life.received(cast, message="另一件")
    client.force_login(cast.officer)
    page = client.get(LIST, {"q": str(question.pk)}).content.decode()
    assert ORIGINAL in page
    assert other.message not in page
    assert client.get(LIST, {"q": "9" * 30}).status_code == 200


def test_a_question_goes_its_way_through_the_admin(cast: Cast, client: Client) -> None:
    question = life.received(cast)
    page = f"{LIST}{question.pk}"
    client.force_login(cast.officer)
    client.post(f"{page}/assign/", {"office": cast.office.pk, "remark": ""})
    client.force_login(cast.clerk)
    assert ORIGINAL in client.get(f"{page}/draft/").content.decode()
    given = {"title": ANSWER.title, "asked": ANSWER.asked, "text": ANSWER.text}
    client.post(f"{page}/draft/", given | {"entry": "", "category": "services"})
    client.force_login(cast.reviewer)
    assert ANSWER.text in client.get(f"{page}/release/").content.decode()
    client.post(f"{page}/release/")
    question.refresh_from_db()
    assert (question.state, question.category) == (State.PUBLISHED, "services")
    client.force_login(cast.clerk)
    client.post(f"{page}/supplement/", {"text": "补一句"})
    client.force_login(cast.reviewer)
    assert "补一句" in client.get(f"{page}/release-supplement/").content.decode()
    client.post(f"{page}/release-supplement/")
    assert "补一句" in client.get(question.get_absolute_url()).content.decode()
    client.force_login(cast.officer)
    assert "请写明撤下的原因" in client.post(f"{page}/withdraw/", {}).content.decode()
    client.post(f"{page}/withdraw/", {"reason": "有误"})
    assert client.get(question.get_absolute_url()).status_code == 410


def test_an_answer_may_not_be_given_to_an_entry_or_office_elsewhere(
    cast: Cast, client: Client
) -> None:
    other = factories.township()
    entry, office = factories.entry(other), factories.organisation(other)
    client.force_login(cast.officer)
    question = life.assigned(cast)
    client.post(f"{LIST}{question.pk}/assign/", {"office": office.pk})
    given = {"title": "题", "asked": "问", "text": "答", "entry": entry.pk}
    client.post(f"{LIST}{question.pk}/draft/", given)
    question.refresh_from_db()
    assert (question.assigned_to, question.state) == (cast.office, State.ASSIGNED)


@pytest.mark.parametrize("move", Move)
def test_a_visit_changes_nothing(cast: Cast, client: Client, move: Move) -> None:
    questions = [make(cast) for make in STATES.values()]
    client.force_login(cast.officer)
    for question in questions:
        client.get(f"{LIST}{question.pk}/{move.value}/")
    states = [Question.objects.get(pk=one.pk).state for one in questions]
    assert states == [one.state for one in questions]


def test_merging_names_the_number(cast: Cast, client: Client) -> None:
    earlier, later = life.received(cast), life.received(cast)
    client.force_login(cast.officer)
    page = f"{LIST}{later.pk}/merge/"
    assert "本镇没有这个编号" in client.post(page, {"earlier": later.pk + 99}).content.decode()
    assert "编号只有数字" in client.post(page, {"earlier": "三"}).content.decode()
    client.post(page, {"earlier": earlier.pk})
    later.refresh_from_db()
    assert later.merged_into == earlier


def test_nothing_is_typed_or_deleted_beside_the_moves(cast: Cast, client: Client) -> None:
    question = life.published(cast)
    client.force_login(factories.staff(cast.office, is_superuser=True))
    client.post(f"{LIST}{question.pk}/change/", {"answer": "改掉"})
    client.post(f"{LIST}{question.pk}/delete/", {"post": "yes"})
    assert client.get(f"{LIST}add/").status_code == 403
    question.refresh_from_db()
    assert question.answer == ANSWER.text


def test_the_promise_is_set_once_by_the_disclosure_office(cast: Cast, client: Client) -> None:
    page = "/admin/disclosures/answerpromise/"
    days = {"question_days": 7, "error_days": 2, "suggestion_days": 9, "contact_days": 30}
    client.force_login(cast.clerk)
    assert client.post(f"{page}add/", days).status_code == 403
    client.force_login(cast.officer)
    client.post(f"{page}add/", days)
    kept = AnswerPromise.objects.get(township=cast.town)
    assert (kept.days_for("question"), kept.days_for("error"), kept.contact_days) == (7, 2, 30)
    assert client.get(f"{page}add/").status_code == 403
    days["error_days"] = 0
    assert client.post(f"{page}{kept.pk}/change/", days).status_code == 200
    kept.refresh_from_db()
    assert kept.error_days == 2


def test_pages_of_the_admin_cost_little(
    cast: Cast, busy: None, client: Client, django_assert_max_num_queries: object
) -> None:
    question = life.published(cast)
    client.force_login(cast.officer)
    client.get("/admin/")
    for address, most in ((LIST, 16), (f"{LIST}{question.pk}/change/", 20)):
        with django_assert_max_num_queries(most):
            client.get(address)
