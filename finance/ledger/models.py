from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models.functions import Abs
from django.db.models.lookups import LessThan
from django.urls import reverse

from disclosures.items.models import Disclosure
from finance.accounts.models import LARGE, NOTHING, Account, Subject
from finance.ledger.states import State
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class PeriodQuerySet(TownshipQuerySet):
    def public(self, township: Township) -> "PeriodQuerySet":
        """What residents may read; the one rule for every door."""
        return self.of(township).filter(state=State.PUBLISHED)


class EntryQuerySet(TownshipQuerySet):
    def public(self, township: Township) -> "EntryQuerySet":
        """Entries of published periods; the one rule for every door."""
        return self.of(township).filter(period__state=State.PUBLISHED)

    def told(self) -> "EntryQuerySet":
        """With all that a line of the books names."""
        named = ("period__village", "account", "subject", "resolution", "project", "levy")
        return self.select_related(*named, "reversed_by__period", "reverses__period")


class Period(TownshipOwned):
    """账期: a month or quarter of a village's books, from open to published.

    A published period is locked for good: its entries, balances and digest never change.
    """

    village = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name="村（社区）", related_name="periods"
    )
    first = models.DateField("起")
    last = models.DateField("止")
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.OPEN, editable=False
    )

    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="报账员",
        null=True,
        editable=False,
        related_name="+",
    )
    submitted_at = models.DateTimeField("提交时间", null=True, editable=False)
    checked_by_whom = models.CharField("审核人", max_length=60, blank=True, editable=False)
    checked_on = models.DateField("审核日期", null=True, editable=False)
    check_remark = models.CharField("审核意见", max_length=300, blank=True, editable=False)
    sent_back = models.CharField("退回意见", max_length=300, blank=True, editable=False)
    published_at = models.DateTimeField("公开时间", null=True, editable=False)
    large_from = models.DecimalField(
        "大额支出起点（元）",
        max_digits=12,
        decimal_places=2,
        default=LARGE,
        editable=False,
        help_text="开立账期时村里的规定，以后改了规定也不影响这一期。",
    )
    digest = models.CharField("摘要值", max_length=64, blank=True, editable=False)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "账期"
        ordering = ["village__position", "-first"]
        constraints = [
            models.UniqueConstraint(
                fields=["village", "first"],
                name="period_once",
                violation_error_message="这个村已有这一期。",
            ),
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")), name="period_forward"
            ),
        ]
        indexes = [
            # which villages have published what; what is late
            models.Index(fields=["township", "state", "first"], name="period_state"),
        ]

    def __str__(self) -> str:
        return f"{self.village.name}{self.name}"

    @property
    def name(self) -> str:
        """2026年3月, 2026年第1季度."""
        if self.last.month == self.first.month:
            return f"{self.first.year}年{self.first.month}月"
        return f"{self.first.year}年第{(self.first.month + 2) // 3}季度"

    @property
    def key(self) -> str:
        """In addresses: 2026-03, 2026-q1."""
        if self.last.month == self.first.month:
            return f"{self.first:%Y-%m}"
        return f"{self.first.year}-q{(self.first.month + 2) // 3}"

    @property
    def months(self) -> int:
        return self.last.month - self.first.month + 1

    @property
    def editable(self) -> bool:
        return self.state == State.OPEN

    def get_absolute_url(self) -> str:
        return reverse("finance:period", args=[self.village.slug, self.key])


