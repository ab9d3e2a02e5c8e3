"""拟办稿: what an officer drafted and the head of the disclosure office has to agree to."""

from json import loads

from django.conf import settings
from django.db import models
from django.urls import reverse

from applications.cases.models import Application, RecordedEvent
from applications.procedure.events import EVENT_TYPES, Event
from applications.procedure.written import from_data
from applications.steps.querysets import DraftQuerySet
from portal.core.sealed.fields import SealedText
from portal.core.township.owned import TownshipOwned


class Draft(TownshipOwned):
    """拟办稿: an answer, an extension or a postponement with its letter (条例 arts. 33, 35).

    It waits until it is settled: agreed to, then it leads to the entry on record; or sent back.
    """

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, verbose_name="申请", related_name="drafts"
    )
    type = models.CharField(
        "事项", max_length=24, choices=[(kind.type, kind.label) for kind in EVENT_TYPES.values()]
    )
    data = SealedText("内容")
    remark = SealedText("说明", blank=True)
    letter_kind = models.CharField("文书种类", max_length=32, blank=True)
    addressee = SealedText("主送", blank=True)
    title = models.CharField("文书标题", max_length=100, blank=True)
    text = SealedText("文书正文", blank=True)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="起草人",
        related_name="+",
    )
    drafted_at = models.DateTimeField("起草时间")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="审核人",
        null=True,
        related_name="+",
    )
    settled_at = models.DateTimeField("审核时间", null=True)
    sent_back = SealedText("退回意见", blank=True)
    recorded = models.OneToOneField(
        RecordedEvent,
        on_delete=models.PROTECT,
        verbose_name="办理记录",
        null=True,
        related_name="draft",
    )

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "拟办稿"
        ordering = ["-pk"]
        constraints = [
            # two that wait at once would be two answers
            models.UniqueConstraint(
                fields=["application"],
                condition=models.Q(settled_at__isnull=True),
                name="one_draft_waits",
            )
        ]

    def __str__(self) -> str:
        return f"{self.application.number} {self.get_type_display()}"

    def get_absolute_url(self) -> str:
        return reverse("admin:applications_draft_change", args=[self.pk])

    @property
    def event(self) -> Event:
        return from_data(loads(self.data))

    @property
    def waits(self) -> bool:
        return self.settled_at is None

    @property
    def state_label(self) -> str:
        if self.waits:
            return "待签发"
        return "已签发" if self.recorded_id else "已退回"
