"""Every step through the admin's own addresses, by every role."""

import pytest
from django.test import Client

from disclosures.flow.advance import approve, clear, submit
from disclosures.items.models import Disclosure, Edition
from disclosures.items.states import OPEN_STATES, STEPS, Move, State
from portal.core import clock
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast
from tests.factories import moment

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
MAY = {
    Move.SUBMIT: {"clerk", "reviewer", "officer"},
    Move.APPROVE: {"reviewer", "officer"},
    Move.CLEAR: {"keeper"},
    Move.SEND_BACK: {"reviewer", "officer", "keeper"},
    Move.PUBLISH: {"officer", "keeper"},
}
START = {
    Move.SUBMIT: State.DRAFT,
    Move.APPROVE: State.REVIEW,
    Move.CLEAR: State.CLEARANCE,
    Move.SEND_BACK: State.REVIEW,
    Move.PUBLISH: State.SCHEDULED,
}
END = {
    Move.SUBMIT: State.REVIEW,
    Move.APPROVE: State.CLEARANCE,
    Move.CLEAR: State.PUBLISHED,
    Move.SEND_BACK: State.DRAFT,
    Move.PUBLISH: State.PUBLISHED,
}


def edition_in(cast: Cast, state: State) -> Edition:
    """An edition that came to `state` the lawful way, written by somebody else."""
    author = factories.staff(cast.office, Role.CLERK)
    later = moment("2099-01-01 08:00") if state is State.SCHEDULED else None
    edition = factories.draft(cast.town, by=author, go_live_at=later)
    if state is not State.DRAFT:
        edition = submit(edition, by=author)
    if state in (State.CLEARANCE, State.SCHEDULED):
        edition = approve(edition, by=cast.officer)
    return clear(edition, by=cast.keeper) if state is State.SCHEDULED else edition


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("move", Move)
def test_each_role_makes_exactly_its_moves(
    cast: Cast, client: Client, person: str, move: Move
) -> None:
    edition = edition_in(cast, START[move])
    client.force_login(getattr(cast, person))
    client.post(f"/admin/disclosures/edition/{edition.pk}/{move.value}/", {"remark": "已核对"})
    edition.refresh_from_db()
    assert edition.state == (END[move] if person in MAY[move] else START[move])


@pytest.mark.parametrize("state", OPEN_STATES)
@pytest.mark.parametrize("move", Move)
def test_no_role_makes_a_move_from_where_it_does_not_start(
    cast: Cast, client: Client, move: Move, state: State
) -> None:
    lawful = state in STEPS[move].sources
    edition = edition_in(cast, state)
    page = f"/admin/disclosures/edition/{edition.pk}/{move.value}/"
    for person in PEOPLE:
        if not lawful or person not in MAY[move]:
            client.force_login(getattr(cast, person))
            client.post(page, {"remark": "已核对", "override_reason": "已核对"})
    edition.refresh_from_db()
    assert edition.state == state


def test_who_wrote_it_does_not_pass_it(cast: Cast, client: Client) -> None:
    person = factories.staff(cast.office, *Role)
    edition = submit(factories.draft(cast.town, by=person), by=person)
    client.force_login(person)
    page = f"/admin/disclosures/edition/{edition.pk}/approve/"
    assert "现在不能由您办理" in client.post(page).content.decode()
    edition.refresh_from_db()
    assert edition.state == State.REVIEW


def test_two_people_are_enough(cast: Cast, client: Client) -> None:
    """In a small township one writes, and the other reviews twice."""
    writer, other = factories.staff(cast.office, *Role), factories.staff(cast.office, *Role)
    edition = factories.draft(cast.town, by=writer)
    for person, move in ((writer, "submit"), (other, "approve"), (other, "clear")):
        client.force_login(person)
        client.post(f"/admin/disclosures/edition/{edition.pk}/{move}/")
    edition.refresh_from_db()
    assert edition.state == State.PUBLISHED