class Balance(TownshipOwned):
    """账户余额: of one account in one period. Kept totals, written with the entries in the same
    transaction; the database itself holds opening + income − expense = closing."""

    period = models.ForeignKey(
        Period, on_delete=models.CASCADE, verbose_name="账期", related_name="balances"
    )
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, verbose_name="账户", related_name="balances"
    )
    opening = models.DecimalField("期初余额", max_digits=14, decimal_places=2)
    income = models.DecimalField("收入", max_digits=14, decimal_places=2, default=NOTHING)
    expense = models.DecimalField("支出", max_digits=14, decimal_places=2, default=NOTHING)
    closing = models.DecimalField("期末余额", max_digits=14, decimal_places=2)
    entries = models.PositiveIntegerField("笔数", default=0)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "账户余额"
        ordering = ["account__position", "account_id"]
        constraints = [
            models.UniqueConstraint(fields=["period", "account"], name="balance_once"),
            models.CheckConstraint(
                # SQLite keeps decimals as floating numbers: equal to the cent
                condition=LessThan(
                    Abs(
                        models.F("opening")
                        + models.F("income")
                        - models.F("expense")
                        - models.F("closing")
                    ),
                    models.Value(Decimal("0.005")),
                ),
                name="balance_proves",
                violation_error_message="期初加收入减支出不等于期末。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account}：{self.closing:,.2f} 元"


def _link(name: str) -> models.ForeignKey:
    """To an item of its own kind: the link outlives every version of the item."""
    return models.ForeignKey(
        Disclosure,
        on_delete=models.PROTECT,
        verbose_name=name,
        null=True,
        blank=True,
        related_name="+",
    )


class LedgerEntry(TownshipOwned):
    """收支明细: one receipt or payment. `amount` is positive; negative only where it takes an
    earlier entry back (红字冲销), which `reverses` names with the reason."""

    period = models.ForeignKey(
        Period, on_delete=models.PROTECT, verbose_name="账期", related_name="entries"
    )
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, verbose_name="账户", related_name="entries"
    )
    on = models.DateField("日期")
    voucher = models.CharField("凭证号", max_length=30, blank=True)
    direction = models.CharField("收支方向", max_length=8, choices=Subject.Direction)
    subject = models.ForeignKey(
        Subject, on_delete=models.PROTECT, verbose_name="科目", related_name="+"
    )
    purpose = models.CharField("用途", max_length=200)
    amount = models.DecimalField("金额（元）", max_digits=12, decimal_places=2)
    counterparty = models.CharField(
        "收（付）款方",
        max_length=80,
        blank=True,
        help_text="单位写全称；个人的姓名保存时只留姓氏（如“方某”）。",
    )
    handler = models.CharField("经手人", max_length=40, blank=True)
    remark = models.CharField("备注", max_length=200, blank=True)

    resolution = _link("依据的决议")
    project = _link("项目")
    levy = _link("筹资筹劳")

    reverses = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        verbose_name="冲销哪一笔",
        null=True,
        blank=True,
        editable=False,
        related_name="reversed_by",
    )
    reason = models.CharField("冲销原因", max_length=200, blank=True)
    large = models.BooleanField(
        "大额", default=False, editable=False, help_text="支出达到本期的大额支出起点。"
    )
    posted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="记账人",
        null=True,
        editable=False,
        related_name="+",
    )

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "收支明细"
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(amount=0),
                name="entry_amount",
                violation_error_message="金额不能是 0。",
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0) | ~models.Q(reason=""),
                name="entry_red_letters_explained",
                violation_error_message="红字冲销要写明原因。",
            ),
            models.CheckConstraint(
                condition=~models.Q(purpose=""),
                name="entry_purpose",
                violation_error_message="请写明用途。",
            ),
        ]
        indexes = [
            # a period's page, in the order of the books
            models.Index(fields=["period", "account", "on", "id"], name="entry_order"),
            # what was paid for a project, what a levy brought
            models.Index(fields=["project", "period"], name="entry_project"),
            models.Index(fields=["levy", "period"], name="entry_levy"),
            # large expenses of all villages
            models.Index(
                fields=["township", "-on", "-id"],
                condition=models.Q(large=True),
                name="entry_large",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d} {self.purpose} {self.amount:,.2f} 元"

    def get_absolute_url(self) -> str:
        period = self.period
        return reverse("finance:ledger-entry", args=[period.village.slug, period.key, self.pk])

    @property
    def signed(self) -> Decimal:
        """What it adds to the balance of its account."""
        return self.amount if self.direction == Subject.Direction.INCOME else -self.amount
