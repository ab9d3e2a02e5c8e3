"""公开文件的核查: from the original to the copy that the applicant gets."""

from json import dumps, loads
from typing import Any

from django.conf import settings
from django.db import models

from applications.cases.models import Application, CaseFile
from applications.release.querysets import ReleaseQuerySet
from portal.core.sealed.fields import SealedText
from portal.core.township.owned import TownshipOwned


class Release(TownshipOwned):
    """One file on its way out: the original, which never leaves, the copy made clean, what was
    found in it, and who looked a second time (条例 arts. 14, 15, 37)."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, verbose_name="申请", related_name="releases"
    )
    source = models.OneToOneField(
        CaseFile, on_delete=models.CASCADE, verbose_name="原件", related_name="+"
    )
    copy = models.OneToOneField(
        CaseFile, on_delete=models.SET_NULL, verbose_name="公开副本", null=True, related_name="+"
    )
    found = SealedText("检查结果")
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name="制作人", related_name="+"
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="复核人",
        null=True,
        related_name="+",
    )
    confirmed_at = models.DateTimeField("复核时间", null=True)
    reason = SealedText("理由", blank=True)
    dropped_at = models.DateTimeField("作废或者收回的时间", null=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "公开文件核查"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.application.number}的公开文件"

    def tell(self, **found: Any) -> None:
        """Keep what was found: `findings`, `unchecked`, `removed`, `original`, `refusal`."""
        self.found = dumps(found, ensure_ascii=False)

    def _told(self, key: str) -> list[str]:
        return list(loads(self.found).get(key, []))

    @property
    def findings(self) -> list[str]:
        """Personal numbers that stay in the copy, by place."""
        return self._told("findings")

    @property
    def unchecked(self) -> list[str]:
        """What only a person can look through."""
        return self._told("unchecked")

    @property
    def removed(self) -> list[str]:
        return self._told("removed")

    @property
    def original(self) -> list[str]:
        """Personal numbers in the original, hidden corners included."""
        return self._told("original")

    @property
    def refusal(self) -> str:
        """Why no copy could be made; "" where there is one."""
        return "".join(self._told("refusal"))

    @property
    def state_label(self) -> str:
        if self.dropped_at:
            return "已收回" if self.confirmed_at else "已作废"
        if self.copy is None:
            return "没有做成副本，请修改原件后重新上传"
        if self.confirmed_at is None:
            return "等待复核"
        return "申请人可以下载" if self.copy.shared else "已复核，作出答复后交给申请人"
