from django.db import models

from portal.core.workdays.days import DayKind


class HolidayNotice(models.Model):
    """放假通知: the State Council's yearly notice. A year without one is not known to the clock."""

    year = models.PositiveSmallIntegerField("年份", unique=True)
    title = models.CharField("通知名称", max_length=120)
    document_number = models.CharField("文号", max_length=60, blank=True)
    source_text = models.TextField("通知原文", blank=True)
    adopted_at = models.DateTimeField("采用时间", auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "节假日安排"
        ordering = ["-year"]

    def __str__(self) -> str:
        return f"{self.year}年：{self.title}"


class NoticeDay(models.Model):
    """通知所列日期: a day off, or a weekend day on which people work (调休上班)."""

    notice = models.ForeignKey(
        HolidayNotice, on_delete=models.CASCADE, verbose_name="通知", related_name="days"
    )
    on = models.DateField("日期", unique=True)
    kind = models.CharField("安排", max_length=8, choices=DayKind.choices())
    name = models.CharField("节日", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "放假与调休日"
        ordering = ["on"]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d} {self.name}{self.get_kind_display()}"
