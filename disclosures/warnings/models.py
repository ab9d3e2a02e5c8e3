from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse

from disclosures.warnings.levels import Hazard, Level
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

SEVEREST_FIRST = Case(*(When(level=level, then=Value(level.rank)) for level in Level))


class WarningQuerySet(TownshipQuerySet):
    def public(self, township: Township, at: datetime) -> "WarningQuerySet":
        """Issued warnings of `township` that anyone may read, the newest first: those in force,
        those to come and the archive."""
        issued = self.of(township).filter(issued_at__lte=at, withdrawn_at__isnull=True)
        return issued.select_related("issuer").order_by("-starts_at", "-pk")

    def in_force(self, at: datetime) -> "WarningQuerySet":
        """Those that hold at the moment `at`, the most severe first. No job is needed for it."""
        running = self.filter(starts_at__lte=at, ends_at__gt=at)
        running = running.filter(Q(lifted_at__isnull=True) | Q(lifted_at__gt=at))
        return running.order_by(SEVEREST_FIRST, "-starts_at", "-pk")

    def to_come(self, at: datetime) -> "WarningQuerySet":
        return self.filter(starts_at__gt=at, lifted_at__isnull=True)

    def over(self, at: datetime) -> "WarningQuerySet":
        return self.filter(Q(ends_at__lte=at) | Q(lifted_at__lte=at))

    def drafts(self) -> "WarningQuerySet":
        return self.filter(issued_at__isnull=True)


class EmergencyWarning(TownshipOwned):
    """预警: level, area and what to do, from a start to an end; its times say where it stands.

    `level` and `ends_at` are copies of what the latest update says; the moves write them. Once
    issued, its words never change: updates are added.
    """

    title = models.CharField("标题", max_length=100, help_text="如：寒潮蓝色预警。")
    hazard = models.CharField("灾害种类", max_length=12, choices=Hazard)
    level = models.CharField("等级", max_length=8, choices=Level)
    area = models.CharField("影响范围", max_length=120, default="全镇")
    villages = models.ManyToManyField(
        Organisation,
        verbose_name="影响的村（社区）",
        blank=True,
        related_name="+",
        help_text="不选就是全镇。",
    )
    situation = models.TextField("情况", max_length=1000)
    advice = models.TextField("应当怎样做", max_length=1000, help_text="一行一条，用大白话写。")
    phone = models.CharField("值班电话", max_length=40, blank=True)

    issuer = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name="发布机构", related_name="+"
    )
    source = models.CharField(
        "来源", max_length=80, blank=True, help_text="上级部门发布的，写明哪个部门。"
    )
    starts_at = models.DateTimeField("开始时间", default=clock.now)
    ends_at = models.DateTimeField("预计结束时间")

    issued_at = models.DateTimeField("发布时间", null=True, editable=False)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="发布人",
        null=True,
        editable=False,
        related_name="+",
    )
    lifted_at = models.DateTimeField("解除时间", null=True, editable=False)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, editable=False)
    withdrawal_reason = models.CharField("撤回原因", max_length=300, blank=True, editable=False)

    objects = WarningQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "预警"
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")),
                name="warning_ends_after_start",
                violation_error_message="结束时间要在开始时间之后。",
            )
        ]
        indexes = [
            # on every page: what is in force now
            models.Index(fields=["township", "ends_at"], name="warning_in_force"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("disclosures:warning", args=[self.pk])

    @property
    def ended_at(self) -> datetime:
        """When it ended or will end."""
        return min(self.lifted_at, self.ends_at) if self.lifted_at else self.ends_at

    def standing(self, at: datetime) -> str:
        """草稿, 已撤回, 未开始, 生效中 or 已解除 at the moment `at`; computed, never stored."""
        if self.issued_at is None:
            return "草稿"
        if self.withdrawn_at:
            return "已撤回"
        if self.ended_at <= at:
            return "已解除"
        return "生效中" if self.starts_at <= at else "未开始"

    @property
    def steps(self) -> list[str]:
        """What to do, one line each."""
        return [line.strip() for line in self.advice.splitlines() if line.strip()]

    def texts(self) -> Iterable[tuple[str, str]]:
        """Its words with the names of their places."""
        return (
            ("标题", self.title),
            ("影响范围", self.area),
            ("情况", self.situation),
            ("应当怎样做", self.advice),
        )


class WarningUpdate(TownshipOwned):
    """预警续发: what changed after a warning was issued; only ever added."""

    class Kind(models.TextChoices):
        ISSUED = "issued", "发布"
        RAISED = "raised", "升级"
        LOWERED = "lowered", "降级"
        EXTENDED = "extended", "延长"
        ADDED = "added", "补充"
        LIFTED = "lifted", "解除"

    warning = models.ForeignKey(
        EmergencyWarning, on_delete=models.CASCADE, verbose_name="预警", related_name="updates"
    )
    kind = models.CharField("变化", max_length=10, choices=Kind)
    at = models.DateTimeField("时间")
    level = models.CharField("等级", max_length=8, choices=Level)
    ends_at = models.DateTimeField("预计结束时间")
    text = models.TextField("说明", max_length=1000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="办理人",
        null=True,
        editable=False,
        related_name="+",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "预警续发"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.warning.title}"
