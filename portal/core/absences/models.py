from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from portal.core.absences.problems import problems_of
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class AbsenceQuerySet(TownshipQuerySet):
    def covering(self, on: date) -> "AbsenceQuerySet":
        return self.filter(first_day__lte=on, last_day__gte=on)


class Absence(TownshipOwned):
    """不在岗: somebody is away from one day to another, and who does their work meanwhile."""

    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="谁不在岗",
        related_name="absences",
    )
    first_day = models.DateField("从哪天起")
    last_day = models.DateField("到哪天止", help_text="这一天也不在岗。")
    stand_in = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="谁来接手",
        null=True,
        blank=True,
        related_name="+",
        help_text="要有办理同样事情的角色。没有合适的不选，由政务公开机构负责人接手。",
    )
    remark = models.CharField(
        "说明", max_length=100, blank=True, help_text="同事能看到，不写病情等私事。"
    )

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "不在岗与接手"
        ordering = ["-first_day", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="absence_ends_after_it_begins",
                violation_error_message="结束的日期早于开始的日期，请核对。",
            ),
            models.CheckConstraint(
                condition=~Q(stand_in=F("staff")),
                name="absence_has_another_stand_in",
                violation_error_message="不能由自己接手，请选别人。",
            ),
        ]
        indexes = [
            # who is away today
            models.Index(fields=["township", "last_day"], name="absence_running")
        ]

    def __str__(self) -> str:
        return f"{self.staff} {self.first_day} 至 {self.last_day}"

    def clean(self) -> None:
        if problems := problems_of(self):
            raise ValidationError(problems)

    def save(self, *args: Any, **kwargs: Any) -> None:
        people = [one for one in (self.staff, self.stand_in) if one is not None]
        if any(person.township_id != self.township_id for person in people):
            raise ValidationError("只能选本镇的工作人员。")
        super().save(*args, **kwargs)
