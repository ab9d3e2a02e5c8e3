"""What the records themselves say: stale and empty columns, missed limits, unanswered messages."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Count, Max, Q
from django.urls import reverse
from django.utils import timezone

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.models import Disclosure, Edition
from disclosures.items.shapes import Shape
from disclosures.policies.waiting import without_interpretation
from disclosures.questions.models import Question
from disclosures.schedule.due import missed
from portal.core import clock
from portal.core.township.models import Township
from portal.reports.inspection.indicators import Finding, Indicator

HOME = timedelta(days=14)
COLUMN = timedelta(days=183)
FORGOTTEN = timedelta(days=92)
SOON = timedelta(days=31)


def of_records(township: Township, on: date) -> Iterator[Finding]:
    """Everything that the database can tell; a fixed number of queries."""
    yield from _home(township, on)
    yield from _columns(township, on)
    yield from _overdue(township, on)
    yield from _missed(township, on)
    yield from _notices(township, on)
    yield from _unexplained(township, on)
    yield from _messages(township, on)


def _home(township: Township, on: date) -> Iterator[Finding]:
    items = Disclosure.objects.public(township, clock.now())
    newest = items.aggregate(newest=Max("published_at"))["newest"]
    last = timezone.localdate(newest) if newest else None
    if last is None or on - last > HOME:
        told = f"最近一条信息是{last:%Y-%m-%d}发布的" if last else "还没有发布过信息"
        yield Finding(
            Indicator.HOME_STALE, "首页", "/", f"{told}。", "两周内至少发布一条信息，请安排发布。"
        )


def _columns(township: Township, on: date) -> Iterator[Finding]:
    """The catalogue's first-level matters: each needs something, and something of half a year."""
    newest = dict(
        Disclosure.objects.public(township, clock.now())
        .order_by()
        .values_list("live__entry__parent")
        .annotate(newest=Max("published_at"))
    )
    entries = CatalogueEntry.objects.of(township).filter(
        active=True, parent__isnull=True, mode=CatalogueEntry.Mode.ACTIVE
    )
    children = Count("children", filter=Q(children__active=True))
    for entry in entries.annotate(active_children=children).filter(active_children__gt=0):
        last = newest.get(entry.pk)
        if last is None:
            yield _column(Indicator.COLUMN_EMPTY, entry, "还没有任何信息。")
        elif on - timezone.localdate(last) > COLUMN:
            told = f"最近一条是{timezone.localdate(last):%Y-%m-%d}发布的，超过半年。"
            yield _column(Indicator.COLUMN_STALE, entry, told)


def _column(indicator: Indicator, entry: CatalogueEntry, told: str) -> Finding:
    cure = "请该栏目的公开主体发布，或者停用不再需要的事项。"
    return Finding(indicator, f"栏目“{entry.name}”", entry.get_absolute_url(), told, cure)


def _overdue(township: Township, on: date) -> Iterator[Finding]:
    waiting = Edition.objects.of(township).overdue(on).select_related("issuer")
    for edition in waiting.defer("body").order_by("due_on", "pk"):
        yield Finding(
            Indicator.OVERDUE,
            f"稿件“{edition.title or '未命名'}”",
            reverse("admin:disclosures_edition_change", args=[edition.pk]),
            f"应在{edition.due_on:%Y-%m-%d}前公开，{edition.issuer}还没有办完。",
            "请尽快审核发布；不应公开的，写明理由后结束这份稿件。",
        )


def _missed(township: Township, on: date) -> Iterator[Finding]:
    for due in missed(township, on):
        yield Finding(
            Indicator.MISSED,
            f"{due.organisation}：{due.entry.name}",
            due.entry.get_absolute_url(),
            f"应在{due.due_on:%Y-%m-%d}前公开，没有公开。",
            "请补发，并注明所属时段。",
        )


def _notices(township: Township, on: date) -> Iterator[Finding]:
    lists = Disclosure.objects.public(township, clock.now()).of_shape(Shape.NOTICE_LIST)
    ended = {
        f"live__{Shape.NOTICE_LIST.value}__notice_ends_on__lt": on,
        f"live__{Shape.NOTICE_LIST.value}__notice_ends_on__gte": on - COLUMN,
        f"live__{Shape.NOTICE_LIST.value}__outcome": "",
    }
    for item in lists.filter(**ended).without_bodies():
        ends_on = item.live.part.notice_ends_on
        yield Finding(
            Indicator.NOTICE_UNDECIDED,
            f"名单《{item.live.title}》",
            item.get_absolute_url(),
            f"公示{ends_on:%Y-%m-%d}已经结束，没有写收到几件异议、怎样处理。",
            "请更正这条信息，补上公示结果。",
        )


def _unexplained(township: Township, on: date) -> Iterator[Finding]:
    public = Disclosure.objects.public(township, clock.now())
    policies = public.filter(
        live__entry__kind=CatalogueEntry.Kind.POLICY,
        first_published_on__range=(on - COLUMN, on - SOON),
        repealed_on__isnull=True,
    )
    for item in without_interpretation(policies, public).without_bodies():
        yield Finding(
            Indicator.UNEXPLAINED,
            f"政策文件《{item.live.title}》",
            item.get_absolute_url(),
            "公开超过一个月，没有配套解读。",
            "请起草单位写一份解读，新建时选中这份文件。",
        )


def _messages(township: Township, on: date) -> Iterator[Finding]:
    waiting = Question.objects.of(township).open().select_related("assigned_to")
    for question in waiting.order_by("received_at"):
        forgotten = on - question.received_on > FORGOTTEN
        if not forgotten and not question.days_late:
            continue
        yield Finding(
            Indicator.MESSAGE_FORGOTTEN if forgotten else Indicator.MESSAGE_LATE,
            f"留言 {question.pk}",
            reverse("admin:disclosures_question_change", args=[question.pk]),
            f"{question.received_on:%Y-%m-%d}收到，还没有答复。",
            f"请{question.assigned_to or '政务公开办公室'}答复或者办结。",
        )
