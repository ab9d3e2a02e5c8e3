"""政府信息公开行政复议、行政诉讼情况: table four of the annual report (国办公开办函〔2021〕30号).

Each dispute that was open in the year is counted once: by its result if it ended by the end of
the year, else as pending. A lawsuit counts by its last judgment; appealed, it is pending again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from json import loads

from applications.cases.models import RecordedEvent
from applications.procedure.events import (
    Corrected,
    Decided,
    Event,
    LawsuitDecided,
    LawsuitFiled,
    Result,
    ReviewDecided,
    ReviewFiled,
)
from applications.procedure.record import in_effect
from applications.procedure.written import from_data
from portal.core.township.models import Township

DISPUTES = (ReviewFiled, ReviewDecided, LawsuitFiled, LawsuitDecided)
REVIEW, DIRECT, AFTER_REVIEW = "review", "direct", "after_review"
PENDING = "pending"


@dataclass
class Dispute:
    """`way` is one of REVIEW, DIRECT, AFTER_REVIEW; `result` a value of Result, or PENDING."""

    way: str
    result: str = PENDING
    ended_on: date | None = None

    @property
    def pending(self) -> bool:
        return self.ended_on is None


def remedies_of(township: Township, year: int) -> Counter[tuple[str, str]]:
    """How many by way and result, in motion in `year`; one query."""
    return Counter((one.way, one.result) for _, one in disputed_in(township, year))


def disputed_in(township: Township, year: int) -> Iterator[tuple[int, Dispute]]:
    """Each dispute in motion in `year` with the key of its application."""
    last = date(year, 12, 31)
    for application, record in _records(township):
        for one in disputes(event for event in record if event.on <= last):
            if one.ended_on is None or one.ended_on.year == year:
                yield application, one


def _records(township: Township) -> Iterator[tuple[int, list[Event]]]:
    """The key and events of each application that has disputes, without what was corrected away."""
    kinds = [kind.type for kind in DISPUTES]
    disputed = RecordedEvent.objects.of(township).filter(type__in=[*kinds, Corrected.type])
    events = RecordedEvent.objects.of(township).filter(
        application__in=disputed.values("application")
    )
    rows = events.order_by("application", "number").values_list("application", "data")
    for application, lines in groupby(rows, key=lambda row: row[0]):
        record = [from_data(loads(data)) for _, data in lines]
        yield application, [entry.event for entry in in_effect(record)]


def disputes(record: Iterable[Event]) -> list[Dispute]:
    """Reviews and lawsuits in the order in which they were brought."""
    found: list[Dispute] = []
    against: list[Dispute] = []  # those against the answer, or the silence, that stands now
    for event in record:
        if isinstance(event, Decided) and not any(one.pending for one in against):
            against = []
        elif isinstance(event, ReviewFiled):
            _add(Dispute(REVIEW), found, against)
        elif isinstance(event, ReviewDecided):
            _end(against, event.result, event.on)
        elif isinstance(event, LawsuitFiled):
            _bring(event, found, against)
        elif isinstance(event, LawsuitDecided):
            _end(against, event.result, event.on)
    return found


def _add(one: Dispute, *lists: list[Dispute]) -> None:
    for each in lists:
        each.append(one)


def _bring(event: LawsuitFiled, found: list[Dispute], against: list[Dispute]) -> None:
    """A second instance is the same lawsuit, pending again. A review that brought nothing in its
    60 days ends where the lawsuit begins (行政诉讼法 art. 45)."""
    last = against[-1] if against else None
    if last and last.way != REVIEW:
        last.result, last.ended_on = PENDING, None
        return
    _end(against, Result.OTHER, event.on)
    _add(Dispute(AFTER_REVIEW if last else DIRECT), found, against)


def _end(against: list[Dispute], result: Result, on: date) -> None:
    for one in against:
        if one.pending:
            one.result, one.ended_on = result.value, on
