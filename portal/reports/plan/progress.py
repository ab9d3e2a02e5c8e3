"""The progress of a plan's measures from the catalogue entries that each of them watches."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count, F, Q

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.models import Disclosure
from disclosures.schedule.due import Due
from portal.core import clock
from portal.core.township.models import Township
from portal.reports.figures.items import dues_of, of_year
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.plan.stages import Stage, stage_of


@dataclass(frozen=True)
class Matter:
    """One entry in the year: `published` is what may be read now; `judged` and `on_time` are of
    all that became public, what was withdrawn since included, as everywhere on the site."""

    entry: CatalogueEntry
    year: int
    published: int
    judged: int
    on_time: int
    dues: int
    missed: tuple[Due, ...]

    @property
    def rate(self) -> float | None:
        return self.on_time / self.judged if self.judged else None

    @property
    def address(self) -> str:
        return f"{self.entry.get_absolute_url()}?year={self.year}"


@dataclass(frozen=True)
class Standing:
    """Where one measure stands: the sum of its matters."""

    measure: Measure
    matters: tuple[Matter, ...]
    stage: Stage

    @property
    def published(self) -> int:
        return sum(one.published for one in self.matters)

    @property
    def judged(self) -> int:
        return sum(one.judged for one in self.matters)

    @property
    def on_time(self) -> int:
        return sum(one.on_time for one in self.matters)

    @property
    def rate(self) -> float | None:
        return self.on_time / self.judged if self.judged else None

    @property
    def missed(self) -> list[Due]:
        return [due for one in self.matters for due in one.missed]


class Progress:
    """A year's records, counted once for all measures: nine queries however many there are."""

    def __init__(self, township: Township, year: int) -> None:
        self.township = township
        self.year = year

    def standings(self, measures: Iterable[Measure]) -> list[Standing]:
        """`measures` with their entries and successors prefetched."""
        return [self.standing(one) for one in measures]

    def standing(self, measure: Measure) -> Standing:
        matters = tuple(self._matter(entry) for entry in outermost(measure.entries.all()))
        stage = stage_of(
            due_on=measure.due_on or date(self.year, 12, 31),
            on=clock.today(),
            replaced=any(one.is_issued for one in measure.replaced_by.all()),
            matters=len(matters),
            published=sum(one.published for one in matters),
            missed=sum(len(one.missed) for one in matters),
        )
        return Standing(measure, matters, stage)

    def _matter(self, entry: CatalogueEntry) -> Matter:
        keys = [entry.pk, *self._below[entry.pk]]
        dues = [due for key in keys for due in self._dues[key]]
        return Matter(
            entry=entry,
            year=self.year,
            published=sum(self._published[key] for key in keys),
            judged=sum(self._judged[key][0] for key in keys),
            on_time=sum(self._judged[key][1] for key in keys),
            dues=len(dues),
            missed=tuple(due for due in dues if not due.published),
        )

    @cached_property
    def _below(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        entries = CatalogueEntry.objects.of(self.township).filter(parent__isnull=False)
        for key, parent in entries.order_by("position", "code").values_list("pk", "parent"):
            if parent is not None:
                found[parent].append(key)
        return found

    @cached_property
    def _published(self) -> Counter[int]:
        rows = of_year(self.township, self.year).order_by().values_list("live__entry")
        return Counter(dict(rows.annotate(Count("pk"))))

    @cached_property
    def _judged(self) -> dict[int, tuple[int, int]]:
        in_time = Q(first_published_on__lte=F("first_due_on"))
        rows = Disclosure.objects.of(self.township).published_in(self.year).order_by()
        found: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
        counted = rows.values_list("live__entry").annotate(
            judged=Count("pk"), on_time=Count("pk", filter=in_time)
        )
        for key, judged, on_time in counted:
            found[key] = (judged, on_time)
        return found

    @cached_property
    def _dues(self) -> dict[int, list[Due]]:
        found: dict[int, list[Due]] = defaultdict(list)
        for due in dues_of(self.township, self.year):
            found[due.entry.pk].append(due)
        return found


def outermost(entries: Iterable[CatalogueEntry]) -> list[CatalogueEntry]:
    """Without those whose first-level entry is among them: they are counted there."""
    found = list(entries)
    keys = {one.pk for one in found}
    return [one for one in found if one.parent_id not in keys]


def below(entries: Iterable[CatalogueEntry], field: str) -> Q:
    """Records whose `field` is one of `entries`, or stands below one."""
    keys = [one.pk for one in entries]
    return Q(**{f"{field}__in": keys}) | Q(**{f"{field}__parent__in": keys})


def progress_of(plan: WorkPlan) -> Progress:
    return Progress(plan.township, plan.year)
