"""答复承诺: within how many working days a township promises to answer."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from disclosures.questions.states import Kind
from portal.core.township.models import Township
from portal.core.township.owned import TownshipOwned, TownshipQuerySet

DAYS = [MinValueValidator(1), MaxValueValidator(60)]


class AnswerPromise(TownshipOwned):
    """A township's own limits; without a row the defaults hold. What was promised to somebody
    stays promised: a change counts for what comes in afterwards."""

    question_days = models.PositiveSmallIntegerField(
        "提问：几个工作日内答复", default=5, validators=DAYS
    )
    error_days = models.PositiveSmallIntegerField(
        "找错：几个工作日内答复", default=3, validators=DAYS
    )
    suggestion_days = models.PositiveSmallIntegerField(
        "建议：几个工作日内答复", default=5, validators=DAYS
    )
    contact_days = models.PositiveSmallIntegerField(
        "办结几天后删除联系方式",
        default=90,
        validators=[MaxValueValidator(365)],
        help_text="按自然日计，到期自动删除，不能恢复。",
    )

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "答复承诺"
        constraints = [
            models.UniqueConstraint(
                fields=["township"],
                name="one_answer_promise",
                violation_error_message="答复承诺只有一份，请修改已有的那份。",
            )
        ]

    def __str__(self) -> str:
        return f"提问 {self.question_days} 个、找错 {self.error_days} 个工作日内答复"

    def days_for(self, kind: str) -> int:
        return int(getattr(self, f"{Kind(kind).value}_days"))


def promise_of(township: Township) -> AnswerPromise:
    """What holds in `township` now; the defaults (not saved) where it set nothing of its own."""
    kept = AnswerPromise.objects.of(township).first()
    return kept or AnswerPromise(township=township)
