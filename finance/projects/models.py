from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from disclosures.attachments.models import Attachment
from disclosures.items.models import Disclosure, Edition
from disclosures.items.parts import EditionPart
from finance.projects.missing import missing
from finance.projects.stages import Stage
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

YEARS = (MinValueValidator(2000), MaxValueValidator(2100))
POSITIVE = (MinValueValidator(Decimal("0.01"), "金额要大于 0。"),)
PICTURES = "image/"


def amount_field(name: str, **more: Any) -> models.DecimalField:
    return models.DecimalField(name, max_digits=14, decimal_places=2, validators=POSITIVE, **more)


class ProjectFile(EditionPart):
    """项目档案: one public work with its funds and its nine stages (条例 arts. 20 and 21;
    村民委员会组织法 art. 30). A revision adds the next stage; the ledgers tell what was paid."""

    class Kind(models.TextChoices):
        ROAD = "road", "道路"
        WATER = "water", "水利"
        LAND = "land", "土地整理"
        INDUSTRY = "industry", "产业发展"
        LIVING = "living", "人居环境"
        OTHER = "other", "其他"

    class Method(models.TextChoices):
        OPEN = "open", "公开招标"
        INVITED = "invited", "邀请招标"
        NEGOTIATED = "negotiated", "竞争性谈判（磋商）"
        COMPARED = "compared", "比选、询价"
        DIRECT = "direct", "直接委托"

    template_name = "finance/projects/_part.html"
    rows = ("project_funds", "project_stages", "bidders", "progress_notes")

    kind = models.CharField("项目类型", max_length=10, choices=Kind)
    year = models.PositiveSmallIntegerField("立项年度", validators=YEARS)
    village = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        verbose_name="村（社区）",
        null=True,
        blank=True,
        related_name="+",
        help_text="镇级项目不填。",
    )
    place = models.CharField("建设地点", max_length=120)
    lead = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name="主管单位", related_name="+"
    )
    scale = models.TextField("建设内容和规模", max_length=800)
    method = models.CharField("招标方式", max_length=10, choices=Method, blank=True)
    contractor = models.CharField("施工（供货）单位", max_length=80, blank=True)
    contract = amount_field("合同价（元）", null=True, blank=True)
    upkeep_by = models.CharField("管护单位", max_length=80, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "项目档案"

    def __str__(self) -> str:
        return f"{self.year}年{self.get_kind_display()}，{self.place}"

    @property
    def where(self) -> str:
        """The village, or the township."""
        return self.village.name if self.village else self.township.name

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "项目", f"{self.year}年，{self.get_kind_display()}，{self.where}，{self.place}"
        yield "主管单位", self.lead.name
        yield "建设内容和规模", self.scale
        for fund in self.edition.project_funds.all():
            yield "资金来源", fund.told
        yield "招标方式", self.get_method_display()
        for bidder in self.edition.bidders.all():
            yield "投标单位", bidder.told
        if self.contract is not None:
            yield "合同", f"{self.contractor}，{self.contract:.2f} 元"
        for stage in self.edition.project_stages.all():
            yield stage.get_kind_display(), stage.told
        for note in self.edition.progress_notes.all():
            yield "进展", note.told
        yield "管护单位", self.upkeep_by

    def hindrances(self) -> Iterator[str]:
        yield from missing(self)

    def copy_to(self, target: Edition) -> Self:
        """The pictures of the copy are those that `target` keeps; a new item has none yet."""
        copy = super().copy_to(target)
        kept = {str(file.file): file for file in target.attachments.all()}
        notes: Any = target.progress_notes.exclude(picture=None)
        for note in notes.select_related("picture"):
            note.picture = kept.get(str(note.picture.file))
            note.save(update_fields=["picture"])
        return copy


def _edition(name: str) -> models.ForeignKey:
    return models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name=name
    )


