"""今天要换的: what must come down, what the web has overtaken, what lacks its picture, what is to
be hung. Asked of the records each time; no job has to run."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.reports.board.kinds import SheetKind
from portal.reports.board.models import Posting
from portal.reports.board.subjects import (
    KINDS,
    Subject,
    public_items,
    public_names,
    public_periods,
    subjects_of,
)

# the catalogue's word for this channel (公开渠道和载体)
CHANNEL = "公开栏"
# what became public longer ago and never hung is history
LATELY = timedelta(days=30)
MOST = 50
MOST_HANGING = 500


@dataclass(frozen=True)
class Waiting:
    """A posting and why it waits."""

    posting: Posting
    why: str


@dataclass(frozen=True)
class Piles:
    down: list[Waiting]
    changed: list[Waiting]
    unproven: list[Posting]
    to_hang: list[Subject]

    @property
    def nothing(self) -> bool:
        return not (self.down or self.changed or self.unproven or self.to_hang)


def piles_of(person: Staff, township: Township, at: datetime) -> Piles:
    """What waits for `person` at the moment `at`."""
    mine = Posting.objects.of(township).within_reach_of(person).hanging()
    mine = mine.select_related("board").order_by(F("to_come_down_on").asc(nulls_last=True), "pk")
    hanging = list(mine[:MOST_HANGING])
    public = subjects_of([(one.kind, one.key) for one in hanging], township, at)
    down = list(_down(hanging, public, at))
    over = {waiting.posting.pk for waiting in down}
    staying = [one for one in hanging if one.pk not in over]
    unproven = mine.without_photo().values_list("pk", flat=True)
    bare = set(unproven[:MOST_HANGING])
    return Piles(
        down=down,
        changed=list(_changed(staying, public)),
        unproven=[one for one in staying if one.pk in bare],
        to_hang=_to_hang(person, township, at),
    )


def _down(hanging: Iterable[Posting], public: Any, at: datetime) -> Iterable[Waiting]:
    today = timezone.localdate(at)
    for one in hanging:
        if one.to_come_down_on is not None and one.to_come_down_on < today:
            yield Waiting(one, f"超期 {one.days_over(today)} 天")
        elif one.to_come_down_on == today:
            yield Waiting(one, "今天到期，下班前取下")
        elif (one.kind, one.key) not in public:
            yield Waiting(one, "网上已撤下或不再公示")


def _changed(hanging: Iterable[Posting], public: Any) -> Iterable[Waiting]:
    for one in hanging:
        subject = public[one.kind, one.key]
        if subject.version != one.version:
            yield Waiting(one, "网页有了新内容，请换新的一张")


def _to_hang(person: Staff, township: Township, at: datetime) -> list[Subject]:
    """What the catalogue or the law puts on a board and hasn't hung: lists on notice, new books
    of a village (村民委员会组织法 art. 30), items with this channel; of bodies with a board."""
    since = at - LATELY
    items = public_items(township, at).filter(
        live__entry__channels__contains=CHANNEL, published_at__gte=since
    )
    items = items.exclude(live__noticelist__isnull=False)
    waiting = [
        (SheetKind.NAMES, public_names(township, at), "live__issuer"),
        (SheetKind.PERIOD, public_periods(township, at).filter(published_at__gte=since), "village"),
        (SheetKind.ITEM, items, "live__issuer"),
    ]
    found: list[Subject] = []
    for kind, records, body in waiting:
        reached = _of_my_boards(records, body, person)
        unhung = reached.filter(~Exists(_hung(kind, township)))
        found += [KINDS[kind].named(record) for record in unhung[: MOST - len(found)]]
    return found


def _hung(kind: SheetKind, township: Township) -> Any:
    """Whether a record ever hung; a list hangs with or without its names."""
    kinds = [kind, SheetKind.ITEM] if kind is SheetKind.NAMES else [kind]
    return Posting.objects.of(township).filter(kind__in=kinds, key=OuterRef("pk"))


def _of_my_boards(records: Any, body: str, person: Staff) -> Any:
    with_board = records.filter(**{f"{body}__boards__active": True}).distinct()
    if person.acts_for_whole_township:
        return with_board
    return with_board.filter(Q(**{f"{body}__in": person.covered_organisations}))
