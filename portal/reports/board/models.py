import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned
from portal.reports.board.kinds import SheetKind
from portal.reports.board.papers import Paper, Turn
from portal.reports.board.querysets import BoardQuerySet, PhotoQuerySet, PostingQuerySet


def photo_path(record: "Board | PostingPhoto", name: str) -> str:
    """Where the bytes lie: never under the name the client gave."""
    return f"{record.township_id}/board/{uuid.uuid4().hex}"


class Board(TownshipOwned):
    """公开栏: a place where paper hangs, kept by the township's office or by a village."""

    name = models.CharField("公开栏", max_length=60, help_text="如：青禾村村务公开栏。")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        verbose_name="管理单位",
        related_name="boards",
        help_text="哪个单位、哪个村张贴和更换。",
    )
    address = models.CharField("在哪里", max_length=120, help_text="如：村委会大门东侧。")
    keeper = models.CharField(
        "管理人", max_length=40, blank=True, help_text="只供内部联系，网上不显示。"
    )
    photo = models.FileField("照片", upload_to=photo_path, blank=True, editable=False)
    media_type = models.CharField("照片格式", max_length=40, blank=True, editable=False)
    position = models.PositiveSmallIntegerField("排序", default=100)
    active = models.BooleanField("在用", default=True, help_text="拆除后取消勾选，张贴记录仍在。")

    objects = BoardQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "公开栏"
        ordering = ["position", "organisation__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "name"],
                name="board_name",
                violation_error_message="本镇已有这个名称的公开栏。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("reports:board", args=[self.pk])

    @property
    def photo_page(self) -> str:
        return reverse("reports:board-picture", args=[self.pk]) if self.photo else ""


class Posting(TownshipOwned):
    """张贴记录: one sheet on one board, from the day it was hung to the day it came down.

    `kind` and `key` name the record as the trail does; `title` is what stood on the paper.
    `version` tells whether the web has moved on since; `digest` is printed on the paper.
    """

    board = models.ForeignKey(
        Board, on_delete=models.PROTECT, verbose_name="公开栏", related_name="postings"
    )
    kind = models.CharField("张贴什么", max_length=8, choices=SheetKind)
    key = models.BigIntegerField("编号")
    title = models.CharField("标题", max_length=200)
    version = models.CharField("版次", max_length=40, blank=True)
    digest = models.CharField("摘要值", max_length=64)
    paper = models.CharField("纸张", max_length=4, choices=Paper, default=Paper.A4)
    turn = models.CharField("方向", max_length=10, choices=Turn, default=Turn.PORTRAIT)

    hung_on = models.DateField("张贴日期", default=clock.today)
    to_come_down_on = models.DateField("张贴到", null=True, blank=True)
    taken_down_on = models.DateField("取下日期", null=True, blank=True)
    hung_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="张贴人",
        null=True,
        related_name="+",
    )
    taken_down_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="取下人",
        null=True,
        related_name="+",
    )
    remark = models.CharField("说明", max_length=200, blank=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "张贴记录"
        ordering = ["-hung_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "kind", "key"],
                condition=Q(taken_down_on__isnull=True),
                name="posting_hangs_once",
                violation_error_message="这份材料已经挂在这个公开栏上。",
            ),
            models.CheckConstraint(
                condition=Q(taken_down_on__isnull=True) | Q(taken_down_on__gte=F("hung_on")),
                name="posting_down_after_up",
                violation_error_message="取下日期不能早于张贴日期。",
            ),
            models.CheckConstraint(
                condition=Q(to_come_down_on__isnull=True) | Q(to_come_down_on__gte=F("hung_on")),
                name="posting_until_after_up",
                violation_error_message="“张贴到”不能早于张贴日期。",
            ),
        ]
        indexes = [
            # the proof on a record's page
            models.Index(fields=["township", "kind", "key"], name="posting_subject"),
            # what must come down
            models.Index(
                fields=["township", "taken_down_on", "to_come_down_on"], name="posting_due"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board}：{self.title}"

    @property
    def hangs(self) -> bool:
        return self.taken_down_on is None

    @property
    def names_people(self) -> bool:
        """Its pictures may show names, so that nobody but staff ever sees them."""
        return self.kind == SheetKind.NAMES

    def days_over(self, on: date) -> int:
        """Days that it has hung too long; 0 on its last day and before."""
        if not self.hangs or self.to_come_down_on is None:
            return 0
        return max(0, (on - self.to_come_down_on).days)


class PostingPhoto(TownshipOwned):
    """张贴照片: proof that a sheet hung, written anew without place and phone."""

    class Shows(models.TextChoices):
        HUNG = "hung", "张贴后"
        DOWN = "down", "取下后"

    posting = models.ForeignKey(
        Posting, on_delete=models.PROTECT, verbose_name="张贴记录", related_name="photos"
    )
    uuid = models.UUIDField("编号", default=uuid.uuid4, unique=True, editable=False)
    shows = models.CharField("拍的是", max_length=6, choices=Shows, default=Shows.HUNG)
    file = models.FileField("照片", upload_to=photo_path)
    media_type = models.CharField("格式", max_length=40)
    kept_at = models.DateTimeField("上传时间", default=clock.now)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="上传人",
        null=True,
        related_name="+",
    )

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "张贴照片"
        ordering = ["kept_at", "pk"]

    def __str__(self) -> str:
        return f"{self.posting}（{self.get_shows_display()}）"

    def get_absolute_url(self) -> str:
        return reverse("reports:board-photo", args=[self.uuid])
