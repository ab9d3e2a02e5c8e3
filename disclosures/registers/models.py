from calendar import monthrange
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from disclosures.registers.credit_code import is_credit_code
from disclosures.registers.kinds import BY_SLUG, CHOICES, Register
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

# the end of an entry that has none
FOREVER = date(9999, 12, 31)


class RegisterQuerySet(TownshipQuerySet):
    def public(self, township: Township, on: date) -> "RegisterQuerySet":
        """Entries listed and not yet over on the day `on`, the newest first. Past entries are not
        public; no job is needed for that."""
        listed = self.of(township).filter(listed_on__lte=on, removal_on__gt=on)
        return listed.filter(Q(removed_on__isnull=True) | Q(removed_on__gt=on)).order_by(
            "-listed_on", "-pk"
        )

    def to_remove(self, on: date) -> "RegisterQuerySet":
        """Over, and the end not recorded yet."""
        return self.filter(listed_on__isnull=False, removal_on__lte=on, removed_on__isnull=True)


def credit_code_fits(code: str) -> None:
    if not is_credit_code(code):
        raise ValidationError("统一社会信用代码位数或校验位不对，请核对营业执照。")


class RegisterEntry(TownshipOwned):
    """名录条目: a firm, what it did, what was decided. Listed by another than the one who wrote
    it, and unchanged from then on. `removal_on` is a copy of what its register's period gives."""

    register = models.CharField("名录", max_length=24, choices=CHOICES)
    firm = models.CharField("单位名称", max_length=100)
    credit_code = models.CharField("统一社会信用代码", max_length=18, validators=[credit_code_fits])
    responsible = models.CharField("负责人姓名", max_length=40, blank=True)
    facts = models.TextField("事实或检查情况", max_length=1000)
    decision = models.CharField("决定或结果", max_length=300)
    decision_number = models.CharField("决定书文号", max_length=60, blank=True)
    decided_by = models.CharField("作出决定的机关", max_length=60)
    decided_on = models.DateField("决定（检查）日期")
    issuer = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name="公开机构", related_name="+"
    )

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="录入人",
        null=True,
        editable=False,
        related_name="+",
    )
    listed_on = models.DateField("列入日期", null=True, editable=False)
    removal_on = models.DateField("移出日期", null=True, editable=False)
    removed_on = models.DateField("移出记录日期", null=True, editable=False)

    objects = RegisterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "名录条目"
        ordering = ["-listed_on", "-pk"]
        indexes = [
            # a register's page, and what has to be removed
            models.Index(fields=["township", "register", "removal_on"], name="register_public"),
        ]

    def __str__(self) -> str:
        return f"{self.get_register_display()}：{self.firm}"

    def get_absolute_url(self) -> str:
        return reverse("disclosures:register-entry", args=[self.register, self.pk])

    @property
    def kind(self) -> Register:
        return BY_SLUG[self.register]

    def standing(self, on: date) -> str:
        """草稿, 公开中 or 已移出 on the day `on`."""
        if self.listed_on is None or self.removal_on is None:
            return "草稿"
        over = self.removal_on <= on or (self.removed_on is not None and self.removed_on <= on)
        return "已移出" if over else "公开中"

    @property
    def repair_from(self) -> date | None:
        """From when repair may be asked for; None where there is none."""
        if not self.kind.repair_after or self.listed_on is None:
            return None
        return months_after(self.listed_on, self.kind.repair_after)


class RegisterStep(TownshipOwned):
    """名录变动: listed, repair asked for, repair decided, removed; only ever added."""

    class Kind(models.TextChoices):
        LISTED = "listed", "列入"
        REPAIR_ASKED = "repair-asked", "申请信用修复"
        REPAIR_GRANTED = "repair-granted", "准予信用修复"
        REPAIR_REFUSED = "repair-refused", "不予信用修复"
        REMOVED = "removed", "移出"

    entry = models.ForeignKey(
        RegisterEntry, on_delete=models.CASCADE, verbose_name="条目", related_name="steps"
    )
    kind = models.CharField("变动", max_length=16, choices=Kind)
    on = models.DateField("日期")
    text = models.CharField("说明", max_length=300, blank=True)
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
        verbose_name = verbose_name_plural = "名录变动"
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on}"


def months_after(start: date, months: int) -> date:
    """The same day `months` later, or that month's last."""
    place = start.year * 12 + start.month - 1 + months
    year, month = place // 12, place % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
