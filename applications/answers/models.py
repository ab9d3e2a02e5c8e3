"""答复转主动公开: an answer of general interest, on its way to everybody (条例 art. 44)."""

from applications.answers.querysets import AnswerQuerySet
from applications.cases.models import Application


class GivenAnswer(Application):
    """A decided application of which something was disclosed; no record of its own."""

    objects = AnswerQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        proxy = True
        verbose_name = verbose_name_plural = "答复转公开"
        ordering = ["-answered_on", "-pk"]
