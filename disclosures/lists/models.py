from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone

from disclosures.catalogue.categories import CHOICES
from disclosures.items.models import Disclosure, Edition
from disclosures.items.parts import EditionPart
from disclosures.lists.elsewhere import names_elsewhere
from disclosures.lists.kinds import ListLayout, NameShown, Role, layout_of
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.limits import Deadline, Limit, Unit, deadline
from portal.core.workdays.load import current_calendar

LASTING = ("list_totals",)
LENGTH = Limit(7)  # 公示 7 working days in the standard catalogue of social assistance


class ListKind(TownshipOwned):
    """名单种类: which columns a list has, which it never keeps, how long it names people."""

    class Purpose(models.TextChoices):
        NOTICE = "notice", "公示名单"
        PAYMENT = "payment", "发放名单"

    slug = models.SlugField("标识", help_text="导入时用的英文代号，定后不改。")
    name = models.CharField("名单种类", max_length=40)
    purpose = models.CharField("用途", max_length=10, choices=Purpose, default=Purpose.NOTICE)
    category = models.CharField("重点类别", max_length=20, choices=CHOICES, blank=True)

    columns = models.JSONField("栏目")
    formulas = models.JSONField("核对公式", default=list, blank=True)
    name_shown = models.CharField(
        "姓名怎样显示",
        max_length=8,
        choices=[(one.value, one.label) for one in NameShown],
        default=NameShown.WHOLE.value,
        help_text="涉及未成年人、病人和敏感救助的用“姓加某”，保存时就只留下姓。",
    )

    length_amount = models.PositiveSmallIntegerField("公示期", default=LENGTH.amount)
    length_unit = models.CharField(
        "公示期单位",
        max_length=10,
        choices=[(unit.value, unit.label) for unit in (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS)],
        default=LENGTH.unit.value,
    )
    harvestable = models.BooleanField(
        "公示期内可整份下载姓名", default=False, help_text="一般不允许，防止名单被整份拿走。"
    )
    retention_days = models.PositiveSmallIntegerField(
        "公示结束后姓名保存天数", default=180, help_text="到期从系统中删除姓名，各村合计保留。"
    )
    position = models.PositiveSmallIntegerField("排序", default=100)
    active = models.BooleanField("在用", default=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "名单种类"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "slug"],
                name="list_kind_slug",
                violation_error_message="本镇已有这个标识的名单种类。",
            ),
            models.CheckConstraint(
                condition=models.Q(length_amount__gte=1),
                name="list_kind_length",
                violation_error_message="公示期至少 1 天。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """The data describe a list that can be read."""
        try:
            layout = self.layout
        except (ValueError, KeyError, TypeError) as error:
            raise ValidationError("栏目或公式写得不对，请照已有的种类填写。") from error
        for role in (Role.VILLAGE, Role.NAME):
            if not layout.has(role):
                raise ValidationError("栏目里至少要有“村”和“姓名”两栏。")

    @property
    def layout(self) -> ListLayout:
        return layout_of(self.columns, self.formulas, self.name_shown)

    @property
    def length(self) -> Limit:
        return Limit(self.length_amount, Unit(self.length_unit))


class NoticeList(EditionPart):
    """名单: a notice or payment list as one edition of a disclosure.

    The names themselves (ListRow) are shown on one page only, while the notice runs; everything
    that lasts stands in `totals`, which are written when the list is imported and kept when the
    names are erased. `notice_starts_on` and `notice_ends_on` are copies of the clock's answer,
    written on publication and when a calendar is adopted.
    """

    template_name = "disclosures/lists/_part.html"
    rows = ("list_totals", "list_rows")

    kind = models.ForeignKey(
        ListKind, on_delete=models.PROTECT, verbose_name="名单种类", related_name="+"
    )
    programme = models.ForeignKey(
        Disclosure,
        on_delete=models.PROTECT,
        verbose_name="惠民项目",
        null=True,
        blank=True,
        related_name="lists",
        help_text="已公开的项目，名单会列在它的页面上。",
    )
    period = models.CharField("所属时段", max_length=40, help_text="如：2026年第三季度。")
    period_from = models.DateField("时段起", null=True, blank=True)
    period_to = models.DateField("时段止", null=True, blank=True)
    fund = models.CharField("资金来源", max_length=80, blank=True)

    starts_on = models.DateField(
        "公示开始日期", null=True, blank=True, help_text="不填则从发布当天开始。"
    )
    notice_starts_on = models.DateField("公示开始", null=True, editable=False)
    notice_ends_on = models.DateField("公示结束", null=True, editable=False)
    objections_phone = models.CharField("异议电话", max_length=40, blank=True)
    objections_place = models.CharField("异议受理地点", max_length=80, blank=True)

    objections = models.PositiveSmallIntegerField("收到异议（件）", null=True, blank=True)
    outcome = models.TextField(
        "公示结果", max_length=600, blank=True, help_text="公示结束后填写：收到几件异议，怎样处理。"
    )
    names_erased_at = models.DateTimeField("姓名删除时间", null=True, editable=False)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "公示名单"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(period_to__isnull=True)
                | models.Q(period_from__isnull=True)
                | models.Q(period_to__gte=models.F("period_from")),
                name="list_period",
                violation_error_message="时段的止日不能早于起日。",
            ),
        ]
        indexes = [
            # what is on notice; whose names are to be erased
            models.Index(fields=["township", "notice_ends_on"], name="list_notice_ends"),
        ]

    def __str__(self) -> str:
        return f"{self.kind.name} {self.period}"

    @property
    def names_page(self) -> str:
        return reverse("disclosures:list-names", args=[self.edition.disclosure.index_number])

    def on_notice(self, on: date) -> bool:
        """Whether names are shown on the day `on`: from the first day to the end of the last."""
        if self.notice_starts_on is None or self.notice_ends_on is None:
            return False
        return self.notice_starts_on <= on <= self.notice_ends_on and not self.names_erased_at

    def count_notice(self, start: date, calendar: WorkCalendar) -> Deadline:
        """The notice from `start`: the first day is not counted, it ends with the last."""
        return deadline(start, self.kind.length, calendar)

    @cached_property
    def totals(self) -> list["ListTotal"]:
        return list(self.edition.list_totals.select_related("village"))

    @property
    def sum(self) -> dict[str, Any]:
        """All villages together."""
        return {
            name: _added(getattr(total, name) for total in self.totals)
            for name in ("households", "persons", "area", "amount")
        }

    def sections(self) -> Iterator[tuple[str, str]]:
        """Never a name: what is said here goes to reviewers, search and digest."""
        yield "名单种类", self.kind.name
        yield "所属时段", self.period
        yield "资金来源", self.fund
        yield "异议受理", f"{self.objections_phone} {self.objections_place}".strip()
        for total in self.totals:
            yield total.village.name, total.told
        if self.objections is not None or self.outcome:
            yield "公示结果", f"收到异议 {self.objections or 0} 件。{self.outcome}"

    def words(self) -> str:
        """With the villages, by whose names lists are looked for."""
        return "\n".join(f"{place} {text}" for place, text in self.sections() if text)

    def hindrances(self) -> Iterator[str]:
        if not self.totals:
            yield "名单是空的，请先导入名单。"
        if not self.objections_phone:
            yield "没有填写异议电话，群众不知道向谁反映。"
        if self.period_from is None or self.period_to is None:
            yield "没有填写所属时段的起止日期。"
        yield from names_elsewhere(self.edition)

    def copy_to(self, target: Edition) -> Self:
        """A revision keeps the list; a new item from an old one begins with an empty list."""
        if target.disclosure_id != self.edition.disclosure_id:
            return self._begun_anew(target)
        return super().copy_to(target)

    def copied_rows(self) -> tuple[str, ...]:
        """Names go on to a revision only while residents may see them."""
        return self.rows if self.on_notice(clock.today()) else LASTING

    def _begun_anew(self, target: Edition) -> Self:
        fields = ("kind", "programme", "fund", "objections_phone", "objections_place")
        values = {name: getattr(self, name) for name in fields}
        return type(self).objects.create(township=target.township, edition=target, **values)

    def made_public(self, at: datetime) -> None:
        """The notice begins on the day of publication; a revision keeps the first one's days."""
        today = timezone.localdate(at)
        start = self.notice_starts_on or max(today, self.starts_on or today)
        self.set_notice(start, current_calendar())
        self._take_over_names()

    def _take_over_names(self) -> None:
        """The names of an edition that is replaced go on with this one, or go: they are kept
        once."""
        others = ListRow.objects.filter(edition__disclosure=self.edition.disclosure_id)
        others = others.exclude(edition=self.edition_id)
        if self.edition.list_rows.exists():
            others.delete()
        else:
            others.update(edition=self.edition_id)

    def set_notice(self, start: date, calendar: WorkCalendar) -> None:
        self.notice_starts_on = start
        self.notice_ends_on = self.count_notice(start, calendar).due
        self.save(update_fields=["notice_starts_on", "notice_ends_on"])


class ListTotal(TownshipOwned):
    """各村合计: what stays when the names are gone. `households` counts rows, `persons` people."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="list_totals"
    )
    village = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name="村（社区）", related_name="+"
    )
    households = models.PositiveIntegerField("户数")
    persons = models.PositiveIntegerField("人数", null=True)
    area = models.DecimalField("面积（亩）", max_digits=14, decimal_places=2, null=True)
    amount = models.DecimalField("金额（元）", max_digits=14, decimal_places=2, null=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "名单各村合计"
        ordering = ["village__position", "village_id"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "village"], name="list_total_village"),
        ]

    def __str__(self) -> str:
        return f"{self.village.name}：{self.told}"

    @property
    def told(self) -> str:
        parts = [f"{self.households} 户"]
        if self.persons is not None:
            parts.append(f"{self.persons} 人")
        if self.area is not None:
            parts.append(f"{self.area:,.2f} 亩")
        if self.amount is not None:
            parts.append(f"{self.amount:,.2f} 元")
        return "，".join(parts)


class ListRow(TownshipOwned):
    """名单的一行: one household or person, with nothing that its kind doesn't keep."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="list_rows"
    )
    village = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name="村（社区）", related_name="+"
    )
    number = models.PositiveIntegerField("序号")
    group = models.CharField("村民组", max_length=40, blank=True)
    name = models.CharField("姓名", max_length=40, blank=True)
    count = models.PositiveIntegerField("人数", null=True)
    area = models.DecimalField("面积（亩）", max_digits=12, decimal_places=4, null=True)
    standard = models.DecimalField("标准", max_digits=12, decimal_places=4, null=True)
    amount = models.DecimalField("金额（元）", max_digits=12, decimal_places=2, null=True)
    period = models.CharField("时段", max_length=40, blank=True)
    remark = models.CharField("备注", max_length=100, blank=True)
    others = models.JSONField("其他栏", default=dict)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "名单明细"
        ordering = ["village__position", "village_id", "number"]
        indexes = [
            # a village's page of a list, and looking for a name in it
            models.Index(fields=["edition", "village", "number"], name="list_row_place"),
            models.Index(fields=["edition", "name"], name="list_row_name"),
        ]

    def __str__(self) -> str:
        return f"第 {self.number} 行"


def _added(values: Any) -> Any:
    """The sum of what is there; None where nothing is."""
    present = [value for value in values if value is not None]
    return sum(present) if present else None
