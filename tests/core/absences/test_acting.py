"""Who does the work of somebody who is away."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.core.absences.acting import acting_for, present, roster_of
from portal.core.absences.models import Absence
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast

TODAY = date(2026, 9, 24)
PEOPLE = range(6)
NAMED = st.one_of(st.none(), st.integers(0, 5))
AWAY = st.dictionaries(st.integers(0, 5), NAMED, max_size=6)
ANYBODY = st.integers(0, 5)
# a slow machine isn't a wrong rule
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(person=ANYBODY, away=AWAY, there=st.sets(ANYBODY))
def test_whoever_acts_is_there(
    person: int, away: Mapping[int, int | None], there: set[int]
) -> None:
    found = present(person, away, there)
    assert found is None or (found in there and found not in away)


@patient
@given(person=ANYBODY, away=AWAY, there=st.sets(ANYBODY))
def test_who_is_there_acts_for_oneself(
    person: int, away: Mapping[int, int | None], there: set[int]
) -> None:
    if person in there and person not in away:
        assert present(person, away, there) == person


@patient
@given(person=ANYBODY, away=AWAY)
def test_a_step_along_the_chain_changes_nothing(
    person: int, away: Mapping[int, int | None]
) -> None:
    stand_in = away.get(person)
    if stand_in is not None:
        assert present(person, away, PEOPLE) == present(stand_in, away, PEOPLE)


@patient
@given(order=st.permutations(PEOPLE))
def test_a_chain_of_any_length_ends_at_who_is_there(order: list[int]) -> None:
    away = dict(zip(order, order[1:], strict=False))
    assert {present(person, away, PEOPLE) for person in order} == {order[-1]}


@patient
@given(order=st.permutations(PEOPLE))
def test_a_circle_has_nobody(order: list[int]) -> None:
    away = dict(zip(order, [*order[1:], order[0]], strict=True))
    assert {present(person, away, PEOPLE) for person in order} == {None}


def away(person: Staff, stand_in: Staff | None = None, on: date = TODAY) -> Absence:
    return Absence.objects.create(
        township=person.township, staff=person, first_day=on, last_day=on, stand_in=stand_in
    )


@pytest.fixture
def head(cast: Cast) -> Staff:
    return factories.staff(cast.office, Role.HEAD, name="钱主任")


def test_only_on_the_days_of_the_absence(cast: Cast) -> None:
    Absence.objects.create(
        township=cast.town,
        staff=cast.officer,
        stand_in=cast.clerk,
        first_day=date(2026, 9, 23),
        last_day=date(2026, 9, 25),
    )
    days = [date(2026, 9, day) for day in (22, 23, 25, 26)]
    found = [acting_for(cast.officer, day) for day in days]
    assert found == [cast.officer, cast.clerk, cast.clerk, cast.officer]


def test_several_steps(cast: Cast, head: Staff) -> None:
    away(cast.officer, cast.clerk)
    away(cast.clerk, cast.reviewer)
    assert acting_for(cast.officer, TODAY) == cast.reviewer


def test_a_circle_falls_back_to_the_head(cast: Cast, head: Staff) -> None:
    away(cast.officer, cast.clerk)
    away(cast.clerk, cast.officer)
    assert acting_for(cast.officer, TODAY) == head


def test_nobody_named_falls_back_to_the_head(cast: Cast, head: Staff) -> None:
    away(cast.officer)
    assert acting_for(cast.officer, TODAY) == head


def test_who_left_is_replaced(cast: Cast, head: Staff) -> None:
    away(cast.officer, cast.clerk)
    Staff.objects.filter(pk=cast.clerk.pk).update(is_active=False)
    assert acting_for(cast.officer, TODAY) == head
    assert acting_for(cast.clerk, TODAY) == head


def test_the_head_s_own_stand_in_takes_over_too(cast: Cast, head: Staff) -> None:
    away(head, cast.reviewer)
    away(cast.clerk)
    assert acting_for(cast.clerk, TODAY) == cast.reviewer


def test_without_a_head_an_officer_and_without_anybody_it_stays(cast: Cast) -> None:
    away(cast.clerk)
    assert acting_for(cast.clerk, TODAY) == cast.officer
    away(cast.officer)
    assert acting_for(cast.clerk, TODAY) == cast.clerk


def test_another_township_s_head_takes_over_nothing(cast: Cast) -> None:
    other = factories.organisation(factories.township())
    factories.staff(other, Role.HEAD)
    away(cast.clerk)
    assert acting_for(cast.clerk, TODAY) == cast.officer


def test_of_a_group_those_who_are_there(cast: Cast, head: Staff) -> None:
    away(cast.clerk, cast.officer)
    group = [cast.clerk, cast.reviewer]
    assert roster_of(cast.town, TODAY).acting_for_all(group) == [cast.reviewer]
    away(cast.reviewer, cast.officer)
    assert roster_of(cast.town, TODAY).acting_for_all(group) == [cast.officer]


def test_it_asks_little_however_many_people(
    cast: Cast, head: Staff, django_assert_max_num_queries: object
) -> None:
    for _ in range(5):
        away(factories.staff(cast.office, Role.CLERK))
    with django_assert_max_num_queries(4):
        roster = roster_of(cast.town, TODAY)
        assert {roster.acting_for(one) for one in list(roster.people.values())[-5:]} == {head}
