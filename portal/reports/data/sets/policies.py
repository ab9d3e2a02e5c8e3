"""The catalogue, policies, and what explains them."""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.policies.models import Interpretation
from portal.core.township.models import Township
from portal.reports.data.dataset import Dataset, Theme
from portal.reports.data.fields import page_of, text, whole
from portal.reports.data.kept import Kept
from portal.reports.data.keys import CODE, INDEX
from portal.reports.data.narrowing import (
    category,
    choice,
    issuer,
)
from portal.reports.data.sets.heads import DATED, FILED, UPDATED, YEAR, foot_of, head_of


def _policies(township: Township, at: datetime) -> DisclosureQuerySet:
    public = Disclosure.objects.public(township, at)
    bound = Interpretation.objects.filter(disclosure__in=public.order_by())
    explaining = bound.select_related("disclosure").order_by("pk")
    found = public.filter(live__entry__kind=CatalogueEntry.Kind.POLICY).without_bodies()
    return found.prefetch_related(Prefetch("explained_by", queryset=explaining))


def _interpretations(township: Township, at: datetime) -> DisclosureQuerySet:
    """The policy is named as far as it is public too."""
    public = Disclosure.objects.public(township, at).without_bodies()
    found = public.filter(interpretation__isnull=False).select_related("interpretation")
    return found.prefetch_related(Prefetch("interpretation__policy", queryset=public))


def _explained_by(item: Any) -> str:
    return "、".join(bond.disclosure.index_number for bond in item.explained_by.all())


def _entries(township: Township, at: datetime) -> Any:
    found = CatalogueEntry.objects.of(township).filter(active=True)
    return found.select_related("parent", "publisher")


POLICIES: tuple[Dataset, ...] = (
    Kept(
        name="catalogue",
        title="公开目录",
        about="应当公开什么、依据什么、由谁公开、什么时候公开：基层政务公开标准目录。",
        theme=Theme.ITEMS,
        page="disclosures:catalogue",
        cycle="随目录修订更新",
        door=_entries,
        key=CODE,
        fields=(
            text("code", "编码", "code"),
            text("name", "公开事项", "name"),
            text("parent_code", "一级事项编码", "parent.code"),
            text("parent", "一级事项", "parent.name"),
            text("content", "公开内容（要素）", "content"),
            text("basis", "公开依据", "basis"),
            whole("limit", "公开时限", "limit_amount"),
            text("limit_unit", "时限单位", "get_limit_unit_display"),
            text("cycle", "更新周期", "get_cycle_display"),
            text("publisher", "公开主体", "publisher.name", "空的由各村（社区）分别公开。"),
            text("channels", "公开渠道和载体", "channels"),
            text("audience", "公开对象", "audience"),
            text("mode", "公开方式", "get_mode_display"),
            text("level", "公开层级", "get_level_display"),
            text("column", "组配分类", "get_column_display"),
            text("category", "重点类别", "get_category_display"),
            page_of("get_absolute_url"),
        ),
        filters=(
            category("category"),
            choice("column", "组配分类", "column", CatalogueEntry.Column.choices),
            choice("level", "公开层级", "level", CatalogueEntry.Level.choices),
        ),
    ),
    Kept(
        name="policies",
        title="政策文件",
        about="镇政府的政策文件，和解读它们的信息互相对应。",
        theme=Theme.ITEMS,
        page="disclosures:policies",
        door=_policies,
        key=INDEX,
        fields=(
            *head_of(),
            text("document_number", "文号", "live.document_number"),
            *FILED,
            *DATED,
            text("summary", "内容概述", "live.summary"),
            text("interpretations", "解读的索引号", _explained_by, "几份的用顿号分开。"),
            foot_of(),
        ),
        filters=(YEAR, issuer("live__issuer__slug"), UPDATED),
    ),
    Kept(
        name="interpretations",
        title="政策解读",
        about="对政策文件的解读：谁解读、什么形式、解读哪一份文件。",
        theme=Theme.ITEMS,
        page="disclosures:policies",
        door=_interpretations,
        key=INDEX,
        fields=(
            *head_of(),
            text("form", "解读形式", "interpretation.get_form_display"),
            text("explained_by", "解读人", "interpretation.explained_by_whom"),
            text("policy_index_number", "政策的索引号", "interpretation.policy.index_number"),
            text("policy", "解读的政策", "interpretation.policy.live.title"),
            text("video", "视频链接", "interpretation.video_url"),
            text("summary", "内容概述", "live.summary"),
            foot_of(),
        ),
        filters=(
            YEAR,
            choice("form", "解读形式", "interpretation__form", Interpretation.Form.choices),
            UPDATED,
        ),
    ),
)
