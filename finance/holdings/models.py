from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Sum

from disclosures.items.models import Edition
from disclosures.items.parts import EditionPart
from finance.ledger.counterparty import shown
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

NOTHING = Decimal("0.00")


class Holdings(EditionPart):
    """村集体资产资源登记: of one village on one day, usually the year's last
    (农村集体经济组织财务公开规定: assets, resources, claims and debts)."""

    template_name = "finance/holdings/_part.html"
    rows = ("holdings_rows",)

    village = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name="村（社区）", related_name="+"
    )
    as_of = models.DateField("截止日期", help_text="一般是年末，如 2025-12-31。")

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "村集体资产资源"

    def __str__(self) -> str:
        return f"{self.village.name}（{self.as_of}）"

    def sums(self) -> dict[str, Decimal]:
        """The value of each kind."""
        rows = self.edition.holdings_rows.order_by().values_list("kind")
        return {kind: total or NOTHING for kind, total in rows.annotate(Sum("value"))}

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "村（社区）和截止日期", f"{self.village.name}，{self.as_of}"
        for row in self.edition.holdings_rows.all():
            yield row.get_kind_display(), row.told

    def hindrances(self) -> Iterator[str]:
        rows = list(self.edition.holdings_rows.all())
        if not rows:
            yield "一项也没有登记，请先填写。"
        if self.as_of > clock.today():
            yield "截止日期在今天之后，请核对。"
        for row in rows:
            yield from row.faults()


class Holding(TownshipOwned):
    """一项资产、资源、合同、债权或债务."""

    class Kind(models.TextChoices):
        ASSET = "1-asset", "资产"
        RESOURCE = "2-resource", "资源"
        CONTRACT = "3-contract", "合同"
        CLAIM = "4-claim", "债权"
        DEBT = "5-debt", "债务"

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="holdings_rows"
    )
    kind = models.CharField("类别", max_length=12, choices=Kind)
    name = models.CharField("名称", max_length=80)
    quantity = models.DecimalField("数量", max_digits=12, decimal_places=2, null=True, blank=True)
    unit = models.CharField("单位", max_length=10, blank=True, help_text="亩、间、台。")
    place = models.CharField("位置", max_length=80, blank=True)
    value = models.DecimalField(
        "金额（元）",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="资产填年末价值，合同填合同总额，债权债务填年末余额；资源可以不填。",
    )
    counterparty = models.CharField(
        "对方", max_length=80, blank=True, help_text="承租人、债务人等；个人保存时只留姓氏。"
    )
    starts_on = models.DateField("起", null=True, blank=True)
    ends_on = models.DateField("止", null=True, blank=True)
    rent = models.DecimalField(
        "年租金（元）", max_digits=12, decimal_places=2, null=True, blank=True
    )
    remark = models.CharField("备注", max_length=120, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "登记事项"
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_on__isnull=True)
                | models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="holding_term",
                violation_error_message="止日不能早于起日。",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A private person is kept by family name alone."""
        self.counterparty = shown(self.counterparty)
        super().save(*args, **kwargs)

    @property
    def told(self) -> str:
        """All of it in one line."""
        quantity = f"{self.quantity.normalize():f}{self.unit}" if self.quantity else ""
        value = f"{self.value:.2f} 元" if self.value is not None else ""
        rent = f"年租金 {self.rent:.2f} 元" if self.rent is not None else ""
        words = (self.name, quantity, self.place, value, self.counterparty, self.term, rent)
        return "，".join(filter(None, (*words, self.remark)))

    @property
    def term(self) -> str:
        if self.starts_on and self.ends_on:
            return f"{self.starts_on:%Y-%m-%d} 至 {self.ends_on:%Y-%m-%d}"
        return f"至 {self.ends_on:%Y-%m-%d}" if self.ends_on else ""

    def days_left(self, today: date) -> int | None:
        """Of a contract or loan; negative when it has ended."""
        return (self.ends_on - today).days if self.ends_on else None

    def faults(self) -> Iterator[str]:
        if self.kind == self.Kind.CONTRACT and not (self.ends_on and self.counterparty):
            yield f"合同“{self.name}”没有写明对方和到期日。"
        if self.kind == self.Kind.RESOURCE and self.quantity is None:
            yield f"资源“{self.name}”没有写明数量（面积）。"
        if self.kind not in (self.Kind.RESOURCE, self.Kind.CONTRACT) and self.value is None:
            yield f"{self.get_kind_display()}“{self.name}”没有写明金额。"
        if self.value is not None and self.value < 0:
            yield f"“{self.name}”的金额是负数，请核对；债务填在“债务”一类。"
