from django.db import models

from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class ErrorReport(TownshipOwned):
    """纠错留言: a resident points out a mistake on a page; an office deals with it."""

    page = models.CharField("页面", max_length=300)
    message = models.TextField("错在哪里", max_length=1000)
    contact = models.CharField("联系方式", max_length=100, blank=True)
    received_at = models.DateTimeField("收到时间", auto_now_add=True)

    assigned_to = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        verbose_name="承办机构",
        null=True,
        blank=True,
        related_name="+",
    )
    outcome = models.TextField("处理结果", blank=True)
    closed_at = models.DateTimeField("办结时间", null=True, editable=False)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "群众纠错"
        ordering = ["closed_at", "-received_at"]

    def __str__(self) -> str:
        return self.message[:30]
