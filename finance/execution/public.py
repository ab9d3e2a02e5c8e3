"""The public reports on a unit's execution, measured by one reading of the year's plan."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from disclosures.items.models import Disclosure
from finance.budgets.planned import year_plan
from finance.execution.progress import Progress, Whole, wholes
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township


@dataclass(frozen=True)
class Report:
    item: Disclosure
    progress: list[Progress]

    @property
    def part(self) -> Any:
        return self.item.live.execution

    @property
    def wholes(self) -> list[Whole]:
        return wholes(self.progress)


def units_of(found: Any, township: Township) -> list[Organisation | None]:
    """Whose reports there are: the township itself (None), then units in their order."""
    keys = set(found.order_by().values_list("live__execution__unit", flat=True).distinct())
    own: list[Organisation | None] = [None] if None in keys else []
    return [*own, *Organisation.objects.of(township).filter(pk__in=keys - {None})]


def years_of(found: Any, unit: Organisation | None) -> list[int]:
    """The newest in front."""
    years = found.filter(_of(unit)).order_by().values_list("live__execution__year", flat=True)
    return sorted(years.distinct(), reverse=True)


def reports_of(
    found: Any, township: Township, unit: Organisation | None, year: int
) -> list[Report]:
    """A unit's reports of a year, the latest in front; at most twelve."""
    items = found.filter(_of(unit), live__execution__year=year)
    rows = items.prefetch_related("live__execution_lines").order_by("-live__execution__through")
    plan = year_plan(township, unit.pk if unit else None, year)
    return [Report(item, item.live.execution.measured(plan)) for item in rows]


def _of(unit: Organisation | None) -> Q:
    return Q(live__execution__unit=unit)
