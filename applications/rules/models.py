from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from applications.decisions.remedies import CLAUSES, Bodies, Route, clause_problems
from applications.procedure.limits import OwnLimits
from portal.core.township.models import Township
from portal.core.township.owned import TownshipOwned, TownshipQuerySet
from portal.core.workdays.limits import Limit

CLAUSE_HELP = (
    "空白的用系统的文字（灰字）。可以换成本镇的话，写上【复议机关】【法院】【复议期限】【起诉期限】，"
    "由系统写入；期限是法律规定的，不能自己写。"
)
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
    review_first_clause = models.TextField(
        "救济告知（应当先复议的决定）",
        max_length=500,
        blank=True,
        help_text=CLAUSE_HELP,
    )
    either_clause = models.TextField(
        "救济告知（其他决定）",
        max_length=500,
        blank=True,
        help_text=CLAUSE_HELP,
    )
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

    def clean(self) -> None:
        own = {
            "review_first_clause": (Route.REVIEW_FIRST, self.review_first_clause),
            "either_clause": (Route.EITHER, self.either_clause),
        }
        found = {name: clause_problems(*one) for name, one in own.items() if one[1]}
        if wrong := {name: problems for name, problems in found.items() if problems}:
            raise ValidationError(wrong)

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

    @property
    def clauses(self) -> dict[Route, str]:
        own = {
            Route.REVIEW_FIRST: self.review_first_clause,
            Route.EITHER: self.either_clause,
        }
        return {way: own[way].strip() or ours for way, ours in CLAUSES.items()}


def rules_of(township: Township) -> ApplicationRules:
    """The township's own, or the defaults, unsaved."""
    found = ApplicationRules.objects.of(township).select_related("township").first()
    return found or ApplicationRules(township=township)
