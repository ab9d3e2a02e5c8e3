from collections.abc import Iterator
from functools import cached_property
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models

from disclosures.attachments.models import Attachment
from disclosures.guides.events import LifeEvent, parted
from disclosures.guides.missing import missing
from disclosures.guides.names import bare_name
from disclosures.guides.places import CENTRE, Place, centre_of
from disclosures.guides.promises import limit_of, told
from disclosures.items.models import Edition
from disclosures.items.parts import EditionPart
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet
from portal.core.workdays.limits import Limit, Unit

# a row that is added stands at the end until a clerk says otherwise
LAST = 900
UNITS = [
    (Unit.WORKING_DAYS.value, "个工作日"),
    (Unit.CALENDAR_DAYS.value, "日（自然日）"),
    (Unit.AT_ONCE.value, "当场办结"),
]


class ServiceGuide(EditionPart):
    """办事指南: one service of the township, with all that 条例 art. 20 (5) asks to be told of it:
    basis, conditions, materials and procedure, and where, when, how long and for how much.
    """

    class Charge(models.TextChoices):
        FREE = "free", "不收费"
        PAID = "paid", "收费"

    template_name = "disclosures/guides/_part.html"
    rows = ("materials", "guide_steps")

    also_called = models.CharField(
        "群众的叫法",
        max_length=200,
        blank=True,
        help_text="群众嘴上怎么说，用顿号分隔，如：上户口、办准生证。查找时认得。",
    )
    events = models.CharField("什么时候要办", max_length=200, blank=True)
    who = models.TextField("谁可以办", max_length=500, blank=True)
    conditions = models.TextField(
        "办理条件", max_length=1000, blank=True, help_text="一行一条；没有条件的写“无”。"
    )
    basis = models.TextField(
        "办理依据", max_length=1000, blank=True, help_text="法规、文件的名称和条款，一行一条。"
    )

    legal_amount = models.PositiveSmallIntegerField(
        "法定时限", null=True, blank=True, help_text="法规没有规定的不填。"
    )
    legal_unit = models.CharField("单位", max_length=10, choices=UNITS, default=UNITS[0][0])
    promised_amount = models.PositiveSmallIntegerField(
        "承诺时限", null=True, blank=True, help_text="当场办结的不填数字，只选单位。"
    )
    promised_unit = models.CharField("单位", max_length=10, choices=UNITS, default=UNITS[0][0])
    time_note = models.CharField(
        "时限说明", max_length=200, blank=True, help_text="如：公示 7 日计算在内。"
    )

    charge = models.CharField("收不收费", max_length=4, choices=Charge, blank=True)
    fee = models.DecimalField(
        "收费标准（元）", max_digits=10, decimal_places=2, null=True, blank=True
    )
    fee_per = models.CharField("每", max_length=20, blank=True, help_text="如：证、亩、人每年。")
    fee_basis = models.CharField("收费依据", max_length=200, blank=True)
    fee_note = models.CharField(
        "费用说明", max_length=200, blank=True, help_text="如：保费、体检费另外交给谁。"
    )

    office = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        verbose_name="办理机构",
        null=True,
        blank=True,
        related_name="+",
        help_text="不填就是发布机构。",
    )
    window = models.CharField(
        "窗口", max_length=80, blank=True, help_text="这四格不填的，用便民服务中心的。"
    )
    address = models.CharField("地址", max_length=120, blank=True)
    hours = models.CharField("办理时间", max_length=120, blank=True)
    phone = models.CharField("咨询电话", max_length=40, blank=True)
    complaint_phone = models.CharField("监督电话", max_length=40, blank=True)

    online = models.BooleanField("全程网办", default=False)
    online_where = models.CharField(
        "网上在哪里办", max_length=120, blank=True, help_text="如：皖事通里搜索“生育登记”。"
    )
    once = models.BooleanField("最多跑一次", default=False)
    agent = models.BooleanField("村（社区）可代办", default=False)

    result = models.CharField(
        "办成后得到什么", max_length=200, blank=True, help_text="证件、补贴或登记，怎样领取。"
    )
    reminder = models.TextField("特别提醒", max_length=300, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "办事指南"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fee__isnull=True) | models.Q(fee__gt=0),
                name="guide_fee",
                violation_error_message="收费标准应大于 0；不收费的不填。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return bare_name(self.edition.title)

    @property
    def life_events(self) -> list[LifeEvent]:
        return parted(self.events)

    @property
    def legal(self) -> Limit | None:
        return limit_of(self.legal_amount, self.legal_unit)

    @property
    def promised(self) -> Limit | None:
        return limit_of(self.promised_amount, self.promised_unit)

    @property
    def legal_told(self) -> str:
        return told(self.legal) if self.legal else "法规没有规定"

    @property
    def promised_told(self) -> str:
        return told(self.promised) if self.promised else "请来电询问"

    @property
    def fee_told(self) -> str:
        """不收费, 10 元/证; empty while nobody said."""
        if self.charge != self.Charge.PAID:
            return self.get_charge_display()
        if self.fee is None:
            return "收费"
        per = f"/{self.fee_per}" if self.fee_per else ""
        return f"{self.fee.normalize():f} 元{per}"

    @property
    def where(self) -> str:
        """Where to go in a few words, for a line of a list."""
        return self.window or self.address or CENTRE

    @property
    def handler(self) -> Organisation:
        return self.office or self.edition.issuer

    @cached_property
    def place(self) -> Place:
        return self.place_from(centre_of(self.township))

    def place_from(self, centre: Place) -> Place:
        """Where to go, with what the guide leaves out taken from the service centre."""
        return Place(self.window, self.address, self.hours, self.phone).filled_from(centre)

    @cached_property
    def material_rows(self) -> list["Material"]:
        return list(self.edition.materials.select_related("form"))

    @cached_property
    def step_rows(self) -> list["GuideStep"]:
        return list(self.edition.guide_steps.all())

    @property
    def ways(self) -> list[str]:
        """The ways that spare a walk, in words."""
        where = f"（{self.online_where}）" if self.online_where else ""
        offered = (
            (self.online, f"全程网办{where}"),
            (self.once, "最多跑一次"),
            (self.agent, "村（社区）可代办"),
        )
        return [way for there, way in offered if there]

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "群众的叫法", self.also_called
        yield "什么时候要办", "、".join(event.name for event in self.life_events)
        yield "谁可以办", self.who
        yield "办理条件", self.conditions
        yield from (("材料", material.told) for material in self.material_rows)
        yield from (("步骤", step.told) for step in self.step_rows)
        yield "法定时限", told(self.legal) if self.legal else ""
        yield "承诺时限", told(self.promised) if self.promised else ""
        yield "时限说明", self.time_note
        yield "收费", self.fee_told
        yield "收费依据", self.fee_basis
        yield "费用说明", self.fee_note
        yield "办理机构", self.office.name if self.office else ""
        own_place = (self.window, self.address, self.hours, self.phone)
        yield "在哪里办", "，".join(filter(None, own_place))
        yield "怎样办", "、".join(self.ways)
        yield "办成后得到什么", self.result
        yield "特别提醒", self.reminder
        yield "办理依据", self.basis
        yield "监督电话", self.complaint_phone

    def hindrances(self) -> Iterator[str]:
        """The elements that inspections of government sites ask of every guide."""
        yield from missing(self)

    def copy_to(self, target: Edition) -> Self:
        """The forms of the copy are those that `target` keeps; a new item has none yet."""
        copy = super().copy_to(target)
        kept = {str(file.file): file for file in target.attachments.all()}
        materials: Any = target.materials.exclude(form=None)
        for material in materials.select_related("form"):
            material.form = kept.get(str(material.form.file))
            material.save(update_fields=["form"])
        return copy


