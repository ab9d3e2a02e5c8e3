"""拟办稿: one drafts, the head signs or sends back; never the same person both."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from applications.cases.case import case_of
from applications.cases.models import Application
from applications.decisions.outcomes import Outcome
from applications.letters.compose import Composed, compose
from applications.letters.kinds import kinds_for
from applications.letters.models import Letter
from applications.procedure.events import Corrected, Decided, Extended, Registered
from applications.steps.models import Draft
from applications.steps.propose import propose
from applications.steps.settle import approve, send_back
from applications.steps.take import take_step
from disclosures.flow.refusal import CannotMove
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.trail.models import TrailEntry
from tests import factories
from tests.applications.decided import on_the_desk
from tests.applications.desk.pressing import fresh
from tests.cast import Cast

pytestmark = pytest.mark.django_db
ON, LATER = date(2026, 10, 9), date(2026, 10, 12)


@pytest.fixture
def head(cast: Cast) -> Staff:
    return factories.staff(cast.office, Role.HEAD)


@pytest.fixture
def application(cast: Cast) -> Application:
    return on_the_desk(cast)


def letter_for(application: Application, event: Decided | Extended) -> Composed:
    return compose(application, kinds_for(event)[0], event, on=event.on, words="见附件。")


def drafted(cast: Cast, application: Application, event: Decided | Extended | None = None) -> Draft:
    event = event or Decided(on=ON, outcomes=(Outcome.GRANTED,))
    return propose(application, event, by=cast.officer, letter=letter_for(application, event))


def test_it_takes_effect_on_the_day_it_is_signed(
    cast: Cast, application: Application, head: Staff
) -> None:
    draft = drafted(cast, application)
    approve(draft, on=LATER, text=draft.text, by=head)
    assert fresh(application).answered_on == LATER
    assert Letter.objects.get().issued_on == LATER
    assert Draft.objects.get().state_label == "已签发"


def test_what_the_head_changed_is_what_goes_out_and_stays_in_the_trail(
    cast: Cast, application: Application, head: Staff
) -> None:
    draft = drafted(cast, application)
    approve(draft, on=LATER, text=f"{draft.text}\n请妥善使用。", by=head)
    assert "请妥善使用" in Letter.objects.get().text
    assert TrailEntry.objects.filter(act="签发", remark="修改了文书后签发").exists()


def test_who_drafted_it_cannot_sign_it(cast: Cast, application: Application, head: Staff) -> None:
    event = Decided(on=ON, outcomes=(Outcome.GRANTED,))
    draft = propose(application, event, by=head, letter=letter_for(application, event))
    with pytest.raises(CannotMove, match="另一位同事起草"):
        approve(draft, on=LATER, text=draft.text, by=head)
    assert fresh(application).state == "in_hand"


def test_only_the_head_signs(cast: Cast, application: Application) -> None:
    draft = drafted(cast, application)
    with pytest.raises(PermissionDenied, match="负责人"):
        approve(draft, on=LATER, text=draft.text, by=factories.staff(cast.office, Role.OFFICER))
    assert Draft.objects.get().waits


def test_a_second_draft_waits_for_the_first(cast: Cast, application: Application) -> None:
    drafted(cast, application)
    with pytest.raises(CannotMove, match="待签发"):
        drafted(cast, application, Extended(on=ON, days=10))


def test_what_came_back_is_drafted_again(cast: Cast, application: Application, head: Staff) -> None:
    draft = send_back(drafted(cast, application), why="理由写清楚。", by=head)
    assert draft.state_label == "已退回"
    with pytest.raises(CannotMove, match="已经处理过"):
        approve(draft, on=LATER, text=draft.text, by=head)
    again = drafted(cast, application)
    assert approve(again, on=LATER, text=again.text, by=head).type == "decided"


def test_sending_back_says_why(cast: Cast, application: Application, head: Staff) -> None:
    with pytest.raises(CannotMove, match="意见"):
        send_back(drafted(cast, application), why="  ", by=head)


def test_the_law_is_asked_again_when_it_is_signed(
    cast: Cast, application: Application, head: Staff
) -> None:
    draft = drafted(cast, application, Extended(on=ON, days=10))
    with pytest.raises(CannotMove, match="届满"):
        approve(draft, on=date(2026, 11, 20), text=draft.text, by=head)
    assert Draft.objects.get().waits
    assert not Letter.objects.exists()


def test_what_needs_no_head_is_not_sent_up(cast: Cast, application: Application) -> None:
    with pytest.raises(CannotMove, match="不用负责人"):
        propose(application, Registered(on=ON), by=cast.officer)


def test_what_the_law_refuses_is_not_sent_up(cast: Cast, application: Application) -> None:
    with pytest.raises(CannotMove, match="1至20"):
        propose(application, Extended(on=ON, days=40), by=cast.officer)


def test_an_answer_is_undone_by_the_head_alone(
    cast: Cast, application: Application, head: Staff
) -> None:
    draft = drafted(cast, application)
    approve(draft, on=LATER, text=draft.text, by=head)
    undo = Corrected(on=LATER, undoes=2, why="答复送错了人")
    with pytest.raises(PermissionDenied, match="负责人"):
        take_step(application, undo, by=cast.officer)
    approve(propose(application, undo, by=cast.officer), on=LATER, text="", by=head)
    assert fresh(application).state == "in_hand"
    assert [step.undone_by for step in case_of(fresh(application)).steps] == [None, 3, None]


def test_nobody_from_elsewhere_drafts_or_signs(
    cast: Cast, application: Application, head: Staff
) -> None:
    stranger = factories.staff(
        factories.organisation(factories.township(host="elsewhere.test")), Role.HEAD
    )
    with pytest.raises(PermissionDenied):
        propose(application, Decided(on=ON, outcomes=(Outcome.GRANTED,)), by=stranger)
    with pytest.raises(PermissionDenied):
        approve(drafted(cast, application), on=LATER, text="好", by=stranger)
