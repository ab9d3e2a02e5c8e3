"""What the head does with a draft: agree, or send it back."""

from dataclasses import replace
from datetime import date

from django.db import transaction

from applications.cases.models import Application, RecordedEvent
from applications.cases.record_event import require_desk
from applications.letters.compose import Composed
from applications.letters.kinds import LetterKind
from applications.steps.models import Draft
from applications.steps.take import take_step
from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record

SETTLED = "这份拟办稿已经处理过了。"


@transaction.atomic
def approve(draft: Draft, *, on: date, text: str, by: Staff) -> RecordedEvent:
    """签发: it takes effect on the day `on`, with `text` as its letter. The law is asked again,
    and so is who drafted it. Raises CannotMove, PermissionDenied."""
    draft = _locked(draft)
    changed = text.strip() != draft.text.strip()
    row = take_step(
        draft.application,
        replace(draft.event, on=on),  # given on the day it is agreed to, not on that of its draft
        by=by,
        letters=_letters(draft, text),
        drafted_by=draft.drafted_by,
        remark=draft.remark,
    )
    draft.text, draft.recorded = text, row
    _settle(draft, by)
    record(draft.application, "签发", by=by, remark="修改了文书后签发" if changed else "")
    return row


@transaction.atomic
def send_back(draft: Draft, *, why: str, by: Staff) -> Draft:
    """退回 by the head, or taken back by whoever drafted it. Raises CannotMove."""
    require_desk(draft.application, by)
    draft = _locked(draft)
    if not why.strip():
        raise CannotMove("请写明退回的意见。")
    draft.sent_back = why.strip()
    _settle(draft, by)
    record(draft.application, "退回拟办稿", by=by)
    return draft


def _letters(draft: Draft, text: str) -> list[Composed]:
    if not draft.letter_kind:
        return []
    return [Composed(LetterKind(draft.letter_kind), draft.title, draft.addressee, text)]


def _settle(draft: Draft, by: Staff) -> None:
    draft.settled_by, draft.settled_at = by, clock.now()
    draft.save(update_fields=["text", "recorded", "sent_back", "settled_by", "settled_at"])


def _locked(draft: Draft) -> Draft:
    """The application first, as every move does, so that none waits for another in a circle."""
    Application.objects.select_for_update(of=("self",)).get(pk=draft.application_id)
    rows = Draft.objects.select_related("application__township", "drafted_by")
    found = rows.get(pk=draft.pk)
    if not found.waits:
        raise CannotMove(SETTLED)
    return found
