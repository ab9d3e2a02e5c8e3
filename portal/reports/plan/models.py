"""政务公开工作计划: the measures of a year, who answers for each and what shows its progress."""

from django.db import models
from django.urls import reverse

from disclosures.catalogue.models import CatalogueEntry
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipQuerySet
from portal.reports.papers.models import LONGEST_CHAPTER, Issued, Paper


class WorkPlan(Paper):
    """工作计划. What was issued stays as it is: what changes later is a supplementary measure."""

    opening = models.TextField(
        "总体要求",
        max_length=LONGEST_CHAPTER,
        blank=True,
        help_text="写在各项措施前面的话。",
    )

    class Meta:
        verbose_name = verbose_name_plural = "工作计划"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "year"],
                name="work_plan_year",
                violation_error_message="这个年度的计划已经有了。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}年政务公开工作计划"

    def get_absolute_url(self) -> str:
        return reverse("reports:plan", args=[self.year])


class MeasureQuerySet(TownshipQuerySet):
    def public(self, township: object) -> "MeasureQuerySet":
        """Measures of issued plans, and supplements that were issued: the one rule for every
        door."""
        return self.of(township).filter(issued_at__isnull=False)  # type: ignore[arg-type]


class Measure(Issued):
    """措施: one numbered task of a plan. Its number and `issued` words are given when it is issued
    and never change; in a plan that is public already it is a supplement, with the reason."""

    plan = models.ForeignKey(
        WorkPlan, on_delete=models.CASCADE, verbose_name="工作计划", related_name="measures"
    )
    chapter = models.CharField(
        "所属部分", max_length=40, help_text="同一部分的措施写一样的名称，公布时排在一起。"
    )
    position = models.PositiveSmallIntegerField("排序", default=100)
    title = models.CharField("措施", max_length=60)
    text = models.TextField("具体要求", max_length=2000)
    office = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        verbose_name="责任单位",
        null=True,
        blank=True,
        related_name="+",
    )
    due_on = models.DateField("完成时限", null=True, blank=True)

    entries = models.ManyToManyField(
        CatalogueEntry,
        verbose_name="看哪些公开事项",
        blank=True,
        related_name="+",
        help_text="这些事项本年公开了多少、按不按时、漏没漏，就是这项措施的进展。",
    )
    figures = models.CharField("看哪些数", max_length=600, blank=True)

    note = models.CharField(
        "补充原因", max_length=200, blank=True, help_text="计划公布以后补充的措施才填。"
    )
    replaces = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        verbose_name="代替原来的措施",
        null=True,
        blank=True,
        related_name="replaced_by",
        help_text="原来的措施要改的，在这里选它；原文保留，注明由本项代替。",
    )

    number = models.PositiveSmallIntegerField("序号", null=True, editable=False)

    objects = MeasureQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "计划的措施"
        ordering = ["plan", "number", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="measure_number"),
        ]

    def __str__(self) -> str:
        return f"{self.plan.year}年{self.title}"

    def get_absolute_url(self) -> str:
        return reverse("reports:measure", args=[self.plan.year, self.number])

    @property
    def figure_names(self) -> list[str]:
        return [name.strip() for name in self.figures.split("、") if name.strip()]
