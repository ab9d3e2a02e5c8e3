"""会商: what an office of the township was asked about an application, and what it answered."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from applications.cases.models import Application, CaseFile
from applications.consult.querysets import ConsultationQuerySet
from portal.core.organisations.models import Organisation
from portal.core.sealed.fields import SealedText
from portal.core.township.owned import TownshipOwned

LONGEST = 2000


class Consultation(TownshipOwned):
    """一次会商. Whether it still waits is computed from the record: entry `event_number` asked,
    `answer_number` answered. The office sees the subject, the question and its files alone."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, verbose_name="申请", related_name="asked_offices"
    )
    office = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name="会商站所", related_name="+"
    )
    event_number = models.PositiveIntegerField("交办的记录序号", editable=False)
    question = SealedText("问题", max_length=LONGEST)
    until = models.DateField("请在哪天前答复", null=True, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name="交办人", related_name="+"
    )
    asked_at = models.DateTimeField("交办时间")

    answer = SealedText("答复", max_length=LONGEST, blank=True)
    answer_number = models.PositiveIntegerField("答复的记录序号", null=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name="答复人",
        null=True,
        related_name="+",
    )
    answered_at = models.DateTimeField("答复时间", null=True)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "会商"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "event_number"], name="consultation_of_event"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, answer_number=None)
                | Q(
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                    answer_number__isnull=False,
                ),
                name="consultation_answered_whole",
            ),
        ]
        indexes = [
            # what waits for an office
            models.Index(
                fields=["office"], condition=Q(answered_at=None), name="consultation_waiting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.application.number} {self.office}"


def files_handed(consultation: Consultation) -> list[CaseFile]:
    """What went to the office with the question: nothing else of the application."""
    return _files(consultation, consultation.event_number, CaseFile.Kind.OTHER)


def files_answered(consultation: Consultation) -> list[CaseFile]:
    """What came back with the answer."""
    return _files(consultation, consultation.answer_number, CaseFile.Kind.OPINION)


def _files(consultation: Consultation, number: int | None, kind: CaseFile.Kind) -> list[CaseFile]:
    rows = CaseFile.objects.filter(application=consultation.application_id, kind=kind)
    return list(rows.filter(event__number=number)) if number else []
