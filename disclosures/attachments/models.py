import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse

from disclosures.items.models import Edition
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


def attachment_path(attachment: "Attachment", name: str) -> str:
    """Where the bytes lie: never under the name the client gave."""
    return f"{attachment.township_id}/attachments/{uuid.uuid4().hex}"


def image_path(image: "BodyImage", name: str) -> str:
    return f"{image.township_id}/images/{image.key.hex}"


class Attachment(TownshipOwned):
    """附件: a checked file of an edition. A later edition keeps it by a row of its own."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="attachments"
    )
    name = models.CharField("文件名", max_length=150)
    file = models.FileField("文件", upload_to=attachment_path, editable=False)
    extension = models.CharField("格式", max_length=8, editable=False)
    media_type = models.CharField("内容类型", max_length=100, editable=False)
    size = models.PositiveBigIntegerField("大小（字节）", editable=False)
    sha256 = models.CharField("摘要值", max_length=64, editable=False)
    scan = models.JSONField("个人信息检查", default=dict, editable=False)
    position = models.PositiveSmallIntegerField("排序", default=0)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "附件"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("disclosures:attachment", args=[self.pk, self.name])

    @property
    def findings(self) -> list[dict]:
        return self.scan.get("findings", [])

    @property
    def unreadable(self) -> list[str]:
        return self.scan.get("unreadable", [])


class BodyImage(TownshipOwned):
    """正文图片: re-encoded and stripped; public only while an edition that shows it is."""

    key = models.UUIDField("编号", default=uuid.uuid4, unique=True, editable=False)
    file = models.FileField("文件", upload_to=image_path)
    media_type = models.CharField("内容类型", max_length=40)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="上传人",
        null=True,
        related_name="+",
    )
    editions = models.ManyToManyField(
        Edition, verbose_name="用于稿件", related_name="images", editable=False
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "正文图片"

    def __str__(self) -> str:
        return self.key.hex

    def get_absolute_url(self) -> str:
        return reverse("disclosures:image", args=[self.key])