def test_a_move_by_mere_visit_does_nothing(cast: Cast, client: Client) -> None:
    edition = edition_in(cast, State.REVIEW)
    client.force_login(cast.reviewer)
    assert client.get(f"/admin/disclosures/edition/{edition.pk}/approve/").status_code == 200
    edition.refresh_from_db()
    assert edition.state == State.REVIEW


def test_clearing_with_findings_asks_for_the_reason(cast: Cast, client: Client) -> None:
    author = factories.staff(cast.office, Role.CLERK)
    draft = factories.draft(cast.town, by=author, body="<p>手机 13905512345</p>")
    edition = approve(submit(draft, by=author), by=cast.officer)
    client.force_login(cast.keeper)
    page = f"/admin/disclosures/edition/{edition.pk}/clear/"
    assert "正文发现手机号 1 处" in client.post(page).content.decode()
    client.post(page, {"override_reason": "对外公布的值班手机"})
    edition.refresh_from_db()
    assert edition.state == State.PUBLISHED


def test_a_clerk_writes_a_draft_in_the_form(cast: Cast, client: Client) -> None:
    entry = factories.entry(cast.town)
    client.force_login(cast.clerk)
    form = {
        "title": "关于发放补贴的公告",
        "entry": entry.pk,
        "issuer": cast.office.pk,
        "formed_on": "2026-03-02",
        "body": "<p>正文<script>alert(1)</script></p>",
        "audience": "全社会",
        "substantial": "on",
    }
    client.post("/admin/disclosures/edition/add/", form)
    edition = Edition.objects.get()
    assert (edition.author, edition.body) == (cast.clerk, "<p>正文</p>")


def test_a_clerk_cannot_write_for_another_office(cast: Cast, client: Client) -> None:
    entry = factories.entry(cast.town)
    client.force_login(cast.clerk)
    form = {
        "title": "冒名",
        "entry": entry.pk,
        "issuer": cast.village.pk,
        "formed_on": "2026-03-02",
    }
    client.post("/admin/disclosures/edition/add/", form | {"audience": "全社会"})
    assert not Edition.objects.exists()


def test_what_was_submitted_can_no_longer_be_edited(cast: Cast, client: Client) -> None:
    edition = edition_in(cast, State.REVIEW)
    client.force_login(cast.officer)
    client.post(f"/admin/disclosures/edition/{edition.pk}/change/", {"title": "改掉"})
    edition.refresh_from_db()
    assert edition.title != "改掉"


def test_many_can_be_approved_at_once(cast: Cast, client: Client) -> None:
    keys = [edition_in(cast, State.REVIEW).pk for _ in range(3)]
    client.force_login(cast.reviewer)
    client.post("/admin/disclosures/edition/", {"action": "approve_all", "_selected_action": keys})
    assert Edition.objects.filter(state=State.CLEARANCE).count() == 3


def test_many_can_be_sent_back_with_one_reason(cast: Cast, client: Client) -> None:
    keys = [edition_in(cast, State.REVIEW).pk for _ in range(2)]
    client.force_login(cast.reviewer)
    page, form = (
        "/admin/disclosures/edition/",
        {"action": "send_back_all", "_selected_action": keys},
    )
    assert "退回原因" in client.post(page, form).content.decode()
    client.post(page, form | {"remark": "请补文号"})
    assert Edition.objects.filter(state=State.DRAFT, sent_back="请补文号").count() == 2


def test_withdrawing_through_the_admin_asks_why(cast: Cast, client: Client) -> None:
    item = factories.published(cast.town, by=cast.officer)
    client.force_login(cast.officer)
    page = f"/admin/disclosures/disclosure/{item.pk}/withdraw/"
    assert "请写明撤下的原因" in client.post(page).content.decode()
    client.post(page, {"reason": "含个人信息"})
    assert not Disclosure.objects.public(cast.town, clock.now()).exists()
