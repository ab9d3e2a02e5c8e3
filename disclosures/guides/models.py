from collections.abc import Iterator
from typing import Self

from django.db import models

from disclosures.attachments.models import Attachment
from disclosures.guides.events import BY_SLUG, LifeEvent
from disclosures.items.models import Edition
from disclosures.items.parts import EditionPart
from portal.core.township.owned import TownshipOwned, TownshipQuerySet
from portal.core.workdays.limits import Limit, Unit


class ServiceGuide(EditionPart):
    """办事指南: everything that one needs to know before going to the counter (条例 art. 20(5)).

    Its steps and materials are rows of the edition.
    """

    template_name = "disclosures/guides/_part.html"
    rows = ("materials", "guide_steps")

    also_called = models.CharField(
        "群众的叫法", max_length=120, blank=True, help_text="用顿号分隔，如：上户口、办准生证。"
    )
    events = models.CharField(
        "人生大事",
        max_length=120,
        blank=True,
        help_text="英文标识，用逗号分隔，如：birth,illness。",
    )
    who = models.TextField("谁可以办", max_length=500)
    conditions = models.TextField("办理条件", max_length=800)
    basis = models.TextField("办理依据", max_length=600)

    legal_amount = models.PositiveSmallIntegerField("法定时限", default=20)
    promised_amount = models.PositiveSmallIntegerField(
        "承诺时限", default=5, help_text="当场办结填 0。"
    )
    limit_unit = models.CharField(
        "时限单位",
        max_length=10,
        choices=[(unit.value, unit.label) for unit in (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS)],
        default=Unit.WORKING_DAYS.value,
    )
    fee = models.CharField("收费", max_length=120, default="不收费")
    result = models.CharField("办好以后得到", max_length=120, blank=True)

    window = models.CharField("窗口", max_length=80, blank=True)
    address = models.CharField("地址", max_length=120, blank=True)
    hours = models.CharField("办理时间", max_length=120, blank=True)
    phone = models.CharField("咨询电话", max_length=40, blank=True)
    complaint_phone = models.CharField("投诉电话", max_length=40, blank=True)
    agent = models.BooleanField("村里可以代办", default=False)
    online = models.URLField("网上办理地址", blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "办事指南"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(promised_amount__lte=models.F("legal_amount")),
                name="guide_promise_within_law",
                violation_error_message="承诺时限不能比法定时限长。",
            ),
        ]

    def __str__(self) -> str:
        return self.edition.title

    @property
    def life_events(self) -> list[LifeEvent]:
        slugs = [slug.strip() for slug in self.events.split(",")]
        return [BY_SLUG[slug] for slug in slugs if slug in BY_SLUG]

    @property
    def promised(self) -> str:
        return self._limit(self.promised_amount) if self.promised_amount else "当场办结"

    @property
    def legal(self) -> str:
        return self._limit(self.legal_amount)

    def _limit(self, amount: int) -> str:
        return str(Limit(amount, Unit(self.limit_unit)))

    @property
    def calls(self) -> str:
        """The phone to ask at: its own, else the office's, else the township's."""
        return self.phone or self.edition.issuer.phone or self.township.phone

    @property
    def place(self) -> str:
        """Where to go: what the guide says, else the township's reception window."""
        told = "，".join(part for part in (self.window, self.address) if part)
        return told or f"{self.township.name}{self.township.reception_window}"

    @property
    def open_at(self) -> str:
        return self.hours or self.edition.issuer.office_hours or self.township.office_hours

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "群众的叫法", self.also_called
        yield "人生大事", "、".join(event.name for event in self.life_events)
        yield "谁可以办", self.who
        yield "办理条件", self.conditions
        for material in self.edition.materials.all():
            yield "材料", material.told
        for step in self.edition.guide_steps.all():
            yield "步骤", step.told
        yield "时限", f"法定 {self.legal}，承诺 {self.promised}"
        yield "收费", self.fee
        yield "结果", self.result
        yield "窗口", f"{self.window} {self.address}".strip()
        yield "办理时间", self.hours
        yield "电话", " ".join(one for one in (self.phone, self.complaint_phone) if one)
        yield "依据", self.basis

    def hindrances(self) -> Iterator[str]:
        """The elements that the inspection of government websites asks of every guide."""
        for name in ("who", "conditions", "basis", "fee"):
            if not getattr(self, name).strip():
                label = self._meta.get_field(name).verbose_name  # type: ignore[union-attr]
                yield f"办事指南缺少“{label}”，请填写。"
        if not self.edition.guide_steps.exists():
            yield "办事指南没有办理步骤，请至少写一步。"
        if not self.edition.materials.exists():
            yield "办事指南没有写要带什么材料；不需要材料的，请加一行“不需要材料”。"
        unknown = [s for s in self.events.split(",") if s.strip() and s.strip() not in BY_SLUG]
        if unknown:
            yield f"不认识人生大事“{'、'.join(unknown)}”，可用的是 {'、'.join(BY_SLUG)}。"

    def copy_to(self, target: Edition) -> Self:
        """Materials point to the forms of the new edition instead of those of the old."""
        copy = super().copy_to(target)
        forms = {file.sha256: file for file in target.attachments.all()}
        for material in target.materials.select_related("form").exclude(form=None):
            material.form = forms.get(material.form.sha256)
            material.save(update_fields=["form"])
        return copy


class Material(TownshipOwned):
    """申请材料: one paper that has to be brought, and how many of it."""

    class Kind(models.TextChoices):
        ORIGINAL = "original", "原件"
        COPY = "copy", "复印件"
        BOTH = "both", "原件和复印件"
        SHOWN = "shown", "出示，不收"

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="materials"
    )
    name = models.CharField("材料", max_length=80)
    kind = models.CharField("原件或复印件", max_length=10, choices=Kind, default=Kind.ORIGINAL)
    copies = models.PositiveSmallIntegerField("份数", default=1)
    note = models.CharField("什么情况要带、从哪里来", max_length=120, blank=True)
    form = models.ForeignKey(
        Attachment,
        on_delete=models.SET_NULL,
        verbose_name="可下载的表格",
        null=True,
        blank=True,
        related_name="+",
        help_text="先把表格传为本稿件的附件，再在这里选。",
    )
    position = models.PositiveSmallIntegerField("顺序", default=10)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "申请材料"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def how_many(self) -> str:
        if self.kind == self.Kind.SHOWN:
            return self.get_kind_display()
        return f"{self.get_kind_display()} {self.copies} 份" if self.copies else ""

    @property
    def told(self) -> str:
        return "，".join(part for part in (self.name, self.how_many, self.note) if part)


class GuideStep(TownshipOwned):
    """办理步骤: who does what, and how long it takes."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="guide_steps"
    )
    name = models.CharField("步骤", max_length=20)
    what = models.CharField("做什么", max_length=200)
    by_whom = models.CharField("谁来做", max_length=40, blank=True)
    days = models.CharField("多久", max_length=30, blank=True)
    position = models.PositiveSmallIntegerField("顺序", default=10)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "办理步骤"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def told(self) -> str:
        parts = (f"{self.name}：{self.what}", self.by_whom, self.days)
        return "，".join(part for part in parts if part)
