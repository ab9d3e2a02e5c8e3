"""政府信息公开工作年度报告 (条例 art. 50): its words, what staff put in place of a count, and what
was issued."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from portal.core.township.owned import TownshipOwned, TownshipQuerySet
from portal.reports.annual.lines import Table, places
from portal.reports.papers.models import LONGEST_CHAPTER, Paper


class AnnualReport(Paper):
    """年度报告. Until it is issued its figures follow the records."""

    by_hand = models.BooleanField(
        "数据全部手工填",
        default=False,
        help_text="本系统启用以前的年度勾选：不从系统里数，表里的数自己填，同样核对。",
    )
    overview = models.TextField("一、总体情况", max_length=LONGEST_CHAPTER, blank=True)
    problems = models.TextField(
        "五、存在的主要问题及改进情况", max_length=LONGEST_CHAPTER, blank=True
    )
    others = models.TextField("六、其他需要报告的事项", max_length=LONGEST_CHAPTER, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "年度报告"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "year"],
                name="annual_report_year",
                violation_error_message="这个年度的报告已经有了。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}年政府信息公开工作年度报告"

    def get_absolute_url(self) -> str:
        return reverse("reports:annual", args=[self.year])


class CellOverride(TownshipOwned):
    """手工填的数: stands in place of what the system counted, which stays beside it."""

    report = models.ForeignKey(
        AnnualReport, on_delete=models.CASCADE, verbose_name="年度报告", related_name="overrides"
    )
    table = models.CharField("表", max_length=10, choices=[(one.value, one.label) for one in Table])
    line = models.CharField("行", max_length=30)
    column = models.CharField("列", max_length=20)
    value = models.DecimalField("数", max_digits=14, decimal_places=2)
    reason = models.CharField("原因", max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name="填写人", related_name="+"
    )
    at = models.DateTimeField("填写时间")

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "手工填的数"
        constraints = [
            models.UniqueConstraint(
                fields=["report", "table", "line", "column"], name="annual_report_cell"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_table_display()} {self.line} {self.column}：{self.value}"


class LineWording(TownshipOwned):
    """表三用语: how the year's form prints a line, where its authority changed the words."""

    line = models.CharField("哪一行", max_length=30, choices=places())
    words = models.CharField("改为", max_length=100, help_text="只写文字，行号由系统加。")

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "年度报告表三用语"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "line"],
                name="one_wording_of_a_line",
                violation_error_message="这一行的用语已经改过，请打开原来那条修改。",
            )
        ]

    def __str__(self) -> str:
        return self.words


class ReportRules(TownshipOwned):
    """年度报告设置."""

    due_month = models.PositiveSmallIntegerField(
        "公布期限（月）", default=1, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    due_day = models.PositiveSmallIntegerField(
        "公布期限（日）",
        default=31,
        validators=[MinValueValidator(1), MaxValueValidator(31)],
        help_text="第二年的这一天以前公布。当月没有这一天的，按月底。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "年度报告设置"
        constraints = [models.UniqueConstraint(fields=["township"], name="one_set_of_report_rules")]

    def __str__(self) -> str:
        return "年度报告设置"
