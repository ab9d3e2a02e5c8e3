from collections.abc import Iterator

from django.db import models

from disclosures.items.models import Edition
from disclosures.items.parts import EditionPart
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class FundGrant(EditionPart):
    """资金下达: one notice by which money came; its lines say for which fund and how much."""

    class Source(models.TextChoices):
        CENTRAL = "central", "中央财政"
        PROVINCE = "province", "省级财政"
        CITY = "city", "市级财政"
        COUNTY = "county", "县级财政"
        TOWNSHIP = "township", "镇级财政"
        SEVERAL = "several", "多级财政合计"

    template_name = "finance/grants/_part.html"
    rows = ("grant_lines",)

    year = models.PositiveSmallIntegerField("资金年度")
    source = models.CharField("资金来源", max_length=10, choices=Source, default=Source.SEVERAL)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "资金下达"

    def __str__(self) -> str:
        return f"{self.year}年{self.get_source_display()}"

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "资金年度和来源", f"{self.year}年，{self.get_source_display()}"
        for line in self.edition.grant_lines.all():
            yield line.fund, f"{line.amount:.2f} 元。{line.remark}".rstrip("。")

    def hindrances(self) -> Iterator[str]:
        lines = list(self.edition.grant_lines.all())
        if not lines:
            yield "没有填写下达了哪些资金，请至少填一行。"
        if not 2000 <= self.year <= 2100:
            yield f"资金年度 {self.year} 不对，请填四位年份。"
        for line in lines:
            if line.amount == 0:
                yield f"“{line.fund}”的金额是 0，请核对。"


class GrantLine(TownshipOwned):
    """下达的一项资金. `fund` is written as in the lists that are paid from it; an amount below
    nothing takes back what came before (收回)."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="grant_lines"
    )
    fund = models.CharField(
        "资金名称", max_length=80, help_text="与发放名单上的“资金来源”写法一致，才能对上账。"
    )
    amount = models.DecimalField(
        "金额（元）", max_digits=14, decimal_places=2, help_text="收回的资金填负数。"
    )
    remark = models.CharField("备注", max_length=120, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "下达的资金"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.fund} {self.amount:,.2f} 元"
