from django.db import models

from portal.core.township.owned import TownshipOwned, TownshipQuerySet
from portal.reports.inspection.indicators import Finding, Indicator


class RiskyWord(TownshipOwned):
    """错敏词: words that must not stand on the site, or only with care; staff keep the list."""

    word = models.CharField("表述", max_length=40)
    instead = models.CharField("应当写作", max_length=60, blank=True)
    why = models.CharField("说明", max_length=120, blank=True)
    active = models.BooleanField("在用", default=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "错敏词"
        ordering = ["word"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "word"],
                name="risky_word",
                violation_error_message="词表里已有这个表述。",
            )
        ]

    def __str__(self) -> str:
        return self.word


class Inspection(TownshipOwned):
    """自查记录: what one inspection found. Never changed; the next one shows what was mended."""

    at = models.DateTimeField("自查时间")
    points = models.PositiveSmallIntegerField("得分")
    failed = models.JSONField("单项否决", default=list)
    findings = models.JSONField("问题", default=list)
    pages = models.PositiveIntegerField("检查网页", default=0)
    links = models.PositiveIntegerField("检查链接", default=0)
    unchecked = models.JSONField("没有检查的", default=list)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "自查记录"
        ordering = ["-at", "-pk"]
        indexes = [
            # the score over time
            models.Index(fields=["township", "-at"], name="inspection_latest")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.points} 分"

    @property
    def found(self) -> list[Finding]:
        return [
            Finding(Indicator(one["indicator"]), **{k: one[k] for k in KEPT})
            for one in self.findings
        ]

    @property
    def failed_indicators(self) -> list[Indicator]:
        return [Indicator(one) for one in self.failed]


KEPT = ("where", "address", "what", "cure")
