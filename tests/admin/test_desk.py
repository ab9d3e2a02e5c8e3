"""The desk: what waits for whom, each number with the list it counts, at a bounded cost."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disclosures.catalogue.models import CatalogueEntry
from disclosures.desk.desk import Desk, desk_of
from disclosures.flow.advance import approve, send_back, submit
from disclosures.flow.publish import publish_archived
from disclosures.items.models import Edition
from portal.core import clock
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast
from tests.factories import moment

LIST = "/admin/disclosures/edition/"
PEOPLE = ("clerk", "reviewer", "keeper", "officer", "accountant", "auditor", "administrator")


@pytest.fixture(autouse=True)
def in_march(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thursday, 5 March 2026."""
    monkeypatch.setattr(clock, "today", lambda: date(2026, 3, 5))


def counts(desk: Desk) -> dict[str, int]:
    return {heap.pile.key: heap.count for heap in desk.heaps}


def titles(client: Client, pile: str) -> set[str]:
    """What the list of a pile shows."""
    page = client.get(LIST, {"pile": pile}).content.decode()
    return set(re.findall(r'/change/[^"]*">([^<]+)</a></th>', page))


@pytest.fixture
def busy(cast: Cast) -> dict[str, Edition]:
    """Editions at every stage, for the office and for the village."""
    clerk, village = cast.clerk, cast.accountant
    back = approve(submit(factories.draft(cast.town, by=clerk), by=clerk), by=cast.reviewer)
    return {
        "draft": factories.draft(cast.town, by=clerk),
        "late": factories.draft(cast.town, by=clerk, formed_on=date(2025, 12, 1)),
        "review": submit(factories.draft(cast.town, by=clerk), by=clerk),
        "village": submit(factories.draft(cast.town, by=village), by=village),
        "clearance": approve(
            submit(factories.draft(cast.town, by=clerk), by=clerk), by=cast.reviewer
        ),
        "back": send_back(back, by=cast.keeper, remark="请补文号"),
    }


def test_a_clerk_sees_drafts_and_what_came_back(cast: Cast, busy: dict[str, Edition]) -> None:
    found = counts(desk_of(cast.clerk, cast.town))
    assert (found["drafts"], found["back"], found["late"]) == (2, 1, 1)
    assert "review" not in found


def test_a_reviewer_sees_the_own_office_and_the_officer_all(
    cast: Cast, busy: dict[str, Edition]
) -> None:
    assert counts(desk_of(cast.reviewer, cast.town))["review"] == 1
    assert counts(desk_of(cast.officer, cast.town))["review"] == 2
    assert counts(desk_of(cast.keeper, cast.town))["clearance"] == 1


def test_reading_everything_does_not_widen_what_one_reviews(
    cast: Cast, busy: dict[str, Edition]
) -> None:
    person = factories.staff(cast.office, Role.AUDITOR, Role.REVIEWER)
    assert counts(desk_of(person, cast.town))["review"] == 1


def test_one_does_not_wait_for_oneself(cast: Cast) -> None:
    person = factories.staff(cast.office, Role.CLERK, Role.REVIEWER)
    submit(factories.draft(cast.town, by=person), by=person)
    assert counts(desk_of(person, cast.town))["review"] == 0


def test_five_working_days_skip_the_weekend(cast: Cast) -> None:
    entry = factories.entry(cast.town, limit_amount=7)
    soon = factories.draft(cast.town, by=cast.clerk, entry=entry, formed_on=date(2026, 3, 3))
    later = factories.draft(cast.town, by=cast.clerk, entry=entry, formed_on=date(2026, 3, 4))
    assert (soon.due_on, later.due_on) == (date(2026, 3, 12), date(2026, 3, 13))
    assert counts(desk_of(cast.clerk, cast.town))["soon"] == 1


@pytest.mark.parametrize("person", PEOPLE)
def test_every_number_leads_to_a_list_of_as_many(
    cast: Cast, busy: dict[str, Edition], client: Client, person: str
) -> None:
    who = getattr(cast, person)
    client.force_login(who)
    for heap in desk_of(who, cast.town).heaps:
        assert len(titles(client, heap.pile.key)) == heap.count, heap.pile.name


def test_an_unknown_pile_is_everything(
    cast: Cast, busy: dict[str, Edition], client: Client
) -> None:
    client.force_login(cast.officer)
    assert len(titles(client, "nonsense")) == len(busy)


def test_a_village_does_not_see_the_offices_drafts(
    cast: Cast, busy: dict[str, Edition], client: Client
) -> None:
    client.force_login(cast.accountant)
    assert busy["draft"].title not in client.get(LIST).content.decode()
    assert client.get(f"{LIST}{busy['draft'].pk}/change/").status_code == 302
    assert client.get(f"{LIST}{busy['draft'].pk}/preview/").status_code == 404


def test_what_the_routine_asks_for_is_shown_to_its_body(cast: Cast) -> None:
    factories.entry(
        cast.town, cycle=CatalogueEntry.Cycle.MONTHLY, publisher=cast.office, cycle_day=10
    )
    assert [due.entry.cycle for due in desk_of(cast.clerk, cast.town).owed] == ["monthly"]
    assert desk_of(cast.accountant, cast.town).owed == []


def test_policies_without_interpretation_lead_to_their_list(cast: Cast, client: Client) -> None:
    entry = factories.entry(cast.town, kind=CatalogueEntry.Kind.POLICY)
    policy = factories.draft(cast.town, by=cast.officer, entry=entry)
    publish_archived(policy, at=moment("2026-03-04 09:00"), by=cast.officer)
    factories.published(cast.town, by=cast.officer, at=moment("2026-03-04 09:00"))
    assert desk_of(cast.officer, cast.town).policies_waiting == 1
    client.force_login(cast.officer)
    page = client.get("/admin/disclosures/disclosure/", {"explained": "waiting"}).content.decode()
    assert policy.title in page
    assert page.count('class="field-title"') == 1


def test_the_desk_costs_the_same_however_much_waits(
    cast: Cast, busy: dict[str, Edition], client: Client
) -> None:
    client.force_login(cast.officer)
    client.get(reverse("admin:index"))
    with CaptureQueriesContext(connection) as before:
        client.get(reverse("admin:index"))
    for _ in range(10):
        draft = factories.draft(cast.town, by=cast.officer)
        submit(factories.draft(cast.town, by=cast.clerk), by=cast.clerk)
        factories.published(cast.town, by=cast.officer, entry=draft.entry)
    with CaptureQueriesContext(connection) as after:
        client.get(reverse("admin:index"))
    # beyond the few that are shown, each full pile is counted
    assert len(after) <= len(before) + 8
    assert len(after) < 40