class ProjectFund(TownshipOwned):
    """资金来源: how much comes from whom, by which document."""

    class Source(models.TextChoices):
        CENTRAL = "1-central", "中央资金"
        PROVINCE = "2-province", "省级资金"
        CITY = "3-city", "市级资金"
        COUNTY = "4-county", "县级资金"
        TOWNSHIP = "5-township", "镇级资金"
        VILLAGE = "6-village", "村级自筹"
        LEVY = "7-levy", "筹资筹劳"
        DONATION = "8-donation", "社会捐助"

    edition = _edition("project_funds")
    source = models.CharField("来源", max_length=12, choices=Source)
    amount = amount_field("金额（元）")
    document_number = models.CharField("文号", max_length=60, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "资金来源"
        ordering = ["source", "pk"]

    def __str__(self) -> str:
        return self.told

    @property
    def name(self) -> str:
        """Source and document."""
        number = f"（{self.document_number}）" if self.document_number else ""
        return f"{self.get_source_display()}{number}"

    @property
    def told(self) -> str:
        return f"{self.name} {self.amount:.2f} 元"


class ProjectStage(TownshipOwned):
    """建设程序的一个环节: when it was to be done, when it was, for how much, by which document."""

    edition = _edition("project_stages")
    kind = models.CharField("环节", max_length=12, choices=Stage)
    planned_on = models.DateField("计划完成", null=True, blank=True)
    done_on = models.DateField("实际完成", null=True, blank=True)
    amount = amount_field(
        "金额（元）",
        null=True,
        blank=True,
        help_text="预算写预算数，招标写控制价，审计写审定数，决算写决算数。",
    )
    remark = models.CharField("说明", max_length=200, blank=True)
    document = models.ForeignKey(
        Disclosure,
        on_delete=models.PROTECT,
        verbose_name="文件",
        null=True,
        blank=True,
        related_name="+",
        help_text="已公开的决议、公告、合同或报告；村级项目的决策要选村民代表会议决议。",
    )
    not_needed = models.BooleanField("不需要", default=False)
    reason = models.CharField("不需要的理由", max_length=120, blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = "环节"
        verbose_name_plural = "九个环节"
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "kind"],
                name="project_stage_once",
                violation_error_message="同一个环节只填一行。",
            ),
            models.CheckConstraint(
                condition=models.Q(not_needed=False) | ~models.Q(reason=""),
                name="project_stage_reason",
                violation_error_message="不需要的环节要写明理由，群众看得到。",
            ),
            models.CheckConstraint(
                condition=models.Q(not_needed=False) | models.Q(done_on__isnull=True),
                name="project_stage_needed",
                violation_error_message="已经完成的环节不能又选“不需要”。",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def told(self) -> str:
        parts = (
            f"不需要：{self.reason}" if self.not_needed else "",
            f"计划 {self.planned_on} 完成" if self.planned_on else "",
            f"{self.done_on} 完成" if self.done_on else "",
            f"{self.amount:.2f} 元" if self.amount is not None else "",
            self.remark,
        )
        return "，".join(filter(None, parts))


class Bidder(TownshipOwned):
    """投标（报价）单位."""

    edition = _edition("bidders")
    firm = models.CharField("单位", max_length=80)
    price = amount_field("报价（元）")
    won = models.BooleanField("中标", default=False)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "投标单位"
        ordering = ["-won", "price", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition"],
                condition=models.Q(won=True),
                name="one_winner",
                violation_error_message="中标单位只有一个。",
            )
        ]

    def __str__(self) -> str:
        return self.firm

    @property
    def told(self) -> str:
        won = "，中标" if self.won else ""
        return f"{self.firm}，报价 {self.price:.2f} 元{won}"


class ProgressNote(TownshipOwned):
    """形象进度: how far the work was on a day, with a picture."""

    class Moment(models.TextChoices):
        BEFORE = "1-before", "施工前"
        DURING = "2-during", "施工中"
        AFTER = "3-after", "完工后"

    edition = _edition("progress_notes")
    on = models.DateField("日期")
    percent = models.PositiveSmallIntegerField(
        "进度（%）", default=0, validators=[MaxValueValidator(100, "进度最多是 100%。")]
    )
    text = models.CharField(
        "情况", max_length=300, help_text="有照片的，写照片上看得到什么，供看不见照片的群众听。"
    )
    moment = models.CharField(
        "施工前、中、后", max_length=10, choices=Moment, default=Moment.DURING
    )
    picture = models.ForeignKey(
        Attachment,
        on_delete=models.SET_NULL,
        verbose_name="照片",
        null=True,
        blank=True,
        related_name="+",
        help_text="先把照片添加为这份稿件的附件，保存后在这里选。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "进展和照片"
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(percent__lte=100),
                name="progress_percent",
                violation_error_message="进度在 0 到 100 之间。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.percent}%"

    def clean(self) -> None:
        if self.picture and not self.picture.media_type.startswith(PICTURES):
            raise ValidationError({"picture": "请选择图片，其他文件放在附件里就可以。"})
        if self.picture and self.picture.edition_id != self.edition_id:
            raise ValidationError({"picture": "照片应是这份稿件的附件，请先在“附件”里添加。"})

    @property
    def told(self) -> str:
        return f"{self.on}，{self.get_moment_display()}，{self.percent}%：{self.text}"

    @property
    def alternative(self) -> str:
        """What the picture shows, for those who can't see it."""
        return f"{self.get_moment_display()}照片：{self.text}"
