"""draft → review → confidentiality and privacy review → public; each step by whom and how."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from disclosures.flow.advance import approve, clear, offered, publish_now, send_back, submit
from disclosures.flow.refusal import CannotMove
from disclosures.items.models import Disclosure, Edition
from disclosures.items.states import Move, State
from portal.core.staff.roles import Role
from portal.core.trail.record import history
from tests import factories
from tests.cast import Cast
from tests.factories import moment

NOW = moment("2026-03-05 15:00")


@pytest.fixture
def draft(cast: Cast) -> Edition:
    return factories.draft(cast.town, by=cast.clerk)


def cleared(draft: Edition, cast: Cast) -> Edition:
    approve(submit(draft, by=cast.clerk), by=cast.reviewer)
    return clear(draft, by=cast.keeper, at=NOW)


def test_an_item_becomes_public_after_both_reviews(draft: Edition, cast: Cast) -> None:
    edition = cleared(draft, cast)
    assert edition.state == State.PUBLISHED
    assert list(Disclosure.objects.public(cast.town, NOW)) == [edition.disclosure]


def test_nothing_is_public_before_the_last_step(draft: Edition, cast: Cast) -> None:
    approve(submit(draft, by=cast.clerk), by=cast.reviewer)
    assert not Disclosure.objects.public(cast.town, NOW).exists()


def test_every_step_is_recorded_with_who_and_when(draft: Edition, cast: Cast) -> None:
    edition = cleared(draft, cast)
    steps = [(line.act, line.by.name) for line in history(edition)]
    assert steps == [
        ("新建稿件", "张录入"),
        ("提交审核", "张录入"),
        ("审核通过", "王审核"),
        ("保密审查通过", "周保密"),
        ("发布", "周保密"),
    ]


def test_whoever_writes_cannot_approve(cast: Cast) -> None:
    both = factories.staff(cast.office, Role.CLERK, Role.REVIEWER)
    edition = submit(factories.draft(cast.town, by=both), by=both)
    with pytest.raises(CannotMove, match="录入人不能审核自己的稿件"):
        approve(edition, by=both)


def test_a_township_with_two_people_can_work(cast: Cast) -> None:
    everything = (Role.CLERK, Role.REVIEWER, Role.CONFIDENTIALITY, Role.OFFICER)
    first, second = (factories.staff(cast.office, *everything) for _ in range(2))
    edition = submit(factories.draft(cast.town, by=first), by=first)
    clear(approve(edition, by=second), by=second, at=NOW)
    assert Disclosure.objects.public(cast.town, NOW).count() == 1


def test_a_step_can_be_sent_back_with_a_reason(draft: Edition, cast: Cast) -> None:
    edition = send_back(submit(draft, by=cast.clerk), by=cast.reviewer, remark="金额写错了")
    assert (edition.state, edition.sent_back) == (State.DRAFT, "金额写错了")


def test_sending_back_without_a_reason_is_refused(draft: Edition, cast: Cast) -> None:
    with pytest.raises(CannotMove, match="退回的原因"):
        send_back(submit(draft, by=cast.clerk), by=cast.reviewer, remark=" ")


def test_a_scheduled_item_waits_for_its_minute(cast: Cast) -> None:
    draft = factories.draft(cast.town, by=cast.clerk, go_live_at=moment("2026-03-09 08:00"))
    edition = cleared(draft, cast)
    assert edition.state == State.SCHEDULED
    publish_now(edition, by=cast.officer, at=NOW)
    assert Disclosure.objects.public(cast.town, NOW).count() == 1


def test_an_empty_item_cannot_be_submitted(cast: Cast) -> None:
    empty = factories.draft(cast.town, by=cast.clerk, body="")
    with pytest.raises(CannotMove, match="正文和附件都是空的"):
        submit(empty, by=cast.clerk)


def test_information_cannot_be_formed_tomorrow(cast: Cast) -> None:
    early = factories.draft(cast.town, by=cast.clerk, formed_on=date(2999, 1, 1))
    with pytest.raises(CannotMove, match="生成日期在今天之后"):
        submit(early, by=cast.clerk)


def test_a_clerk_of_another_office_cannot_touch_it(draft: Edition, cast: Cast) -> None:
    stranger = factories.staff(factories.organisation(cast.town), Role.CLERK)
    with pytest.raises(PermissionDenied):
        submit(draft, by=stranger)


def test_staff_of_another_township_cannot_touch_it(draft: Edition, cast: Cast) -> None:
    elsewhere = factories.organisation(factories.township())
    stranger = factories.staff(elsewhere, *Role)
    with pytest.raises(PermissionDenied):
        submit(draft, by=stranger)
    assert offered(draft, stranger) == []


MAY = {
    Move.SUBMIT: {"clerk", "reviewer", "officer"},
    Move.APPROVE: {"reviewer", "officer"},
    Move.CLEAR: {"keeper"},
    Move.SEND_BACK: {"reviewer", "officer", "keeper"},
    Move.PUBLISH: {"officer", "keeper"},
}
FROM = {
    Move.SUBMIT: {State.DRAFT},
    Move.APPROVE: {State.REVIEW},
    Move.CLEAR: {State.CLEARANCE},
    Move.SEND_BACK: {State.REVIEW, State.CLEARANCE, State.SCHEDULED},
    Move.PUBLISH: {State.SCHEDULED},
}
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


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("person", PEOPLE)
def test_each_role_is_offered_exactly_its_moves(cast: Cast, state: State, person: str) -> None:
    author = factories.staff(cast.office, Role.CLERK)
    edition = factories.draft(cast.town, by=author)
    edition.state = state
    lawful = {move for move in Move if state in FROM[move] and person in MAY[move]}
    assert set(offered(edition, getattr(cast, person))) == lawful
