import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse

from finance.ledger.models import LedgerEntry
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


def voucher_path(voucher: "Voucher", name: str) -> str:
    """Where the bytes lie: never under the name the client gave."""
    return f"{voucher.township_id}/vouchers/{uuid.uuid4().hex}"


class Voucher(TownshipOwned):
    """凭证: a checked picture or PDF of an entry, public with the period of its entry."""

    entry = models.ForeignKey(
        LedgerEntry, on_delete=models.CASCADE, verbose_name="收支明细", related_name="vouchers"
    )
    name = models.CharField("文件名", max_length=150)
    file = models.FileField("文件", upload_to=voucher_path, editable=False)
    media_type = models.CharField("内容类型", max_length=100, editable=False)
    size = models.PositiveBigIntegerField("大小（字节）", editable=False)
    sha256 = models.CharField("摘要值", max_length=64, editable=False)
    looked_through_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="查看人",
        editable=False,
        related_name="+",
        help_text="谁确认了图片上没有身份证号、银行卡号等个人信息。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "凭证"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        return self.media_type.startswith("image/")

    def get_absolute_url(self) -> str:
        return reverse("finance:voucher", args=[self.pk, self.name])
