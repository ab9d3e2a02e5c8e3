from decimal import Decimal

from django.db import models

from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

NOTHING = Decimal("0.00")
# 大额支出: thresholds of 2,000 to 50,000 yuan are seen; a township sets its own
LARGE = Decimal("5000.00")


class Account(TownshipOwned):
    """账户: where a village's money lies: bank, cash, or a fund kept apart (一事一议)."""

    class Kind(models.TextChoices):
        BANK = "bank", "银行存款"
        CASH = "cash", "库存现金"
        FUND = "fund", "专项资金"

    village = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name="村（社区）", related_name="accounts"
    )
    name = models.CharField("账户", max_length=40)
    kind = models.CharField("种类", max_length=8, choices=Kind, default=Kind.BANK)
    opened_on = models.DateField("启用日期")
    opening = models.DecimalField(
        "启用时余额（元）", max_digits=14, decimal_places=2, default=NOTHING
    )
    position = models.PositiveSmallIntegerField("排序", default=100)
    active = models.BooleanField("在用", default=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "村级账户"
        ordering = ["village__position", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["village", "name"],
                name="account_name",
                violation_error_message="这个村已有同名账户。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.village.name}{self.name}"


class Subject(TownshipOwned):
    """科目: what an income or expense is for (农村集体经济组织会计制度, 财政部 2023).

    Receipts that are no income (一事一议, 捐赠, 征地补偿) are shown apart.
    """

    class Direction(models.TextChoices):
        INCOME = "income", "收入"
        EXPENSE = "expense", "支出"

    name = models.CharField("科目", max_length=40)
    direction = models.CharField("收支方向", max_length=8, choices=Direction)
    aliases = models.CharField("别名", max_length=200, blank=True, help_text="用顿号分隔。")
    apart = models.BooleanField(
        "不计入收入", default=False, help_text="一事一议、捐赠、征地补偿等，单独列示。"
    )
    position = models.PositiveSmallIntegerField("排序", default=100)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "收支科目"
        ordering = ["direction", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "name"],
                name="subject_name",
                violation_error_message="本镇已有这个科目。",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def names(self) -> list[str]:
        return [self.name, *(alias for alias in self.aliases.split("、") if alias)]


class BookRules(TownshipOwned):
    """记账规则: of one village, or (without a village) of all that have none of their own."""

    class Cycle(models.TextChoices):
        MONTH = "month", "每月"
        QUARTER = "quarter", "每季度"

    village = models.OneToOneField(
        Organisation,
        on_delete=models.CASCADE,
        verbose_name="村（社区）",
        null=True,
        blank=True,
        related_name="book_rules",
        help_text="不填则是全镇的规则。",
    )
    cycle = models.CharField("公开周期", max_length=8, choices=Cycle, default=Cycle.MONTH)
    due_day = models.PositiveSmallIntegerField("周期后第几日前公开", default=20)
    large_expense = models.DecimalField(
        "大额支出起点（元）",
        max_digits=12,
        decimal_places=2,
        default=LARGE,
        help_text="达到这个数的支出要先经村民代表会议讨论决定。",
    )
    checked_by = models.CharField(
        "审核机构", max_length=40, default="村务监督委员会", help_text="或村集体监事会。"
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "村级记账规则"
        constraints = [
            models.UniqueConstraint(
                fields=["township"],
                condition=models.Q(village__isnull=True),
                name="one_general_rule",
                violation_error_message="全镇的规则只有一份。",
            ),
            models.CheckConstraint(
                condition=models.Q(large_expense__gt=0),
                name="large_expense_positive",
                violation_error_message="大额支出起点要大于 0。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.village.name if self.village else '全镇'}记账规则"


def rules_for(village: Organisation) -> BookRules:
    """The village's own rules, else the township's, else the usual ones (not saved)."""
    found = BookRules.objects.of(village.township)
    return (
        found.filter(village=village).first()
        or found.filter(village__isnull=True).first()
        or BookRules(township=village.township)
    )
