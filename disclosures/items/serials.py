"""Index numbers (索引号): credit code of the body / year and month - five-digit serial.

The counter row is locked until the publication commits, so numbers are unique and without gaps
however many people publish at once.
"""

from datetime import date
from typing import Any

from django.db import models

from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class IndexSerial(TownshipOwned):
    """索引号流水: the last serial given under one code in one month."""

    code = models.CharField("信用代码", max_length=18)
    month = models.CharField("年月", max_length=6)
    last = models.PositiveIntegerField("最后流水号", default=0)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "索引号流水"
        constraints = [
            models.UniqueConstraint(fields=["township", "code", "month"], name="serial_month")
        ]

    def __str__(self) -> str:
        return f"{self.code}/{self.month}-{self.last:05d}"


def next_index_number(issuer: Organisation, on: date) -> str:
    """The next number of `issuer` in the month of `on`. Call inside the publishing transaction."""
    code = issuer.credit_code or issuer.township.credit_code
    key: dict[str, Any] = {"township": issuer.township, "code": code, "month": f"{on:%Y%m}"}
    IndexSerial.objects.get_or_create(**key)
    serial = IndexSerial.objects.select_for_update().get(**key)
    serial.last += 1
    serial.save(update_fields=["last"])
    return str(serial)
