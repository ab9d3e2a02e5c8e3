"""恢复默认: a kind of letter starts from our words again."""

from django.db import transaction

from applications.letters.models import LetterTemplate
from portal.core.staff.models import Staff
from portal.core.trail.record import record


@transaction.atomic
def reset(template: LetterTemplate, *, by: Staff) -> None:
    """The trail keeps the words that were given up."""
    record(template, "恢复默认", by=by, title=template.title, text=template.text)
    template.delete()
