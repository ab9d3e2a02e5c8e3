"""Every move in every state by everybody: only the lawful ones are made."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from disclosures.flow.refusal import CannotMove
from disclosures.questions.answer import draft, release, reply, send_back
from disclosures.questions.assign import assign, hand_back
from disclosures.questions.close import decline, discard, merge, reopen
from disclosures.questions.correct import drop_supplement, release_supplement, supplement, withdraw
from disclosures.questions.models import Question
from disclosures.questions.states import STEPS, Move, State
from disclosures.questions.steps import offered
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.trail.record import history
from tests import factories
from tests.cast import Cast
from tests.disclosures.questions import life
from tests.disclosures.questions.life import ANSWER, STATES

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
WRITING = {"clerk", "reviewer", "officer"}
MAY = {
    Move.ASSIGN: {"officer", "administrator"},
    Move.HAND_BACK: WRITING,
    Move.DRAFT: WRITING,
    Move.REPLY: WRITING,
    Move.SEND_BACK: WRITING,
    Move.RELEASE: {"reviewer", "officer"},
    Move.DECLINE: {"officer", "administrator"},
    Move.MERGE: {"officer", "administrator"},
    Move.DISCARD: {"officer", "administrator"},
    Move.REOPEN: {"officer", "administrator"},
    Move.SUPPLEMENT: WRITING,
    Move.WITHDRAW: {"officer", "keeper"},
}
FROM = {
    Move.ASSIGN: {"received", "assigned"},
    Move.HAND_BACK: {"assigned"},
    Move.DRAFT: {"assigned"},
    Move.REPLY: {"assigned"},
    Move.SEND_BACK: {"drafted"},
    Move.RELEASE: {"drafted"},
    Move.DECLINE: {"received", "assigned"},
    Move.MERGE: {"received", "assigned"},
    Move.DISCARD: {"received", "assigned"},
    Move.REOPEN: {"declined", "merged", "spam"},
    Move.SUPPLEMENT: {"published"},
    Move.WITHDRAW: {"published"},
}
Run = Callable[[Cast, Question, Staff], Any]
RUN: dict[Move, Run] = {
    Move.ASSIGN: lambda cast, one, by: assign(one, cast.village, by=by),
    Move.HAND_BACK: lambda cast, one, by: hand_back(one, by=by, remark="不归我们"),
    Move.DRAFT: lambda cast, one, by: draft(one, ANSWER, by=by),
    Move.REPLY: lambda cast, one, by: reply(one, "只告诉您。", by=by),
    Move.SEND_BACK: lambda cast, one, by: send_back(one, by=by, remark="写短些"),
    Move.RELEASE: lambda cast, one, by: release(one, by=by),
    Move.DECLINE: lambda cast, one, by: decline(one, by=by, where="找县局"),
    Move.MERGE: lambda cast, one, by: merge(one, earlier_than(one), by=by),
    Move.DISCARD: lambda cast, one, by: discard(one, by=by, remark="广告"),
    Move.REOPEN: lambda cast, one, by: reopen(one, by=by, remark="办错了"),
    Move.SUPPLEMENT: lambda cast, one, by: supplement(one, "补一句", by=by),
    Move.RELEASE_SUPPLEMENT: lambda cast, one, by: release_supplement(one, by=by),
    Move.DROP_SUPPLEMENT: lambda cast, one, by: drop_supplement(one, by=by),
    Move.WITHDRAW: lambda cast, one, by: withdraw(one, by=by, reason="有误"),
}


def earlier_than(question: Question) -> Question:
    at = question.received_at.replace(year=question.received_at.year - 1)
    return factories.question(question.township, message="先问的", at=at)


@pytest.mark.parametrize("move", FROM)
@pytest.mark.parametrize("state", STATES)
def test_a_move_is_made_from_its_states_alone(cast: Cast, state: str, move: Move) -> None:
    question = STATES[state](cast)
    by = cast.administrator if "administrator" in MAY[move] else cast.officer
    lawful = state in FROM[move]
    assert (move in offered(question, by)) == lawful
    if lawful:
        RUN[move](cast, question, by)
        question.refresh_from_db()
        expected = STEPS[move].target
        assert question.state == expected
        assert history(question).last().act == move.label
    else:
        with pytest.raises(CannotMove, match="不能办理|没有"):
            RUN[move](cast, question, by)
        question.refresh_from_db()
        assert question.state == State(state)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("move", FROM)
def test_a_move_is_made_by_its_people_alone(cast: Cast, person: str, move: Move) -> None:
    question = STATES[sorted(FROM[move])[0]](cast)
    if question.written_by_id:
        other = factories.staff(cast.office, Role.CLERK)
        Question.objects.filter(pk=question.pk).update(written_by=other)
        question.refresh_from_db()
    before, by = question.state, getattr(cast, person)
    if person in MAY[move]:
        RUN[move](cast, question, by)
        return
    with pytest.raises(CannotMove, match="权限"):
        RUN[move](cast, question, by)
    question.refresh_from_db()
    assert question.state == before


def test_an_office_deals_with_its_own_alone(cast: Cast) -> None:
    stranger = factories.staff(cast.village, Role.CLERK, Role.REVIEWER)
    for question, move in (
        (life.assigned(cast), Move.DRAFT),
        (life.drafted(cast), Move.RELEASE),
        (life.published(cast), Move.SUPPLEMENT),
    ):
        assert offered(question, stranger) == []
        with pytest.raises(CannotMove, match="权限"):
            RUN[move](cast, question, stranger)


def test_staff_of_another_township_do_nothing_here(cast: Cast) -> None:
    other = factories.township()
    outsider = factories.staff(factories.organisation(other), *Role)
    for state, make in STATES.items():
        assert offered(make(cast), outsider) == [], state


def test_who_wrote_the_answer_does_not_release_it(cast: Cast) -> None:
    person = factories.staff(cast.office, *Role)
    question = draft(life.assigned(cast), ANSWER, by=person)
    with pytest.raises(CannotMove, match="请由另一位同事审核"):
        release(question, by=person)


def test_who_wrote_a_supplement_does_not_release_it(cast: Cast) -> None:
    question = life.published(cast)
    supplement(question, "补一句", by=cast.reviewer)
    with pytest.raises(CannotMove, match="请由另一位同事审核"):
        release_supplement(question, by=cast.reviewer)
    release_supplement(question, by=cast.officer)


def test_two_clerks_answering_at_once_do_not_overwrite_each_other(cast: Cast) -> None:
    question = life.assigned(cast)
    first, second = Question.objects.get(pk=question.pk), Question.objects.get(pk=question.pk)
    draft(first, ANSWER, by=cast.clerk)
    with pytest.raises(CannotMove, match="现在是“答复待审核”"):
        reply(second, "另一个答复", by=cast.reviewer)
    with pytest.raises(CannotMove, match="现在是“答复待审核”"):
        draft(second, ANSWER, by=cast.reviewer)
    question.refresh_from_db()
    assert (question.answer, question.written_by) == (ANSWER.text, cast.clerk)


def test_a_second_clerk_is_told_on_the_form(cast: Cast, client: Client) -> None:
    question = life.drafted(cast)
    client.force_login(factories.staff(cast.office, Role.CLERK))
    page = f"/admin/disclosures/question/{question.pk}/draft/"
    given = {"title": "抢答", "asked": "抢答", "text": "抢答"}
    assert "现在是“答复待审核”" in client.post(page, given).content.decode()
    question.refresh_from_db()
    assert question.title == ANSWER.title
