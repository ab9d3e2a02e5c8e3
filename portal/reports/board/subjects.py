"""The records that hang on boards, as lists and postings name them: only what is public now.

The one rule of each kind decides (Disclosure, Period and EmergencyWarning `.public`), so a posting
never tells the title of what was withdrawn.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from disclosures.items.models import Disclosure
from disclosures.lists.models import NoticeList
from disclosures.lists.public import on_notice, public_lists
from disclosures.warnings.models import EmergencyWarning
from finance.ledger.models import Period
from portal.core.township.models import Township
from portal.reports.board.kinds import SheetKind

Reference = tuple[str, int]


@dataclass(frozen=True)
class Subject:
    """`version` changes when the words on the web change; `until` is the last day of a notice."""

    kind: SheetKind
    key: int
    title: str
    address: str
    version: str
    publisher: Any  # Organisation
    published_on: date
    until: date | None = None

    @property
    def reference(self) -> Reference:
        return self.kind.value, self.key


def public_items(township: Township, at: datetime) -> Any:
    found = Disclosure.objects.public(township, at).without_bodies()
    return found.select_related("live__noticelist")


def public_names(township: Township, at: datetime) -> Any:
    """Lists whose names may be printed today."""
    lists = on_notice(public_lists(township, at), timezone.localdate(at))
    return lists.filter(live__noticelist__names_erased_at=None)


def public_periods(township: Township, at: datetime) -> Any:
    return Period.objects.public(township).select_related("village")


def public_warnings(township: Township, at: datetime) -> Any:
    return EmergencyWarning.objects.public(township, at).prefetch_related("updates")


def of_item(item: Disclosure, kind: SheetKind = SheetKind.ITEM) -> Subject:
    live = item.live
    notice: NoticeList | None = getattr(live, "noticelist", None)
    until = notice.notice_ends_on if notice else live.expires_on
    if until is None and live.down_at:
        until = timezone.localdate(live.down_at)
    return Subject(
        kind=kind,
        key=item.pk,
        title=live.title,
        address=item.get_absolute_url(),
        version=str(live.pk),
        publisher=live.issuer,
        published_on=timezone.localdate(item.published_at),
        until=until,
    )


def of_names(item: Disclosure) -> Subject:
    return of_item(item, SheetKind.NAMES)


def of_period(period: Period) -> Subject:
    at: Any = period.published_at
    return Subject(
        kind=SheetKind.PERIOD,
        key=period.pk,
        title=f"{period.village.name}{period.name}财务收支公开表",
        address=period.get_absolute_url(),
        version=period.digest[:16],
        publisher=period.village,
        published_on=timezone.localdate(at),
    )


def of_warning(warning: EmergencyWarning) -> Subject:
    """It must come down when it is over."""
    issued: Any = warning.issued_at
    updates = warning.updates.all()
    return Subject(
        kind=SheetKind.WARNING,
        key=warning.pk,
        title=warning.title,
        address=warning.get_absolute_url(),
        version=str(max((update.pk for update in updates), default=0)),
        publisher=warning.issuer,
        published_on=timezone.localdate(issued),
        until=timezone.localdate(warning.ended_at),
    )


@dataclass(frozen=True)
class Kind:
    """Where the public records of a kind come from, how they are named, what finds them."""

    public: Callable[[Township, datetime], Any]
    named: Callable[[Any], Subject]
    words: tuple[str, ...]


KINDS: dict[str, Kind] = {
    SheetKind.ITEM: Kind(public_items, of_item, ("live__title", "index_number")),
    SheetKind.NAMES: Kind(public_names, of_names, ("live__title", "index_number")),
    SheetKind.PERIOD: Kind(public_periods, of_period, ("village__name",)),
    SheetKind.WARNING: Kind(public_warnings, of_warning, ("title",)),
}


def subject_of(kind: str, key: int, township: Township, at: datetime) -> Subject | None:
    return subjects_of([(kind, key)], township, at).get((kind, key))


def subjects_of(
    references: Iterable[Reference], township: Township, at: datetime
) -> dict[Reference, Subject]:
    """Those that are public now; at most two queries a kind."""
    keys: dict[str, set[int]] = defaultdict(set)
    for kind, key in references:
        keys[kind].add(key)
    found = [
        KINDS[kind].named(record)
        for kind, wanted in keys.items()
        if kind in KINDS
        for record in KINDS[kind].public(township, at).filter(pk__in=wanted)
    ]
    return {subject.reference: subject for subject in found}
