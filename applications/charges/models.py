"""信息处理费 of one application, as it was computed and told."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models

from applications.cases.models import Application
from applications.fees.tiers import MOST_UNITS, Basis
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class Charge(TownshipOwned):
    """收费计算 (条例 art. 42, 国办函〔2020〕109号): by piece or by page, one row an application,
    so never both. `before` and `steps` are what was told; they don't change when others do."""

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, verbose_name="申请", related_name="charge"
    )
    basis = models.CharField("计收方式", max_length=8, choices=Basis.choices())
    count = models.PositiveIntegerField("件数或者页数", validators=[MaxValueValidator(MOST_UNITS)])
    before = models.PositiveIntegerField("本月此前累计")
    amount = models.DecimalField("金额（元）", max_digits=12, decimal_places=2)
    steps = models.JSONField("计算步骤", default=list)
    at = models.DateTimeField("计算时间")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name="计算人", related_name="+"
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "信息处理费"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.application.number}的信息处理费"
