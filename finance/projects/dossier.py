"""All that is told of one project on a page: stages, money, payments, pictures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import prefetch_related_objects

from disclosures.items.models import Disclosure, Edition
from disclosures.items.shapes import Shape
from finance.charts.bars import Bar, bars
from finance.ledger.models import LedgerEntry
from finance.projects.models import ProgressNote, ProjectFile
from finance.projects.money import NOTHING, Money
from finance.projects.payments import MOST_SHOWN, paid_for, payments_of
from finance.projects.stages import Phase, Stage, Step, phase_of, steps_of
from portal.core import clock

ROWS = ("project_funds", "project_stages", "bidders", "progress_notes__picture")


@dataclass
class Dossier:
    """One edition of a project's file on `today`; `paid` is what the books say."""

    item: Disclosure
    part: ProjectFile
    paid: Decimal
    today: date

    @property
    def edition(self) -> Edition:
        return self.part.edition

    @cached_property
    def rows(self) -> dict[str, Any]:
        return {row.kind: row for row in self.edition.project_stages.all()}

    @cached_property
    def steps(self) -> list[Step]:
        return steps_of(self.rows, self.today)

    @property
    def phase(self) -> Phase:
        return phase_of(self.steps)

    @property
    def amiss(self) -> list[Step]:
        """Late and skipped stages."""
        return [step for step in self.steps if step.amiss]

    @property
    def current(self) -> Step | None:
        """The stage that is to be done next."""
        return next((step for step in self.steps if not step.over), None)

    @cached_property
    def money(self) -> Money:
        winner = next((one for one in self.edition.bidders.all() if one.won), None)
        return Money(
            funds=sum((fund.amount for fund in self.edition.project_funds.all()), NOTHING),
            budget=self._amount(Stage.BUDGET),
            contract=self.part.contract,
            paid=self.paid,
            audited=self._amount(Stage.AUDIT),
            price=winner.price if winner else None,
        )

    def _amount(self, stage: Stage) -> Decimal | None:
        row = self.rows.get(stage)
        return row.amount if row is not None else None

    @property
    def percent(self) -> int:
        """How far the works are, as last told."""
        notes: Sequence[ProgressNote] = list(self.edition.progress_notes.all())
        return notes[-1].percent if notes else 0

    @property
    def warnings(self) -> list[str]:
        """Late and skipped stages, then money that does not fit."""
        return [f"{step.stage.label}：{step.why}。" for step in self.amiss] + self.money.flags

    @property
    def money_line(self) -> list[Bar]:
        """Approved, contracted, paid, audited, each as long as its amount."""
        told = (
            ("预算", self.money.budget),
            ("合同", self.money.contract),
            ("已付款", self.money.paid),
            ("审定", self.money.audited),
        )
        known = [(name, amount, "") for name, amount in told if amount is not None]
        return bars(known, ordered=False)

    @property
    def fund_bars(self) -> list[Bar]:
        """The funds by source, each with its document."""
        funds = self.edition.project_funds.all()
        return bars([(fund.name, fund.amount, "") for fund in funds], ordered=False)

    @cached_property
    def levies(self) -> list[Disclosure]:
        """Levies for it that residents may read."""
        public = Disclosure.objects.public(self.part.township, clock.now()).of_shape(Shape.LEVY)
        found = public.filter(live__levy__project=self.edition.disclosure_id)
        return list(found.without_bodies())

    @cached_property
    def payments(self) -> list[LedgerEntry]:
        found = payments_of(self.edition.disclosure_id, self.part.township)
        return list(found[:MOST_SHOWN])

    @cached_property
    def readable(self) -> dict[int, Disclosure]:
        """Documents of its stages that residents may read now."""
        keys = [row.document_id for row in self.rows.values() if row.document_id]
        if not keys:
            return {}
        public = Disclosure.objects.public(self.part.township, clock.now()).without_bodies()
        return public.in_bulk(keys)


def dossier_of(edition: Edition, *, all_periods: bool = False) -> Dossier:
    part = edition.projectfile
    prefetch_related_objects([edition], *ROWS)
    keys = [edition.disclosure_id]
    paid = paid_for(keys, edition.township, all_periods=all_periods)
    amount = paid.get(edition.disclosure_id, NOTHING)
    return Dossier(edition.disclosure, part, amount, clock.today())


def dossiers_of(items: Iterable[Disclosure]) -> list[Dossier]:
    """One for each item of a list, whose rows were fetched beforehand; one more query."""
    found = list(items)
    if not found:
        return []
    paid = paid_for([item.pk for item in found], found[0].township)
    today = clock.today()
    return [
        Dossier(item, item.live.projectfile, paid.get(item.pk, NOTHING), today) for item in found
    ]
