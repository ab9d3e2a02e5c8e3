"""What is kept while somebody fills in the form, and how many found what they looked for."""

import uuid

from django.db import models

from applications.cases.models import CaseFile
from portal.core.sealed.fields import SealedFile
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


def draft_file_path(file: "DraftFile", name: str) -> str:
    return f"{file.township_id}/drafts/{uuid.uuid4().hex}"


class DraftFile(TownshipOwned):
    """A paper that came with a form still to be put right: sealed, and gone after two hours.
    `token` is known to the browser's session alone."""

    token = models.CharField("草稿", max_length=64, db_index=True)
    kind = models.CharField("种类", max_length=16, choices=CaseFile.Kind)
    name = models.CharField("文件名", max_length=150)
    file = SealedFile("文件", upload_to=draft_file_path, editable=False)
    size = models.PositiveBigIntegerField("大小（字节）")
    at = models.DateTimeField("收存时间", db_index=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "草稿附件"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class FoundWithoutApplying(TownshipOwned):
    """申请前已找到: how many a day needed no application. Of whom nothing is known."""

    on = models.DateField("日期")
    count = models.PositiveIntegerField("人次", default=0)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "申请前已找到"
        ordering = ["-on"]
        constraints = [
            models.UniqueConstraint(fields=["township", "on"], name="found_without_applying_day")
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.count}人次"
