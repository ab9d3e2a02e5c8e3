"""The rows of a programme: standards, steps, papers, documents it rests on, and its check."""

from typing import Any

from django.db import models

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.models import Disclosure, Edition
from disclosures.programmes.amounts import PERCENT, plain, with_unit
from disclosures.programmes.eligibility import Ask, Choice, Then
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

# a row that nobody gave a place stands after those that have one, in the order of typing
LAST = 900


class Standard(TownshipOwned):
    """标准: the amount of one grade from a day on; without an end it holds until further notice."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="standards"
    )
    position = models.PositiveSmallIntegerField("顺序", default=LAST)
    grade = models.CharField(
        "档次", max_length=40, help_text="如：一类、全护理、每亩；同一档各年写法要一样。"
    )
    amount = models.DecimalField("金额（比例）", max_digits=12, decimal_places=2)
    unit = models.CharField("单位", max_length=20, help_text="如：元/人·月、元/亩；比例写 %。")
    valid_from = models.DateField("执行起日")
    valid_to = models.DateField(
        "执行止日", null=True, blank=True, help_text="还在执行的不填；调整后填调整前一天。"
    )
    basis = models.CharField("调整依据", max_length=120, blank=True)
    note = models.CharField("说明", max_length=120, blank=True)
    gap_reason = models.CharField(
        "此前中断的原因", max_length=80, blank=True, help_text="与上一个标准之间有空档时填写。"
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "标准"
        ordering = ["position", "valid_from", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
                name="standard_days",
                violation_error_message="执行止日不能早于执行起日。",
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gte=0),
                name="standard_amount",
                violation_error_message="金额不能小于 0。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grade} {self.shown}"

    @property
    def figure(self) -> str:
        """815, 75%"""
        return f"{plain(self.amount)}{PERCENT if self.unit == PERCENT else ''}"

    @property
    def per(self) -> str:
        """What the figure is followed by: 元/人·月."""
        return "" if self.unit == PERCENT else self.unit

    @property
    def shown(self) -> str:
        """815 元/人·月"""
        return with_unit(self.amount, self.unit)

    @property
    def told(self) -> str:
        ends = f"至 {self.valid_to:%Y-%m-%d}" if self.valid_to else "起"
        gap = f"此前中断：{self.gap_reason}" if self.gap_reason else ""
        parts = (f"{self.valid_from:%Y-%m-%d} {ends}", self.basis, self.note, gap)
        return "，".join(filter(None, (str(self), *parts)))


class ProgrammeStep(TownshipOwned):
    """申请步骤: what happens, who does it, how long it takes."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="programme_steps"
    )
    position = models.PositiveSmallIntegerField("顺序", default=LAST)
    name = models.CharField("步骤", max_length=20, help_text="几个字，如：村里评议。")
    what = models.CharField("做什么", max_length=200, blank=True)
    by_whom = models.CharField("谁来做", max_length=40, blank=True)
    days = models.CharField("用时", max_length=30, blank=True, help_text="如：当场、5个工作日。")

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "申请步骤"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def told(self) -> str:
        return "，".join(filter(None, (self.name, self.what, self.by_whom, self.days)))


class ProgrammeDocument(TownshipOwned):
    """申请材料: one paper to bring; everybody brings it unless `only_when` says who does."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="programme_documents"
    )
    position = models.PositiveSmallIntegerField("顺序", default=LAST)
    name = models.CharField("材料", max_length=80)
    how = models.CharField(
        "形式和份数", max_length=30, blank=True, help_text="如：原件看一眼；复印件1份。"
    )
    only_when = models.CharField(
        "什么情况才要", max_length=80, blank=True, help_text="不填就是人人都要。"
    )
    note = models.CharField("说明", max_length=120, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "申请材料"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def told(self) -> str:
        only = f"只在这种情况要：{self.only_when}" if self.only_when else ""
        return "，".join(filter(None, (self.name, self.how, only, self.note)))


class Basis(TownshipOwned):
    """政策依据: a document that the programme rests on, bound to its text where it is here."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="bases"
    )
    position = models.PositiveSmallIntegerField("顺序", default=LAST)
    name = models.CharField("文件名称", max_length=120)
    number = models.CharField("文号", max_length=60, blank=True)
    policy = models.ForeignKey(
        Disclosure,
        on_delete=models.PROTECT,
        verbose_name="本站原文",
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"live__entry__kind": CatalogueEntry.Kind.POLICY},
        help_text="已在本站公开的政策文件，群众可以点开看。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "政策依据"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def told(self) -> str:
        return f"{self.name}（{self.number}）" if self.number else self.name


class CheckQuestion(TownshipOwned):
    """自测题: one plain question of the check whether a programme may fit."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="check_questions"
    )
    number = models.PositiveSmallIntegerField("题号")
    text = models.CharField("问题", max_length=80, help_text="一句话，不问姓名和证件号码。")
    hint = models.CharField("提示", max_length=120, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "自测题"
        ordering = ["number", "pk"]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class CheckAnswer(TownshipOwned):
    """自测题的答案: what can be answered to the question `number`, and where it leads."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="check_answers"
    )
    number = models.PositiveSmallIntegerField("题号")
    position = models.PositiveSmallIntegerField("顺序", default=LAST)
    text = models.CharField("答案", max_length=40)
    then = models.CharField(
        "去向",
        max_length=8,
        choices=[(one.value, one.label) for one in Then],
        default=Then.ON.value,
    )
    to = models.PositiveSmallIntegerField(
        "去第几题", null=True, blank=True, help_text="去向是下一题、要跳着问时填写。"
    )
    remark = models.CharField(
        "说明", max_length=160, blank=True, help_text="可能不符合的必填：为什么。"
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "自测题的答案"
        ordering = ["number", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.number}：{self.text}"


def asks_of(edition: Edition) -> list[Ask]:
    """The check of an edition as plain values; two queries."""
    answers: dict[int, list[Any]] = {}
    for row in edition.check_answers.all():
        answers.setdefault(row.number, []).append(row)
    return [
        Ask(row.number, row.text, row.hint, choices_of(answers.get(row.number, [])))
        for row in edition.check_questions.all()
    ]


def choices_of(rows: list[Any]) -> tuple[Choice, ...]:
    """Answers in their order; their places are what a form sends."""
    return tuple(
        Choice(place, row.text, Then(row.then), row.to, row.remark)
        for place, row in enumerate(rows, start=1)
    )
