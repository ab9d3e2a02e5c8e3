"""Where each finding stands: the latest public word about it, and whether its day has passed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.audits.states import CLOSED, Status
from portal.core.township.models import Township


@dataclass(frozen=True)
class Step:
    """One word about a finding, in the public notice `source`."""

    on: date
    status: Status
    text: str
    source: Disclosure
    evidence: Any  # an attachment of the notice, or None
    document: Disclosure | None  # a public item, None while it isn't readable


@dataclass(frozen=True)
class Progress:
    """A finding of the report `source` with all that was told of it, the oldest first."""

    finding: Any
    source: Disclosure
    steps: tuple[Step, ...]
    today: date

    @property
    def latest(self) -> Step | None:
        return self.steps[-1] if self.steps else None

    @property
    def status(self) -> Status:
        return self.latest.status if self.latest else Status.NOT_BEGUN

    @property
    def label(self) -> str:
        return str(self.status.label)

    @property
    def closed(self) -> bool:
        return self.status in CLOSED

    @property
    def closed_on(self) -> date | None:
        """Since when it has been done without a break."""
        since = None
        for step in self.steps:
            since = (since or step.on) if step.status in CLOSED else None
        return since

    @property
    def overdue_days(self) -> int:
        """Days since the limit of what isn't done; 0 while there is time."""
        return 0 if self.closed else max(0, (self.today - self.finding.due_on).days)

    @property
    def timing(self) -> str:
        """How it stands to its limit, in words."""
        due = self.finding.due_on
        if self.overdue_days:
            return f"已逾期 {self.overdue_days} 天"
        if self.closed_on is None:
            left = (due - self.today).days
            return f"还有 {left} 天" if left else "今天到期"
        late = (self.closed_on - due).days
        return f"比期限晚 {late} 天完成" if late > 0 else "按期完成"


def notices_of(township: Township, at: datetime, reports: Iterable[int]) -> list[Disclosure]:
    """Public notices of rectification about the reports, with their rows, the oldest first."""
    items = Disclosure.objects.public(township, at).of_shape(Shape.RECTIFICATION)
    found = items.without_bodies().filter(live__rectification__report__in=list(reports))
    rows = found.prefetch_related("live__rectified_findings__evidence")
    return list(rows.order_by("published_at", "pk"))


def progress(
    findings: Mapping[Disclosure, Sequence[Any]], township: Township, at: datetime, today: date
) -> dict[Disclosure, list[Progress]]:
    """Where the findings of each report stand, `findings` being theirs in order."""
    notices = notices_of(township, at, [report.pk for report in findings])
    rows = [(row, notice) for notice in notices for row in notice.live.rectified_findings.all()]
    steps: dict[tuple[int, int], list[Step]] = {}
    for (row, notice), step in zip(rows, steps_of(rows, township, at), strict=True):
        place = (notice.live.rectification.report_id, row.number)
        steps.setdefault(place, []).append(step)
    return {
        report: [
            Progress(one, report, _in_order(steps.get((report.pk, one.number), [])), today)
            for one in rows
        ]
        for report, rows in findings.items()
    }


def steps_of(
    rows: Sequence[tuple[Any, Disclosure]], township: Township, at: datetime
) -> list[Step]:
    """The rows of notices as steps; a cited item only while residents may read it."""
    cited = {row.document_id for row, _ in rows if row.document_id}
    public = Disclosure.objects.public(township, at).filter(pk__in=cited)
    readable = {item.pk: item for item in public.without_bodies()} if cited else {}
    return [
        Step(
            row.on,
            Status(row.status),
            row.text,
            notice,
            row.evidence,
            readable.get(row.document_id),
        )
        for row, notice in rows
    ]


def _in_order(steps: list[Step]) -> tuple[Step, ...]:
    return tuple(sorted(steps, key=lambda step: step.on))
