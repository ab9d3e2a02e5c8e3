from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from disclosures.attachments.models import Attachment
from disclosures.items.models import Disclosure, Edition
from disclosures.items.parts import EditionPart
from finance.audits.missing import missing_in_rectification, missing_in_report
from finance.audits.states import Status
from portal.core.organisations.models import Organisation
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

YEARS = (MinValueValidator(2000), MaxValueValidator(2100))


class AuditReport(EditionPart):
    """审计结果: what was audited, by whom, and the findings one by one (审计法 art. 40)."""

    template_name = "finance/audits/_report.html"
    rows = ("audit_findings",)

    body = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        verbose_name="被审计单位",
        null=True,
        blank=True,
        related_name="+",
    )
    body_name = models.CharField(
        "被审计单位（名单里没有的）",
        max_length=80,
        blank=True,
        help_text="如“青禾镇人民政府”“8 个村民委员会”。上面已选的不填。",
    )
    auditor = models.CharField("审计机关（机构）", max_length=80)
    year = models.PositiveSmallIntegerField("审计所属年度", validators=YEARS)
    period = models.CharField(
        "审计期间", max_length=60, blank=True, help_text="如：2024年1月至2025年12月。"
    )
    number = models.CharField("报告文号", max_length=60)
    reported_on = models.DateField("报告日期")

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "审计结果"

    def __str__(self) -> str:
        return f"{self.number} {self.audited}"

    @property
    def audited(self) -> str:
        return self.body.name if self.body else self.body_name

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "被审计单位", self.audited
        yield "审计机关", f"{self.auditor}，{self.number}，{self.reported_on}"
        yield "审计期间", f"{self.year} 年度，{self.period}".rstrip("，")
        for finding in self.edition.audit_findings.select_related("office"):
            yield f"问题{finding.number}", finding.told

    def hindrances(self) -> Iterator[str]:
        yield from missing_in_report(self, list(self.edition.audit_findings.all()))


class AuditFinding(TownshipOwned):
    """审计问题. `number` names it for good: later notices and revisions refer to it."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="audit_findings"
    )
    number = models.PositiveSmallIntegerField(
        "序号", validators=[MinValueValidator(1)], help_text="整改通报按序号对应，公开后不改。"
    )
    issue = models.TextField("问题", max_length=600)
    amount = models.DecimalField(
        "涉及金额（元）",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0), "金额不能是负数。")],
    )
    basis = models.CharField("定性依据", max_length=300, help_text="违反的法规、制度和条款。")
    demand = models.CharField("整改要求", max_length=300, blank=True)
    office = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name="责任单位", related_name="+"
    )
    due_on = models.DateField("整改期限")

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "审计问题"
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "number"],
                name="audit_finding_number",
                violation_error_message="序号重复，一个问题一个序号。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.issue[:30]}"

    @property
    def told(self) -> str:
        amount = f"，涉及 {self.amount:,.2f} 元" if self.amount is not None else ""
        demand = f"。整改要求：{self.demand}" if self.demand else ""
        return (
            f"{self.issue}{amount}。依据：{self.basis}{demand}。"
            f"责任单位：{self.office.name}，期限 {self.due_on}"
        )


class Rectification(EditionPart):
    """整改情况: a notice of what has been done about the findings of one public report (审计法
    art. 52). The report's page leads to it and back."""

    template_name = "finance/audits/_rectification.html"
    rows = ("rectified_findings",)

    report = models.ForeignKey(
        Disclosure,
        on_delete=models.PROTECT,
        verbose_name="对应的审计结果",
        related_name="rectifications",
        help_text="选择已经公开的审计结果，两边的网页互相链接。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "审计整改"

    def __str__(self) -> str:
        return str(self.report)

    def sections(self) -> Iterator[tuple[str, str]]:
        yield "对应的审计结果", self.report.live.title if self.report.live else ""
        for row in self.edition.rectified_findings.all():
            yield f"问题{row.number}的整改", row.told

    def hindrances(self) -> Iterator[str]:
        rows = list(self.edition.rectified_findings.select_related("document"))
        yield from missing_in_rectification(self, rows)

    def copy_to(self, target: Edition) -> Self:
        """The evidence of the copy is among the files that `target` keeps."""
        copy = super().copy_to(target)
        kept = {str(file.file): file for file in target.attachments.all()}
        rows: Any = target.rectified_findings.exclude(evidence=None)
        for row in rows.select_related("evidence"):
            row.evidence = kept.get(str(row.evidence.file))
            row.save(update_fields=["evidence"])
        return copy


class RectifiedFinding(TownshipOwned):
    """整改进展: where a finding stood on a day, and what proves it."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, verbose_name="稿件", related_name="rectified_findings"
    )
    number = models.PositiveSmallIntegerField("问题序号")
    on = models.DateField("日期")
    status = models.CharField("状态", max_length=12, choices=Status, default=Status.UNDER_WAY)
    text = models.TextField("做了什么", max_length=800, blank=True)
    evidence = models.ForeignKey(
        Attachment,
        on_delete=models.SET_NULL,
        verbose_name="佐证附件",
        null=True,
        blank=True,
        related_name="+",
        help_text="先在上面添加附件并保存，再在这里选择。",
    )
    document = models.ForeignKey(
        Disclosure,
        on_delete=models.PROTECT,
        verbose_name="佐证信息",
        null=True,
        blank=True,
        related_name="+",
        help_text="已公开的文件，与附件任选一样。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "整改进展"
        ordering = ["number", "on", "pk"]

    def __str__(self) -> str:
        return f"问题{self.number} {self.on} {self.get_status_display()}"

    @property
    def told(self) -> str:
        return f"{self.on} {self.get_status_display()}。{self.text}"
