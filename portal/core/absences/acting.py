"""Who does somebody's work on a day: who was named to stand in, who was named for them, and so on,
until somebody is there; else the head of the disclosure office."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from portal.core.absences.models import Absence
from portal.core.staff.models import Staff, StaffQuerySet
from portal.core.staff.roles import Role
from portal.core.township.models import Township

LAST_RESORT = (Role.HEAD, Role.OFFICER)


def present(person: int, away: Mapping[int, int | None], there: Collection[int]) -> int | None:
    """Who is there for `person`. `away` says who stands in for whom; `there` who can work at all.
    None where the chain goes in a circle or ends at nobody."""
    seen: set[int] = set()
    at: int | None = person
    while at is not None and at in away and at not in seen:
        seen.add(at)
        at = away[at]
    return at if at in there and at not in away else None


@dataclass(frozen=True)
class Roster:
    """The people of a township on one day: who is there, who is away and who stands in."""

    people: Mapping[int, Staff]
    away: Mapping[int, int | None]
    takers: Sequence[int] = ()

    @cached_property
    def last_resort(self) -> Staff | None:
        """Who takes over what nobody was named for: the head, or else an officer."""
        found = (self._there_for(key) for key in self.takers)
        return next((person for person in found if person is not None), None)

    def acting_for(self, person: Staff) -> Staff:
        """`person`, or who does their work. Where nobody at all is there, it stays theirs."""
        return self._there_for(person.pk) or self.last_resort or person

    def acting_for_all(self, people: Iterable[Staff]) -> list[Staff]:
        """Of a group that shares a work, those who are there; where none is, who acts for them."""
        asked = list(people)
        there = [person for person in asked if self._there_for(person.pk) == person]
        return there or list(dict.fromkeys(self.acting_for(person) for person in asked))

    def _there_for(self, key: int) -> Staff | None:
        found = present(key, self.away, self.people)
        return None if found is None else self.people[found]


def roster_of(township: Township, on: date) -> Roster:
    """A few queries, however many people there are."""
    active = Staff.objects.of(township).filter(is_active=True).order_by("pk")
    absences = Absence.objects.of(township).covering(on).order_by("-pk")
    return Roster(
        {person.pk: person for person in active},
        dict(absences.values_list("staff_id", "stand_in_id")),
        [key for role in LAST_RESORT for key in _holders(active, role)],
    )


def _holders(people: StaffQuerySet, role: Role) -> Iterable[int]:
    return people.filter(groups__name=role.label).values_list("pk", flat=True)


def acting_for(person: Staff, on: date) -> Staff:
    """Who does the work of `person` on the day `on`."""
    if person.township is None:
        return person
    return roster_of(person.township, on).acting_for(person)
