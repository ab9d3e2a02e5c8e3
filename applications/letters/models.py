"""文书: the words they start from, and those that were issued."""

import uuid
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from applications.cases.models import Application, RecordedEvent
from applications.letters.kinds import LetterKind
from applications.letters.wording import problems_of
from portal.core.sealed.fields import SealedFile, SealedText
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

LONGEST_TITLE, LONGEST_TEXT = 60, 6000


class LetterTemplate(TownshipOwned):
    """文书模板: the township's own words for a kind of letter, in place of ours. 【】 names what is
    filled in; nothing in it is run."""

    kind = models.CharField("文书", max_length=24, choices=LetterKind.choices())
    title = models.CharField("标题", max_length=LONGEST_TITLE)
    text = models.TextField(
        "正文",
        max_length=LONGEST_TEXT,
        help_text="一行一段。段落里只有栏目、而栏目是空的，这一段就不出现。"
        "抬头、文号、落款、日期由系统加。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "文书模板"
        ordering = ["kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "kind"],
                name="one_template_of_a_kind",
                violation_error_message="这种文书已经有本镇的模板，请改那一份。",
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    def clean(self) -> None:
        kind = LetterKind.named(self.kind)
        if kind and (found := problems_of(kind, self.title, self.text)):
            raise ValidationError(found)


def letter_path(letter: "Letter", name: str) -> str:
    """Where the sealed bytes lie; the name tells nothing."""
    return f"{letter.township_id}/applications/{uuid.uuid4().hex}"


class Letter(TownshipOwned):
    """文书: issued once, with its number, and kept as it went out; never changed, never drawn anew.
    `shared` ones the applicant may take away by the query code."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, verbose_name="申请", related_name="letters"
    )
    event = models.ForeignKey(
        RecordedEvent,
        on_delete=models.PROTECT,
        verbose_name="办理记录",
        null=True,
        related_name="letters",
    )
    kind = models.CharField("种类", max_length=24, choices=LetterKind.choices())

    series = models.CharField("系列", max_length=40)
    year = models.PositiveSmallIntegerField("年度")
    serial = models.PositiveIntegerField("序号")
    number = models.CharField("文号", max_length=60)

    addressee = SealedText("主送", blank=True)
    title = models.CharField("标题", max_length=LONGEST_TITLE)
    text = SealedText("正文")
    docx = SealedFile("DOCX 文件", upload_to=letter_path)
    pdf = SealedFile("PDF 文件", upload_to=letter_path)
    docx_sha256 = models.CharField("DOCX 摘要值", max_length=64)
    pdf_sha256 = models.CharField("PDF 摘要值", max_length=64)

    issued_on = models.DateField("成文日期")
    shared = models.BooleanField("申请人可下载", default=False)
    at = models.DateTimeField("出具时间")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name="出具人", related_name="+"
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "文书"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["township", "series", "year", "serial"], name="letter_number"
            )
        ]

    def __str__(self) -> str:
        return self.number

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError("A letter that was issued is never changed; issue another.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("A letter that was issued is never deleted.")
