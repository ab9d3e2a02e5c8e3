"""What the way in to public money shows: each question with how much answers it and where."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max
from django.urls import reverse
from django.utils import timezone

from disclosures.browse.gather import Shelf
from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.ledger.models import LedgerEntry, Period
from portal.core.township.models import Township

FISCAL, PROJECTS, EDUCATION = "fiscal-funds", "village-projects", "education-funds"
ASSISTANCE, FARMING = "social-assistance", "farm-subsidies"


@dataclass(frozen=True)
class Door:
    """One question in residents' words, where it is answered, how much is there, and the key
    categories whose pages lead to it."""

    question: str
    url: str
    told: str
    categories: tuple[str, ...]


# shape, question, route, what is behind it, categories
SHAPES: tuple[tuple[Shape, str, str, str, tuple[str, ...]], ...] = (
    (
        Shape.BUDGET,
        "镇里的钱从哪来、花到哪",
        "finance:budgets",
        "预算、决算 {} 份",
        (FISCAL, EDUCATION),
    ),
    (Shape.EXECUTION, "今年的预算花了多少", "finance:execution", "执行情况 {} 份", (FISCAL,)),
    (Shape.SANGONG, "出国、公车、接待花了多少", "finance:sangong", "“三公”经费 {} 份", (FISCAL,)),
    (Shape.AUDIT_REPORT, "审计查出了什么、改了没有", "finance:audits", "审计结果 {} 份", (FISCAL,)),
    (Shape.PROJECT_FILE, "修路修渠进行到哪一步", "finance:projects", "项目 {} 个", (PROJECTS,)),
    (Shape.LEVY, "一事一议筹了多少、用在哪", "finance:levies", "筹资筹劳 {} 项", (PROJECTS,)),
    (
        Shape.RESOLUTION,
        "大额的钱，村民代表同意了吗",
        "finance:resolutions",
        "决议 {} 份",
        (PROJECTS,),
    ),
    (Shape.HOLDINGS, "村集体有什么家底，租给了谁", "finance:holdings", "登记 {} 份", (PROJECTS,)),
    (
        Shape.FUND_GRANT,
        "惠民资金来了多少、发了多少、还剩多少",
        "finance:funds",
        "资金下达 {} 份",
        (FISCAL, ASSISTANCE, FARMING),
    ),
)


def doors_of(township: Township, at: datetime) -> list[Door]:
    """Only doors behind which there is something to read; three queries."""
    public = Disclosure.objects.public(township, at).exclude(live__shape=Shape.ARTICLE)
    counts = dict(public.order_by().values_list("live__shape").annotate(Count("pk")))
    of_items = [
        Door(question, reverse(route), told.format(counts[shape]), categories)
        for shape, question, route, told, categories in SHAPES
        if counts.get(shape)
    ]
    return [*_of_villages(township, at), *of_items]


def _of_villages(township: Township, at: datetime) -> list[Door]:
    published: Any = Period.objects.public(township).aggregate(
        villages=Count("village", distinct=True), latest=Max("last")
    )
    if not published["villages"]:
        return []
    year = timezone.localdate(at).year
    large = LedgerEntry.objects.public(township).filter(large=True, on__year=year).count()
    latest = f"{published['latest'].year}年{published['latest'].month}月"
    told = f"{published['villages']} 个村（社区），最近公开到 {latest}"
    spent = f"{year}年 {large} 笔大额支出"
    return [
        Door("我们村的钱花到哪里去了", reverse("finance:villages"), told, (FISCAL, PROJECTS)),
        Door("哪些村花了大钱", reverse("finance:large-expenses"), spent, (PROJECTS,)),
        Door("公开的账被改动过吗", reverse("finance:verify"), "点一下就能核验", ()),
    ]


def shelf_of(slug: str, township: Township, at: datetime) -> Shelf:
    """The doors of one key category, for its page."""
    doors = [door for door in doors_of(township, at) if slug in door.categories]
    return Shelf(
        "money",
        "钱的事，一笔一笔查",
        "finance/oversight/_doors.html",
        doors,
        reverse("finance:home"),
        "全部财政资金",
    )
