from django.db import models
from django.urls import reverse

from disclosures.catalogue.categories import CHOICES
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet
from portal.core.workdays.limits import DISCLOSURE_LIMIT, Limit, Unit


class CatalogueEntry(TownshipOwned):
    """公开事项: a matter of the public catalogue (条例 art. 12), in two levels."""

    class Column(models.TextChoices):
        DECISIONS = "decisions", "决策公开"
        RESULTS = "results", "执行和结果公开"
        SERVICES = "services", "管理和服务公开"
        KEY_FIELDS = "key-fields", "重点领域信息公开"
        INTERPRETATION = "interpretation", "政策解读"
        RESPONSES = "responses", "回应关切"
        SUPERVISION = "supervision", "监督保障"
        VILLAGES = "villages", "村（社区）公开"
        GRASSROOTS = "grassroots", "基层政务公开"

    class Level(models.TextChoices):
        COUNTY = "county", "县级"
        TOWNSHIP = "township", "乡级"
        VILLAGE = "village", "村级"

    class Mode(models.TextChoices):
        ACTIVE = "active", "主动"
        ON_REQUEST = "on-request", "依申请"

    class Cycle(models.TextChoices):
        NONE = "none", "无固定周期"
        AT_ONCE = "at-once", "即时"
        MONTHLY = "monthly", "每月"
        QUARTERLY = "quarterly", "每季度"
        HALF_YEARLY = "half-yearly", "每半年"
        YEARLY = "yearly", "每年"

    class Kind(models.TextChoices):
        ORDINARY = "ordinary", "一般"
        POLICY = "policy", "政策文件"
        INTERPRETATION = "interpretation", "政策解读"

    code = models.CharField("编码", max_length=20)
    name = models.CharField("公开事项", max_length=60)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        verbose_name="一级事项",
        null=True,
        blank=True,
        related_name="children",
        help_text="一级事项不填。",
    )
    content = models.TextField("公开内容（要素）", blank=True)
    basis = models.TextField("公开依据", blank=True)

    limit_amount = models.PositiveSmallIntegerField("公开时限", default=DISCLOSURE_LIMIT.amount)
    limit_unit = models.CharField(
        "时限单位", max_length=10, choices=Unit.choices(), default=Unit.WORKING_DAYS.value
    )
    cycle = models.CharField("更新周期", max_length=12, choices=Cycle, default=Cycle.NONE)
    cycle_day = models.PositiveSmallIntegerField(
        "周期后第几日前公开", default=20, help_text="如每季度：下季度第一个月 20 日前。"
    )

    publisher = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        verbose_name="公开主体",
        null=True,
        blank=True,
        related_name="entries",
        help_text="村级事项不填：由各村（社区）分别公开。",
    )
    channels = models.CharField(
        "公开渠道和载体", max_length=200, blank=True, help_text="用顿号分隔。"
    )
    audience = models.CharField("公开对象", max_length=60, default="全社会")
    mode = models.CharField("公开方式", max_length=12, choices=Mode, default=Mode.ACTIVE)
    level = models.CharField("公开层级", max_length=12, choices=Level, default=Level.TOWNSHIP)

    column = models.CharField("组配分类", max_length=20, choices=Column)
    category = models.CharField("重点类别", max_length=20, choices=CHOICES, blank=True)
    kind = models.CharField("信息种类", max_length=16, choices=Kind, default=Kind.ORDINARY)
    position = models.PositiveSmallIntegerField("排序", default=100)
    active = models.BooleanField("在用", default=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "公开事项目录"
        ordering = ["position", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "code"],
                name="entry_code",
                violation_error_message="本镇目录中已有这个编码。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("disclosures:entry", args=[self.code])

    @property
    def limit(self) -> Limit:
        return Limit(self.limit_amount, Unit(self.limit_unit))

    @property
    def published_by_each_village(self) -> bool:
        return self.level == self.Level.VILLAGE and self.publisher_id is None
