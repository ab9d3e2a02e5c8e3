"""Who is reminded: whoever has to act, or who stands in for them today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from applications.cases.models import Application
from applications.consult.people import people_of
from applications.procedure.due import Due, DueKind, Whose
from portal.core.absences.acting import Roster, roster_of
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.township.models import Township

# what the head issues: drafted in time, and signed in time
APPROVED = frozenset({DueKind.DRAFT, DueKind.ANSWER})


@dataclass(frozen=True)
class People:
    """The people of a township on one day, asked for once."""

    township: Township
    on: date

    @cached_property
    def roster(self) -> Roster:
        return roster_of(self.township, self.on)

    @cached_property
    def officers(self) -> list[Staff]:
        return self._holding(Role.OFFICER)

    @cached_property
    def heads(self) -> list[Staff]:
        return self._holding(Role.HEAD)

    @cached_property
    def offices(self) -> dict[str, Organisation]:
        return {one.name: one for one in Organisation.objects.of(self.township)}

    def to_remind(self, due: Due, application: Application) -> list[Staff]:
        """Each once, whoever they act for."""
        found = self._of_office(due) if due.kind.whose is Whose.OFFICE else []
        found = found or self._of_desk(application)
        if due.kind in APPROVED:
            found += self.roster.acting_for_all(self.heads)
        return list(dict.fromkeys(found))

    def _of_office(self, due: Due) -> list[Staff]:
        """Nobody where the office is called otherwise by now, or has no people."""
        if due.about not in self._answering:
            office = self.offices.get(due.about)
            self._answering[due.about] = people_of(office) if office else []
        found = self._answering[due.about]
        return self.roster.acting_for_all(found) if found else []

    @cached_property
    def _answering(self) -> dict[str, list[Staff]]:
        """Who answers for an office, once it was asked for."""
        return {}

    def _of_desk(self, application: Application) -> list[Staff]:
        handler = application.handler
        if handler is None:
            return self.roster.acting_for_all(self.officers)
        return [self.roster.acting_for(handler)]

    def _holding(self, role: Role) -> list[Staff]:
        keys: Iterable[int] = (
            Staff.objects.of(self.township)
            .filter(is_active=True, groups__name=role.label)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        return [self.roster.people[key] for key in keys]
