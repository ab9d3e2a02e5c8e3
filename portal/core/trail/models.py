from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class TrailEntry(TownshipOwned):
    """留痕记录: who did what to which record, when and why. Append-only."""

    at = models.DateTimeField("时间")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="办理人",
        null=True,
        related_name="+",
        help_text="空白表示由系统按时办理。",
    )
    act = models.CharField("动作", max_length=60)
    subject_kind = models.CharField("对象类型", max_length=60)
    subject_key = models.BigIntegerField("对象编号")
    subject_name = models.CharField("对象", max_length=200)
    remark = models.TextField("说明", blank=True)
    detail = models.JSONField("细节", default=dict, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "留痕记录"
        ordering = ["-at", "-pk"]
        indexes = [
            # the history of one record
            models.Index(fields=["subject_kind", "subject_key", "at"], name="trail_subject"),
            # the township's trail, newest first
            models.Index(fields=["township", "-at"], name="trail_recent"),
        ]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.at):%Y-%m-%d %H:%M} {self.act} {self.subject_name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError("A trail entry is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("A trail entry is never deleted.")
