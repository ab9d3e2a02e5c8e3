"""Contacts are kept for answering, and not longer (个人信息保护法 art. 19, 47)."""

from datetime import datetime, timedelta

from django.db import transaction

from disclosures.questions.models import Question
from disclosures.questions.promise import promise_of
from portal.core.township.models import Township
from portal.core.trail.record import record


def forget_contacts(at: datetime) -> int:
    """Remove the contacts of what was closed long enough ago; how many. Idempotent."""
    waiting = Question.objects.exclude(contact="").filter(closed_at__isnull=False)
    townships = Township.objects.filter(pk__in=waiting.order_by().values("township"))
    return sum(_of_township(township, at) for township in townships)


def _of_township(township: Township, at: datetime) -> int:
    before = at - timedelta(days=promise_of(township).contact_days)
    due = Question.objects.of(township).to_forget(before)
    return sum(_forget(pk, before, at) for pk in due.values_list("pk", flat=True))


@transaction.atomic
def _forget(key: int, before: datetime, at: datetime) -> bool:
    question = (
        Question.objects.to_forget(before).select_for_update(of=("self",)).filter(pk=key).first()
    )
    if question is None:
        return False
    question.contact = ""
    question.save(update_fields=["contact"])
    record(question, "删除联系方式", by=None, at=at, remark="办结期满，按承诺删除。")
    return True
