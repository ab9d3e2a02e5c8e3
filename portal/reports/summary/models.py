"""政务公开工作总结: the year's work in words whose every number is a field, the problems, and what
is to become better."""

from django.db import models
from django.urls import reverse

from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet
from portal.reports.papers.models import LONGEST_CHAPTER, Paper
from portal.reports.plan.models import Measure

NUMBERS = "数写成【名称】，会跟着记录变，公布时定下来。"


class WorkSummary(Paper):
    """工作总结. Its texts keep figures by name; what was issued holds the value of each, and the
    digest of the records that it counted."""

    opening = models.TextField(
        "总的情况", max_length=LONGEST_CHAPTER, blank=True, help_text=NUMBERS
    )
    done = models.TextField(
        "一、主要工作", max_length=LONGEST_CHAPTER, blank=True, help_text=NUMBERS
    )

    class Meta:
        verbose_name = verbose_name_plural = "工作总结"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "year"],
                name="work_summary_year",
                violation_error_message="这个年度的总结已经有了。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}年政务公开工作总结"

    def get_absolute_url(self) -> str:
        return reverse("reports:summary", args=[self.year])


class Problem(TownshipOwned):
    """存在的问题和改进: `measure` is what it became in the next year's plan."""

    summary = models.ForeignKey(
        WorkSummary, on_delete=models.CASCADE, verbose_name="工作总结", related_name="problems"
    )
    text = models.TextField("存在的问题", max_length=500)
    improvement = models.TextField("下一步怎样改进", max_length=1000, blank=True)
    office = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        verbose_name="责任单位",
        null=True,
        blank=True,
        related_name="+",
    )
    position = models.PositiveSmallIntegerField("排序", default=100)
    measure = models.ForeignKey(
        Measure,
        on_delete=models.SET_NULL,
        verbose_name="列入下年计划的措施",
        null=True,
        editable=False,
        related_name="carried_from",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "存在的问题和改进"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text[:40]
