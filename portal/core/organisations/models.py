from django.db import models
from django.urls import reverse

from portal.core.township.models import credit_code_format
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class OrganisationQuerySet(TownshipQuerySet):
    def offices(self) -> "OrganisationQuerySet":
        return self.filter(kind__in=Organisation.OFFICE_KINDS, active=True)

    def villages(self) -> "OrganisationQuerySet":
        return self.filter(kind__in=Organisation.VILLAGE_KINDS, active=True)


class Organisation(TownshipOwned):
    """机构: an office, village, community or school that publishes and answers for information."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", "机关"
        OFFICE = "office", "站所"
        VILLAGE = "village", "村"
        COMMUNITY = "community", "社区"
        SCHOOL = "school", "学校"

    OFFICE_KINDS = (Kind.GOVERNMENT, Kind.OFFICE, Kind.SCHOOL)
    VILLAGE_KINDS = (Kind.VILLAGE, Kind.COMMUNITY)

    name = models.CharField("名称", max_length=60)
    short_name = models.CharField("简称", max_length=20, blank=True)
    slug = models.SlugField("标识", help_text="网址中的英文或拼音，定后不改。")
    kind = models.CharField("类别", max_length=12, choices=Kind)
    duty = models.TextField("职责", blank=True, help_text="用两三句话告诉群众这里管什么。")

    leader = models.CharField("负责人", max_length=40, blank=True)
    leader_title = models.CharField("职务", max_length=40, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    address = models.CharField("地址", max_length=120, blank=True)
    office_hours = models.CharField("办公时间", max_length=120, blank=True)
    credit_code = models.CharField(
        "统一社会信用代码",
        max_length=18,
        blank=True,
        validators=[credit_code_format],
        help_text="有自己的代码才填；不填时索引号用镇政府的代码。",
    )

    population = models.PositiveIntegerField(
        "户籍人口（人）", null=True, blank=True, help_text="村和社区填写，用来算人均。"
    )
    position = models.PositiveSmallIntegerField("排序", default=100)
    active = models.BooleanField(
        "在用", default=True, help_text="机构撤并后取消勾选，历史信息仍在。"
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "机构与村（社区）"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "slug"],
                name="organisation_slug",
                violation_error_message="本镇已有机构用了这个标识。",
            ),
            models.UniqueConstraint(
                fields=["township", "name"],
                name="organisation_name",
                violation_error_message="本镇已有同名机构。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        page = "site:village" if self.is_village else "site:office"
        return reverse(page, args=[self.slug])

    @property
    def is_village(self) -> bool:
        return self.kind in self.VILLAGE_KINDS