class Material(TownshipOwned):
    """申请材料: one paper to bring; everybody brings it unless `only_when` says who does."""

    class Kind(models.TextChoices):
        ORIGINAL = "original", "原件"
        COPY = "copy", "复印件"
        BOTH = "both", "原件和复印件"
        ELECTRONIC = "electronic", "电子件"
        SHOWN = "shown", "出示，不收"

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="materials"
    )
    position = models.PositiveSmallIntegerField("顺序", default=LAST, help_text="小的在前。")
    name = models.CharField("材料", max_length=80)
    kind = models.CharField("形式", max_length=10, choices=Kind, default=Kind.ORIGINAL)
    copies = models.PositiveSmallIntegerField("份数", default=1)
    source = models.CharField("从哪里取得", max_length=80, blank=True)
    only_when = models.CharField(
        "什么情况才要", max_length=80, blank=True, help_text="不填就是人人都要。"
    )
    note = models.CharField("说明", max_length=120, blank=True)
    form = models.ForeignKey(
        Attachment,
        on_delete=models.SET_NULL,
        verbose_name="空白表格",
        null=True,
        blank=True,
        related_name="+",
        help_text="先把表格添加为这份稿件的附件，保存后在这里选。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "申请材料"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(copies__gt=0),
                name="material_copies",
                violation_error_message="材料的份数至少是 1。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.form and self.form.edition_id != self.edition_id:
            raise ValidationError({"form": "空白表格应是这份稿件的附件，请先在“附件”里添加。"})

    @property
    def how_many(self) -> str:
        """原件 1 份"""
        kind = self.get_kind_display()
        return kind if self.kind == self.Kind.SHOWN else f"{kind} {self.copies} 份"

    @property
    def told(self) -> str:
        details = (
            self.how_many,
            f"取自{self.source}" if self.source else "",
            f"只在这种情况要：{self.only_when}" if self.only_when else "",
            f"表格《{self.form.name}》" if self.form else "",
            self.note,
        )
        return "，".join([self.name, *filter(None, details)])


class GuideStep(TownshipOwned):
    """办理步骤: what happens, who does it, how long it takes."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="guide_steps"
    )
    position = models.PositiveSmallIntegerField("顺序", default=LAST, help_text="小的在前。")
    name = models.CharField("步骤", max_length=16, help_text="几个字，如：窗口受理。")
    what = models.CharField("做什么", max_length=200, blank=True)
    by_whom = models.CharField("谁来做", max_length=30, blank=True)
    days = models.CharField("用时", max_length=20, blank=True, help_text="如：当场、5个工作日。")
    note = models.CharField("说明", max_length=120, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "办理步骤"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def told(self) -> str:
        parts = filter(None, (self.what, self.by_whom, self.days, self.note))
        return f"{self.name}：{'，'.join(parts)}"
