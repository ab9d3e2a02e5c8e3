"""文书: letters about an application, from the draft to the issued paper; and their templates."""

from datetime import date
from functools import cached_property
from json import loads
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from applications.cases.models import Application, CaseFile, RecordedEvent, RequestedPart
from applications.decisions.outcomes import Outcome
from applications.letters.kinds import LetterKind
from applications.letters.placeholders import known_to
from applications.letters.querysets import LetterQuerySet
from applications.letters.render import LONGEST_BODY, LONGEST_LETTER, findings
from applications.letters.states import LetterState
from portal.core.sealed.fields import SealedText
from portal.core.township.owned import TownshipOwned, TownshipQuerySet


class LetterTemplate(TownshipOwned):
    """文书模板: the township's own wording. A kind without one has the wording that comes along."""

    kind = models.CharField("文书种类", max_length=24, choices=LetterKind.choices())
    subject = models.CharField("标题", max_length=60, help_text="印在文书上的标题。")
    body = models.TextField("正文", max_length=LONGEST_BODY)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "文书模板"
        ordering = ["kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "kind"],
                name="letter_template",
                violation_error_message="这种文书已经有模板，请修改原来的。",
            )
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    def clean(self) -> None:
        super().clean()
        if self.kind and (told := findings(self.body, known_to(LetterKind(self.kind)))):
            raise ValidationError({"body": told})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.clean()
        super().save(*args, **kwargs)


class Letter(TownshipOwned):
    """文书. Once issued its files are what was sent: they are read, never made anew."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, verbose_name="申请", related_name="letters"
    )
    kind = models.CharField("文书种类", max_length=24, choices=LetterKind.choices())
    state = models.CharField(
        "状态", max_length=12, choices=LetterState, default=LetterState.DRAFT, editable=False
    )
    subject = models.CharField("标题", max_length=60)
    addressee = SealedText("主送", blank=True)
    body = SealedText("正文", max_length=LONGEST_LETTER)
    details = SealedText("办理事项的内容", blank=True, editable=False)
    number = models.CharField("文号", max_length=60, blank=True, editable=False)

    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name="起草人", related_name="+"
    )
    drafted_at = models.DateTimeField("起草时间")
    submitted_at = models.DateTimeField("送审时间", null=True, editable=False)
    sent_back = SealedText("退回原因", blank=True, editable=False)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="签发人",
        null=True,
        editable=False,
        related_name="+",
    )
    issued_at = models.DateTimeField("签发时间", null=True, editable=False)
    event = models.OneToOneField(
        RecordedEvent,
        on_delete=models.PROTECT,
        verbose_name="办理记录",
        null=True,
        editable=False,
        related_name="letter",
    )
    docx = models.OneToOneField(
        CaseFile,
        on_delete=models.PROTECT,
        verbose_name="DOCX 文件",
        null=True,
        editable=False,
        related_name="+",
    )
    pdf = models.OneToOneField(
        CaseFile,
        on_delete=models.PROTECT,
        verbose_name="PDF 文件",
        null=True,
        editable=False,
        related_name="+",
    )

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "文书"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "number"],
                condition=~models.Q(number=""),
                name="letter_number",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}".strip()

    def get_absolute_url(self) -> str:
        return reverse("admin:applications_letter_paper", args=[self.pk])

    @property
    def letter_kind(self) -> LetterKind:
        return LetterKind(self.kind)

    @property
    def is_open(self) -> bool:
        return self.state in (LetterState.DRAFT, LetterState.SUBMITTED)

    @property
    def is_draft(self) -> bool:
        return self.state == LetterState.DRAFT

    @property
    def is_submitted(self) -> bool:
        return self.state == LetterState.SUBMITTED

    @property
    def is_issued(self) -> bool:
        return self.state == LetterState.ISSUED

    @property
    def told(self) -> dict[str, Any]:
        """The details of its event as plain data."""
        return loads(self.details) if self.details else {}

    @property
    def until(self) -> date | None:
        given = self.told.get("until")
        return date.fromisoformat(given) if given else None

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What it tells: of each part, or of the kind itself."""
        found = tuple(Outcome(part.outcome) for part in self.parts.all())
        return found or self.letter_kind.ends


class DecisionPart(TownshipOwned):
    """决定分项: the outcome of one thing asked for (条例 art. 36, art. 37)."""

    letter = models.ForeignKey(
        Letter, on_delete=models.CASCADE, verbose_name="文书", related_name="parts"
    )
    part = models.ForeignKey(
        RequestedPart, on_delete=models.PROTECT, verbose_name="申请分项", related_name="decisions"
    )
    outcome = models.CharField("处理结果", max_length=24, choices=Outcome.choices())
    reason = SealedText("说明", blank=True)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "决定分项"
        ordering = ["part__number"]
        constraints = [models.UniqueConstraint(fields=["letter", "part"], name="decision_part")]

    def __str__(self) -> str:
        return f"{self.part}：{self.get_outcome_display()}"
