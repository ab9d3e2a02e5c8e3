from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

from disclosures.items.models import Edition
from disclosures.items.parts import EditionPart
from finance.budgets.missing import missing
from finance.budgets.tables import Table
from finance.budgets.tree import total
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

YEARS = (MinValueValidator(2000), MaxValueValidator(2100))
CODE = RegexValidator(r"^\d{0,12}$", "编码只写数字，如 20802。")


class Budget(EditionPart):
    """预算、预算调整或决算 of one unit and year, as the tables that are published (预算法 art. 14).

    An adjustment names only the lines that it changes, those above them too, with their new
    amounts: it stands beside the original, which stays as it was.
    """

    class Kind(models.TextChoices):
        BUDGET = "budget", "预算"
        ADJUSTMENT = "adjustment", "预算调整"
        FINAL = "final", "决算"

    template_name = "finance/budgets/_part.html"
    rows = ("budget_lines",)

    unit = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        verbose_name="单位",
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind__in": Organisation.OFFICE_KINDS},
        help_text="站所或学校；不选就是镇本级。",
    )
    year = models.PositiveSmallIntegerField("年度", validators=YEARS)
    kind = models.CharField("种类", max_length=12, choices=Kind, default=Kind.BUDGET)
    approved_on = models.DateField("批准日期", null=True, blank=True)
    approved_by = models.CharField(
        "批准机关", max_length=60, blank=True, help_text="如：镇第十九届人民代表大会第六次会议。"
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "预算、决算"

    def __str__(self) -> str:
        return f"{self.unit_name}{self.year}年{self.get_kind_display()}"

    @property
    def unit_name(self) -> str:
        return self.unit.name if self.unit else f"{self.township.name}本级"

    @cached_property
    def by_table(self) -> dict[str, list["BudgetLine"]]:
        found: dict[str, list[BudgetLine]] = defaultdict(list)
        for line in self.edition.budget_lines.all():
            found[line.table].append(line)
        return dict(found)

    def lines(self, table: Table) -> list["BudgetLine"]:
        return self.by_table.get(table.value, [])

    def total(self, table: Table) -> Decimal | None:
        """None where the table isn't published."""
        lines = self.lines(table)
        return total(lines) if lines else None

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "单位和年度", f"{self.unit_name}，{self.year}年{self.get_kind_display()}"
        if self.approved_by or self.approved_on:
            yield "批准", f"{self.approved_by} {self.approved_on or ''}".strip()
        for table, lines in self.by_table.items():
            for line in lines:
                yield Table(table).label, line.told

    def hindrances(self) -> Iterator[str]:
        return missing(self)


class BudgetLine(TownshipOwned):
    """科目: one line of one table. Amounts in yuan; a line above others holds their sum, which is
    checked."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="budget_lines"
    )
    table = models.CharField("表", max_length=14, choices=Table)
    code = models.CharField("科目编码", max_length=12, blank=True, validators=[CODE])
    name = models.CharField("科目名称", max_length=80)
    amount = models.DecimalField("金额（元）", max_digits=14, decimal_places=2)
    reason = models.CharField(
        "增减原因", max_length=200, blank=True, help_text="预算比上年、决算比预算有变动的要写。"
    )
    reason_last = models.CharField(
        "比上年原因", max_length=200, blank=True, help_text="决算比上年决算有变动的要写。"
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "科目"
        ordering = ["table", "code", "pk"]
        indexes = [models.Index(fields=["edition", "table", "code"], name="budget_line_place")]

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()

    @property
    def told(self) -> str:
        last = f"比上年：{self.reason_last}" if self.reason_last else ""
        words = (f"{self} {self.amount:.2f} 元", self.reason, last)
        return "。".join(word.rstrip("。") for word in words if word)
