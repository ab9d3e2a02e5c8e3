from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from applications.decisions.remedies import Bodies
from applications.procedure.limits import OwnLimits
from portal.core.township.models import Township
from portal.core.township.owned import TownshipOwned, TownshipQuerySet
from portal.core.workdays.limits import Limit

DAYS = [MinValueValidator(1), MaxValueValidator(15)]


class ApplicationRules(TownshipOwned):
    """依申请公开设置: what the law leaves to the township, and whom its letters name."""

    receipt_check_days = models.PositiveSmallIntegerField(
        "核对登记（工作日）",
        default=2,
        validators=DAYS,
        help_text="收到申请后几个工作日内核对登记。",
    )
    office_answer_days = models.PositiveSmallIntegerField(
        "站所会商（工作日）", default=5, validators=DAYS, help_text="站所应在几个工作日内答复。"
    )
    approval_days = models.PositiveSmallIntegerField(
        "留给审核签发（工作日）", default=3, validators=DAYS, help_text="答复期限前几个工作日拟好。"
    )
    online = models.BooleanField(
        "网上受理",
        default=False,
        help_text="有人天天看才打开；不打开的，网页上请人到窗口、邮寄或传真。",
    )
    short_name = models.CharField(
        "发文代字", max_length=20, blank=True, help_text="如“青政依申”。空白的，用本镇简称。"
    )
    review_body = models.CharField("行政复议机关", max_length=80, blank=True)
    review_body_address = models.CharField("行政复议机关地址、电话", max_length=160, blank=True)
    court = models.CharField("有管辖权的法院", max_length=80, blank=True)
    payment = models.TextField(
        "缴费方式", max_length=500, blank=True, help_text="写清到哪里缴、收款户名和账号。"
    )
    complaint_office = models.CharField("监督投诉机构", max_length=80, blank=True)
    complaint_phone = models.CharField("监督投诉电话", max_length=40, blank=True)
    keep_years = models.PositiveSmallIntegerField(
        "个人信息保存（年）",
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(30)],
        help_text="办结、救济期满后几年，隐去申请人的个人信息，只留统计。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "依申请公开设置"
        constraints = [
            models.UniqueConstraint(fields=["township"], name="one_set_of_application_rules")
        ]

    def __str__(self) -> str:
        return "依申请公开设置"

    @property
    def own_limits(self) -> OwnLimits:
        return OwnLimits(
            Limit(self.receipt_check_days),
            Limit(self.office_answer_days),
            Limit(self.approval_days),
        )

    @property
    def bodies(self) -> Bodies:
        """Whom a decision names; the usual ones where staff left them blank."""
        county = self.township.county
        return Bodies(self.review_body or f"{county}人民政府", self.court or f"{county}人民法院")


def rules_of(township: Township) -> ApplicationRules:
    """The township's own, or the defaults, unsaved."""
    found = ApplicationRules.objects.of(township).select_related("township").first()
    return found or ApplicationRules(township=township)
