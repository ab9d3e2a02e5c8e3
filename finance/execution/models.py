from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from disclosures.items.models import Edition
from disclosures.items.parts import EditionPart
from finance.budgets.planned import YearPlan, year_plan
from finance.budgets.tables import Side
from finance.execution.missing import missing
from finance.execution.progress import Progress, Whole, wholes
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class Execution(EditionPart):
    """预算执行情况 of one unit, from the first of January through a month's end."""

    template_name = "finance/execution/_part.html"
    rows = ("execution_lines",)

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
    year = models.PositiveSmallIntegerField(
        "年度", validators=(MinValueValidator(2000), MaxValueValidator(2100))
    )
    through = models.PositiveSmallIntegerField(
        "截至月份",
        validators=(MinValueValidator(1), MaxValueValidator(12)),
        help_text="1 至几月，如一季度填 3。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "预算执行"

    def __str__(self) -> str:
        return f"{self.unit_name}{self.year}年{self.span}"

    @property
    def span(self) -> str:
        """1—9月; the first month stands alone."""
        return f"1—{self.through}月" if self.through > 1 else "1月"

    @property
    def unit_name(self) -> str:
        return self.unit.name if self.unit else f"{self.township.name}本级"

    @property
    def until(self) -> date:
        return date(self.year, self.through, monthrange(self.year, self.through)[1])

    @cached_property
    def progress(self) -> list[Progress]:
        """Every line with what was planned: from the public budget of the year where it is, else
        as typed."""
        return self.measured(year_plan(self.township, self.unit_id, self.year))

    def measured(self, plan: YearPlan) -> list[Progress]:
        """The same by a plan already at hand."""
        planned = plan.at(self.until)
        return [
            Progress(line, planned.get((line.side, line.code or line.name), line.planned))
            for line in self.edition.execution_lines.all()
        ]

    @property
    def wholes(self) -> list[Whole]:
        return wholes(self.progress)

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "单位和时段", f"{self.unit_name}，{self.year}年{self.span}"
        for line in self.edition.execution_lines.all():
            yield line.get_side_display(), f"{line.code} {line.name}，完成 {line.done:.2f} 元"

    def hindrances(self) -> Iterator[str]:
        return missing(self)


class ExecutionLine(TownshipOwned):
    """执行的一个科目: what was done since January."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="execution_lines"
    )
    side = models.CharField("收支", max_length=8, choices=Side)
    code = models.CharField("科目编码", max_length=12, blank=True)
    name = models.CharField("科目名称", max_length=80)
    planned = models.DecimalField(
        "预算数（元）",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="公开的预算里有这个科目的不用填。",
    )
    done = models.DecimalField("累计完成（元）", max_digits=14, decimal_places=2)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "执行情况"
        ordering = ["-side", "code", "pk"]

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()
