"""The demo's papers of the year: two plans, a summary with what it carried into the next plan, and
the one under way, an annual report; by the same moves, in the names of those whose work it is."""

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from disclosures.catalogue.models import CatalogueEntry
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.reports.annual.begin import begin as begin_report
from portal.reports.annual.count import Key
from portal.reports.annual.issue import CHAPTERS
from portal.reports.annual.issue import issue as issue_report
from portal.reports.annual.models import AnnualReport
from portal.reports.annual.override import put_numbers
from portal.reports.annual.sheet import sheet_of
from portal.reports.papers.write import write
from portal.reports.plan.begin import begin as begin_plan
from portal.reports.plan.issue import issue as issue_plan
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.plan.supplement import issue_supplement
from portal.reports.plan.write import write_measure
from portal.reports.summary.begin import begin as begin_summary
from portal.reports.summary.carry import carry_into_plan
from portal.reports.summary.issue import issue as issue_summary
from portal.reports.summary.models import Problem

OFFICER, HEAD = "qian.yu", "fang.yaqin"
Given = dict[str, Any]


@transaction.atomic
def load_papers(township: Township, file: Path, tell: Callable[[str], None]) -> None:
    """Each year's papers in the order in which they were written; nothing where there are some."""
    given = json.loads(file.read_text(encoding="utf-8"))
    if not WorkPlan.objects.of(township).exists():
        desk = PaperDesk(township, given)
        for year in sorted(given["plans"]):
            desk.plan(int(year), given["plans"][year])
            desk.summary(int(year), given["summaries"][year])
        tell(f"工作计划 {len(given['plans'])} 份，工作总结 {len(given['summaries'])} 份")
    if not AnnualReport.objects.of(township).exists():
        desk = PaperDesk(township, given)
        for year in sorted(given["reports"]):
            desk.report(int(year), given["reports"][year])
        tell(f"年度报告 {len(given['reports'])} 份")


class PaperDesk:
    """Who writes and who issues."""

    def __init__(self, township: Township, given: Given) -> None:
        self.township, self.given = township, given
        self.officer = Staff.objects.get(username=OFFICER)
        self.head = Staff.objects.get(username=HEAD)
        self.offices = {body.name: body for body in Organisation.objects.of(township)}
        self.entries = {one.code: one for one in CatalogueEntry.objects.of(township)}

    def plan(self, year: int, given: Given) -> None:
        """What last year's summary carried on has begun it already."""
        begun = WorkPlan.objects.of(self.township).filter(year=year).first()
        plan = begun or begin_plan(self.township, year, by=self.officer)
        for measure in Measure.objects.filter(plan=plan).order_by("position"):
            office = self.given["offices"].get(measure.title)
            measure.office = self.offices[office] if office else measure.office
            if day := given["due"].get(measure.title):
                measure.due_on = date.fromisoformat(day)
            self._watch(measure, given.get("watch", {}).get(measure.title))
        issue_plan(plan, by=self.head, at=_moment(given["issued_at"]))
        for one in given.get("supplements", []):
            self._supplement(plan, one)

    def _watch(self, measure: Measure, given: Given | None) -> None:
        """Written, with what shows its progress where the usual measures don't say."""
        if given:
            measure.figures = "、".join(given["figures"])
            measure.entries.set([self.entries[code] for code in given["entries"]])
        write_measure(measure, by=self.officer)

    def _supplement(self, plan: WorkPlan, given: Given) -> None:
        replaced = Measure.objects.filter(plan=plan, title=given.get("replaces", "")).first()
        measure = Measure(
            township=self.township,
            plan=plan,
            office=self.offices[given["office"]],
            due_on=date.fromisoformat(given["due_on"]),
            figures="、".join(given["figures"]),
            replaces=replaced,
            **{name: given[name] for name in ("chapter", "title", "text", "note")},
        )
        write_measure(measure, by=self.officer)
        measure.entries.set([self.entries[code] for code in given["entries"]])
        issue_supplement(measure, by=self.head, at=_moment(given["issued_at"]))

    def summary(self, year: int, given: Given) -> None:
        summary = begin_summary(self.township, year, by=self.officer)
        for place, one in enumerate(given["problems"], start=1):
            office = self.offices[one["office"]]
            words = {"text": one["text"], "improvement": one["improvement"]}
            Problem.objects.create(
                township=self.township, summary=summary, office=office, position=place, **words
            )
        if "issued_at" in given:
            summary = issue_summary(summary, by=self.head, at=_moment(given["issued_at"]))
            carry_into_plan(summary, by=self.officer)

    def report(self, year: int, given: Given) -> None:
        """The numbers that other systems hold are filled in, with where they come from."""
        report = begin_report(self.township, year, by=self.officer)
        for name in CHAPTERS:
            setattr(report, name, given[name])
        write(report, CHAPTERS, by=self.officer)
        missing = (cell.key for cell in sheet_of(report).missing)
        numbers: dict[Key, Decimal | None] = {
            key: Decimal(given["numbers"][key[1]]) for key in missing
        }
        put_numbers(report, numbers, given["reason"], by=self.officer)
        issue_report(report, by=self.head, at=_moment(given["issued_at"]))


def _moment(text: str) -> datetime:
    """'2026-03-02 09:30' as the township's clocks show it."""
    return timezone.make_aware(datetime.fromisoformat(text))
