from collections.abc import Iterator
from decimal import Decimal

from django.db import models

from disclosures.items.models import Edition
from disclosures.items.parts import EditionPart
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class Resolution(EditionPart):
    """决议: what a village's assembly decided, on what day, by how many votes. Its words stand in
    the edition's body, its pictures among the attachments (村民委员会组织法 arts. 24–26)."""

    class Assembly(models.TextChoices):
        REPRESENTATIVES = "representatives", "村民代表会议"
        VILLAGERS = "villagers", "村民会议"
        MEMBERS = "members", "成员（代表）大会"

    template_name = "finance/resolutions/_part.html"
    rows = ("resolution_steps",)

    village = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name="村（社区）", related_name="+"
    )
    assembly = models.CharField(
        "会议", max_length=16, choices=Assembly, default=Assembly.REPRESENTATIVES
    )
    met_on = models.DateField("会议日期")
    place = models.CharField("地点", max_length=80, blank=True)
    chaired_by = models.CharField("主持人", max_length=40, blank=True)
    called = models.PositiveSmallIntegerField("应到（人）")
    present = models.PositiveSmallIntegerField("实到（人）")
    in_favour = models.PositiveSmallIntegerField("赞成（票）")
    against = models.PositiveSmallIntegerField("反对（票）", default=0)
    abstained = models.PositiveSmallIntegerField("弃权（票）", default=0)
    attended = models.CharField(
        "到会人员",
        max_length=600,
        blank=True,
        help_text="按村里公示的写法，如“村民代表 32 人、村‘两委’成员 5 人”，或代表姓名。",
    )
    amount = models.DecimalField(
        "同意支出（元）",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="决定用多少钱的填写，付款会与它核对。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "会议和表决"

    def __str__(self) -> str:
        return f"{self.village.name} {self.met_on:%Y-%m-%d} {self.get_assembly_display()}"

    @property
    def share(self) -> Decimal | None:
        """In favour, in percent of those present."""
        return Decimal(self.in_favour * 100) / self.present if self.present else None

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "会议", f"{self.village.name}{self.get_assembly_display()}，{self.met_on:%Y-%m-%d}"
        yield "地点和主持", "，".join(filter(None, (self.place, self.chaired_by)))
        yield "到会", f"应到 {self.called} 人，实到 {self.present} 人。{self.attended}"
        yield (
            "表决",
            f"赞成 {self.in_favour} 票，反对 {self.against} 票，弃权 {self.abstained} 票",
        )
        if self.amount is not None:
            yield "同意支出", f"{self.amount:.2f} 元"
        for step in self.edition.resolution_steps.all():
            yield step.get_kind_display(), f"{step.on}：{step.remark}".rstrip("：")

    def hindrances(self) -> Iterator[str]:
        if self.met_on > clock.today():
            yield "会议日期在今天之后，请核对。"
        if self.present > self.called:
            yield f"实到 {self.present} 人多于应到 {self.called} 人，请核对。"
        if self.in_favour + self.against + self.abstained != self.present:
            votes = self.in_favour + self.against + self.abstained
            yield f"赞成、反对、弃权合计 {votes} 票，与实到 {self.present} 人不一致，请核对。"
        yield from self._quorum()
        yield from _out_of_order(self)

    def _quorum(self) -> Iterator[str]:
        """Two thirds of the representatives, more than half of those present (arts. 22 and 26)."""
        least = Decimal(self.called) / (2 if self.assembly == self.Assembly.VILLAGERS else 1)
        if self.assembly != self.Assembly.VILLAGERS:
            least = least * 2 / 3
        if self.present < least:
            yield f"实到 {self.present} 人不够法定人数（应到 {self.called} 人），会议无效。"
        elif self.in_favour * 2 <= self.present:
            yield f"赞成 {self.in_favour} 票没有超过到会人数的一半，决议没有通过，不能作为依据。"


class ResolutionStep(TownshipOwned):
    """四议两公开: one of the six steps, with its day."""

    class Kind(models.TextChoices):
        PROPOSED = "1-proposed", "村党组织提议"
        CONSULTED = "2-consulted", "村“两委”商议"
        REVIEWED = "3-reviewed", "党员大会审议"
        DECIDED = "4-decided", "村民代表会议决议"
        ANNOUNCED = "5-announced", "决议公开"
        REPORTED = "6-reported", "实施结果公开"

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="resolution_steps"
    )
    kind = models.CharField("步骤", max_length=14, choices=Kind)
    on = models.DateField("日期")
    remark = models.CharField("说明", max_length=200, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "四议两公开"
        ordering = ["kind", "on"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "kind"],
                name="resolution_step_once",
                violation_error_message="同一步骤只填一次。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on}"


def _out_of_order(resolution: Resolution) -> Iterator[str]:
    """The steps follow one another, and the decision is the day of the meeting."""
    steps = list(resolution.edition.resolution_steps.all())
    for before, after in zip(steps, steps[1:], strict=False):
        if after.on < before.on:
            yield (
                f"“{after.get_kind_display()}”（{after.on}）早于"
                f"“{before.get_kind_display()}”（{before.on}），请核对日期。"
            )
    for step in steps:
        if step.kind == ResolutionStep.Kind.DECIDED and step.on != resolution.met_on:
            yield f"“{step.get_kind_display()}”的日期应是会议日期 {resolution.met_on}。"
        if step.on > clock.today():
            yield f"“{step.get_kind_display()}”的日期在今天之后，办完再填。"
