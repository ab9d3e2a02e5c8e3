"""What the way in to public money shows: for each question the newest answer and where it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max
from django.urls import reverse
from django.utils import timezone

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.ledger.models import LedgerEntry, Period
from portal.core.township.models import Township


@dataclass(frozen=True)
class Door:
    """One question in residents' words, how much there is behind it, and its newest record."""

    question: str
    url: str
    told: str
    newest: Disclosure | None = None


def doors_of(township: Township, at: datetime) -> list[Door]:
    """Only doors behind which there is something to read."""
    public = Disclosure.objects.public(township, at)
    counts = dict(
        public.exclude(live__shape=Shape.ARTICLE)
        .order_by()
        .values_list("live__shape")
        .annotate(Count("pk"))
    )
    doors = [*_villages(township, at)]
    for shape, question, route, told in _SHAPES:
        if count := counts.get(shape, 0):
            doors.append(Door(question, reverse(route), told.format(count)))
    return doors


_SHAPES: tuple[tuple[Shape, str, str, str], ...] = (
    (Shape.RESOLUTION, "大额的钱，村民代表同意了吗", "finance:resolutions", "决议 {} 份"),
    (Shape.HOLDINGS, "村集体有什么家底，租给了谁", "finance:holdings", "登记 {} 份"),
    (Shape.FUND_GRANT, "惠民资金来了多少、发了多少、还剩多少", "finance:funds", "资金下达 {} 份"),
)


def _villages(township: Township, at: datetime) -> list[Door]:
    published: Any = Period.objects.public(township).aggregate(
        count=Count("pk"), villages=Count("village", distinct=True), last=Max("last")
    )
    if not published["count"]:
        return []
    year = timezone.localdate(at).year
    large = LedgerEntry.objects.public(township).filter(large=True, on__year=year).count()
    latest = f"{published['villages']} 个村（社区），最近公开到 {published['last']:%Y年%-m月}"
    return [
        Door("我们村的钱花到哪里去了", reverse("finance:villages"), latest),
        Door("哪些村花了大钱", reverse("finance:large-expenses"), f"{year}年 {large} 笔大额支出"),
        Door("公开的账被改动过吗", reverse("finance:verify"), "点一下就能核验"),
    ]
