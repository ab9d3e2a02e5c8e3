from collections.abc import Iterator

from django.db import models

from disclosures.items.models import Disclosure, Edition
from disclosures.items.parts import EditionPart
from portal.core import clock
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class AccidentFile(EditionPart):
    """事故档案: one accident; its stages are rows of the edition, and a revision adds the next
    (生产安全事故报告和调查处理条例)."""

    class Level(models.TextChoices):
        ORDINARY = "ordinary", "一般事故"
        LARGE = "large", "较大事故"
        MAJOR = "major", "重大事故"
        GRAVE = "grave", "特别重大事故"

    template_name = "disclosures/accidents/_part.html"
    rows = ("accident_stages",)

    level = models.CharField("事故等级", max_length=10, choices=Level, default=Level.ORDINARY)
    kind = models.CharField("事故类别", max_length=40, help_text="如：机械伤害、道路交通、溺水。")
    happened_on = models.DateField("发生日期")
    place = models.CharField("地点", max_length=120)
    deaths = models.PositiveSmallIntegerField("死亡（人）", default=0)
    injuries = models.PositiveSmallIntegerField("受伤（人）", default=0)
    loss = models.DecimalField(
        "直接经济损失（万元）", max_digits=10, decimal_places=2, null=True, blank=True
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "事故档案"

    def __str__(self) -> str:
        return f"{self.happened_on} {self.place}"

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "事故", f"{self.get_level_display()}，{self.kind}，{self.happened_on}，{self.place}"
        yield "伤亡", f"死亡 {self.deaths} 人，受伤 {self.injuries} 人"
        if self.loss is not None:
            yield "直接经济损失", f"{self.loss} 万元"
        for stage in self.edition.accident_stages.all():
            yield stage.get_kind_display(), f"{stage.on}：{stage.text}"

    def hindrances(self) -> Iterator[str]:
        stages = list(self.edition.accident_stages.all())
        if not stages:
            yield "事故档案还没有写经过，请至少写“事故发生”一段。"
        for stage in stages:
            if stage.on < self.happened_on:
                yield f"“{stage.get_kind_display()}”的日期早于事故发生日期，请核对。"
            if stage.on > clock.today():
                yield f"“{stage.get_kind_display()}”的日期在今天之后，请核对。"
        if self.happened_on > clock.today():
            yield "事故发生日期在今天之后，请核对。"


class AccidentStage(TownshipOwned):
    """事故办理阶段: what was done, on what day, and the document that tells it."""

    class Kind(models.TextChoices):
        EVENT = "event", "事故发生"
        RESCUE = "rescue", "应急救援"
        REPORT = "report", "调查报告"
        ACCOUNTABILITY = "accountability", "责任追究"
        REVIEW = "review", "整改评估"

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="accident_stages"
    )
    kind = models.CharField("阶段", max_length=16, choices=Kind)
    on = models.DateField("日期")
    text = models.TextField("内容", max_length=1500)
    document = models.ForeignKey(
        Disclosure,
        on_delete=models.PROTECT,
        verbose_name="相关文件",
        null=True,
        blank=True,
        related_name="+",
        help_text="已公开的报告或决定，群众可以点开看。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "事故办理阶段"
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on}"
