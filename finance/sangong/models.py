from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from disclosures.items.models import Edition
from disclosures.items.parts import EditionPart
from finance.sangong.counts import LABELS, Counts
from finance.sangong.figures import money
from finance.sangong.items import LEAVES, Item
from finance.sangong.missing import missing
from finance.sangong.published import Difference, differences, others, same
from finance.sangong.table import Row, Stage, Table
from finance.wan.amounts import in_wan
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

STAGES = [(Stage.BUDGET.value, "预算公开"), (Stage.FINAL.value, "决算公开")]
ITEMS = [(item.value, item.label) for item in LEAVES]
YEARS = (MinValueValidator(2000), MaxValueValidator(2100))


def counted(name: str) -> "models.PositiveIntegerField[Any, Any]":
    return models.PositiveIntegerField(LABELS[name], null=True, blank=True)


class Sangong(EditionPart):
    """“三公”经费: what one unit planned or spent in one year, from appropriations of the general
    public budget, with the counts and the official explanation (预算法 art. 14). Sums and
    changes are computed from the lines."""

    template_name = "finance/sangong/_part.html"
    rows = ("sangong_lines",)

    unit = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        verbose_name="单位",
        null=True,
        blank=True,
        related_name="+",
        help_text="不选就是镇本级。",
    )
    year = models.PositiveSmallIntegerField("年度", validators=YEARS)
    stage = models.CharField("公开阶段", max_length=8, choices=STAGES, default=Stage.FINAL.value)
    groups = counted("groups")
    travellers = counted("travellers")
    bought = counted("bought")
    kept = counted("kept")
    receptions = counted("receptions")
    guests = counted("guests")
    foreign_receptions = counted("foreign_receptions")
    foreign_guests = counted("foreign_guests")
    explanation = models.TextField(
        "说明文字",
        max_length=5000,
        blank=True,
        help_text="正式的文字说明可以贴在这里。每个金额和百分比都会与表中的数核对，对不上的提交前会指出。",
    )
    restated = models.CharField(
        "与已公布数不同的原因",
        max_length=300,
        blank=True,
        help_text="上年数、预算数与本站以前公布的不同时填写，如口径调整，群众看得到。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "“三公”经费"

    def __str__(self) -> str:
        return f"{self.unit_name} {self.year} 年“三公”经费{self.table.stage.label}"

    @property
    def unit_name(self) -> str:
        return self.unit.name if self.unit else f"{self.township.name}本级"

    @property
    def final(self) -> bool:
        return self.stage == Stage.FINAL

    @property
    def counts(self) -> Counts:
        return Counts(**{field.name: getattr(self, field.name) for field in fields(Counts)})

    @cached_property
    def table(self) -> Table:
        stage = Stage(self.stage)
        lines = (line.row(stage) for line in self.edition.sangong_lines.all())
        return Table(stage, {row.item: row for row in lines if row is not None})

    @property
    def counted_rows(self) -> list[tuple[Row, str]]:
        """Each row with the counts that belong beside it."""
        return [(row, self.counts.of(row.item)) for row in self.table.rows]

    @cached_property
    def differences(self) -> list[Difference]:
        """Where it repeats what this site published before with another figure."""
        return list(differences(self, others(self)))

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "“三公”经费", f"{self.unit_name}，{self.year} 年度，{self.get_stage_display()}"
        for row, counts in self.counted_rows:
            amounts = "，".join(f"{heading} {money(amount)} 万元" for heading, amount in row.told)
            yield row.label, "，".join(filter(None, (amounts, counts)))
            yield f"{row.label}比上年", f"{row.since_before}。{row.reason_before}"
            if row.since_budget is not None:
                yield f"{row.label}比预算", f"{row.since_budget}。{row.reason_budget}"
        yield "说明文字", self.explanation
        yield "与已公布数不同的原因", self.restated

    def hindrances(self) -> Iterator[str]:
        yield from missing(self.table, self.counts, self.explanation, self.year, clock.today())
        among = others(self)
        if twin := same(self, among):
            yield (
                f"{self.unit_name} {self.year} 年的“三公”经费{self.table.stage.label}已经公开"
                f"（{twin.live.title}），要改请修订那一条。"
            )
        if not self.restated.strip():
            for one in differences(self, among):
                yield f"{one}。请改正，或写明“与已公布数不同的原因”。"


class SangongLine(TownshipOwned):
    """One item that is typed, in yuan; `before` is last year's figure of the same kind as the
    stage: its budget beside a budget, its final account beside a final account."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="sangong_lines"
    )
    item = models.CharField("项目", max_length=20, choices=ITEMS)
    before = models.DecimalField(
        "上年数",
        max_digits=14,
        decimal_places=2,
        validators=[MinValueValidator(Decimal(0), "金额不能是负数。")],
    )
    budget = models.DecimalField(
        "本年预算数",
        max_digits=14,
        decimal_places=2,
        validators=[MinValueValidator(Decimal(0), "金额不能是负数。")],
    )
    final = models.DecimalField(
        "本年决算数",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0), "金额不能是负数。")],
        help_text="预算公开时不填。",
    )
    reason_before = models.CharField("比上年增减的原因", max_length=300, blank=True)
    reason_budget = models.CharField(
        "比预算增减的原因", max_length=300, blank=True, help_text="预算公开时不填。"
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "“三公”经费各项"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "item"],
                name="sangong_item_once",
                violation_error_message="同一项目只填一行。",
            )
        ]

    def __str__(self) -> str:
        return self.get_item_display()

    def row(self, stage: Stage) -> Row | None:
        """The line in 万元; None while the final account is still missing."""
        amounts = [self.before, self.budget]
        if stage is Stage.FINAL:
            if self.final is None:
                return None
            amounts.append(self.final)
        known = tuple(map(in_wan, amounts))
        return Row(Item(self.item), stage, known, self.reason_before, self.reason_budget)
