from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from disclosures.items.models import Disclosure, Edition
from disclosures.items.parts import EditionPart
from disclosures.items.shapes import Shape
from finance.levies.limits import Burden
from finance.levies.missing import missing
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

YEARS = (MinValueValidator(2000), MaxValueValidator(2100))
NOT_NEGATIVE = (MinValueValidator(Decimal(0), "不能是负数。"),)
NOTHING = Decimal("0.00")


class Levy(EditionPart):
    """筹资筹劳: decided by the villagers, reviewed by the township, approved by the county
    (村民一事一议筹资筹劳管理办法, 国办发〔2007〕4号). Collected and used come from the ledger."""

    class Kind(models.TextChoices):
        MONEY = "money", "筹资"
        LABOUR = "labour", "筹劳"
        BOTH = "both", "筹资和筹劳"

    template_name = "finance/levies/_part.html"
    rows = ("levy_exemptions",)

    village = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name="村（社区）", related_name="+"
    )
    year = models.PositiveSmallIntegerField("年度", validators=YEARS)
    kind = models.CharField("方式", max_length=8, choices=Kind, default=Kind.MONEY)
    purpose = models.TextField("议定的事项", max_length=600, help_text="做什么、在哪里、谁受益。")
    persons = models.PositiveIntegerField(
        "筹资对象（人）", default=0, help_text="户籍人口或受益人口，减免前的人数。"
    )
    per_head = models.DecimalField(
        "每人筹资（元）", max_digits=8, decimal_places=2, default=NOTHING, validators=NOT_NEGATIVE
    )
    workers = models.PositiveIntegerField(
        "筹劳对象（人）", default=0, help_text="劳动力人数，减免前的人数。"
    )
    days = models.DecimalField(
        "每个劳动力筹劳（个工）",
        max_digits=5,
        decimal_places=1,
        default=Decimal("0.0"),
        validators=NOT_NEGATIVE,
    )

    resolution = models.ForeignKey(
        Disclosure,
        on_delete=models.PROTECT,
        verbose_name="村民（代表）会议决议",
        null=True,
        blank=True,
        related_name="+",
        help_text="已公开的决议；没有的填写下面的会议和表决。",
    )
    met_on = models.DateField("会议日期", null=True, blank=True)
    called = models.PositiveIntegerField("应到（人）", null=True, blank=True)
    present = models.PositiveIntegerField("实到（人）", null=True, blank=True)
    in_favour = models.PositiveIntegerField("赞成（票）", null=True, blank=True)
    reviewed_on = models.DateField("镇政府初审日期", null=True, blank=True)
    approved_on = models.DateField("县级批复日期", null=True, blank=True)
    approval_number = models.CharField("批复文号", max_length=60, blank=True)
    project = models.ForeignKey(
        Disclosure,
        on_delete=models.PROTECT,
        verbose_name="用于项目",
        null=True,
        blank=True,
        related_name="+",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "筹资筹劳"

    def __str__(self) -> str:
        return f"{self.year}年{self.village.name}{self.get_kind_display()}"

    @property
    def asks_money(self) -> bool:
        return self.kind != self.Kind.LABOUR

    @property
    def asks_labour(self) -> bool:
        return self.kind != self.Kind.MONEY

    @property
    def burden(self) -> Burden:
        """How much is due, after exemptions."""
        exempt: list[Any] = list(self.edition.levy_exemptions.all())
        free = LevyExemption.Relief
        return Burden(
            payers=self.persons - sum(one.persons for one in exempt if one.relief != free.LABOUR),
            per_head=self.per_head if self.asks_money else NOTHING,
            workers=self.workers - sum(one.persons for one in exempt if one.relief != free.MONEY),
            days=self.days if self.asks_labour else Decimal("0.0"),
        )

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "筹资筹劳", f"{self.village.name}，{self.year}年，{self.get_kind_display()}"
        yield "议定的事项", self.purpose
        burden = self.burden
        if self.asks_money:
            yield (
                "筹资",
                f"筹资对象 {self.persons} 人，每人 {self.per_head:.2f} 元，"
                f"应筹 {burden.due:.2f} 元",
            )
        if self.asks_labour:
            yield (
                "筹劳",
                f"筹劳对象 {self.workers} 人，每人 {self.days} 个工，应筹 {burden.due_days} 个工",
            )
        for one in self.edition.levy_exemptions.all():
            yield "减免", one.told
        if self.met_on:
            yield (
                "会议和表决",
                f"{self.met_on}，应到 {self.called} 人，实到 {self.present} 人，"
                f"赞成 {self.in_favour} 票",
            )
        yield "镇政府初审", str(self.reviewed_on or "")
        yield "县级批复", f"{self.approved_on or ''} {self.approval_number}".strip()

    def hindrances(self) -> Iterator[str]:
        yield from missing(self, rule_for(self.township, self.year), self._asked_before())

    def _asked_before(self) -> tuple[Decimal, Decimal]:
        """What other public levies of the village and year ask of one person."""
        public = Disclosure.objects.public(self.township, clock.now()).of_shape(Shape.LEVY)
        others = public.exclude(pk=self.edition.disclosure_id).filter(
            live__levy__village=self.village_id, live__levy__year=self.year
        )
        parts = [item.live.levy for item in others]
        money = sum((one.per_head for one in parts if one.asks_money), NOTHING)
        return money, sum((one.days for one in parts if one.asks_labour), Decimal(0))


class LevyExemption(TownshipOwned):
    """减免: how many are spared and why, never who (办法 arts. 9 to 11)."""

    class Relief(models.TextChoices):
        MONEY = "money", "免筹资"
        LABOUR = "labour", "免筹劳"
        BOTH = "both", "免筹资和筹劳"

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="levy_exemptions"
    )
    reason = models.CharField("原因", max_length=80, help_text="如：特困供养人员。不写姓名。")
    relief = models.CharField("减免", max_length=8, choices=Relief, default=Relief.BOTH)
    persons = models.PositiveIntegerField(
        "人数", validators=[MinValueValidator(1, "人数至少是 1。")]
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "减免"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.told

    @property
    def told(self) -> str:
        return f"{self.reason}，{self.persons} 人，{self.get_relief_display()}"


class LevyRule(TownshipOwned):
    """筹资筹劳限额: the most that one person may be asked in a year, from `since` on. The province
    sets it (办法 art. 12)."""

    name = models.CharField("规定", max_length=120, help_text="规定限额的文件名称和文号。")
    since = models.PositiveSmallIntegerField("从哪一年起", validators=YEARS)
    per_head = models.DecimalField(
        "每人每年最多（元）", max_digits=8, decimal_places=2, validators=NOT_NEGATIVE
    )
    days = models.DecimalField(
        "每个劳动力每年最多（个工）", max_digits=5, decimal_places=1, validators=NOT_NEGATIVE
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "筹资筹劳限额"
        ordering = ["-since"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "since"],
                name="levy_rule_year",
                violation_error_message="同一年起只有一份限额。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.since}年起）"


def rule_for(township: Township, year: int) -> LevyRule | None:
    """The limits that hold in `year`."""
    return LevyRule.objects.of(township).filter(since__lte=year).order_by("-since").first()
