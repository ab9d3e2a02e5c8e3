"""Moving an edition one lawful step on, or back. The table of steps stands in items/states.py."""

from datetime import datetime

from django.db import transaction

from disclosures.flow.hindrances import hindrances, privacy_of
from disclosures.flow.publish import make_public
from disclosures.flow.refusal import CannotMove
from disclosures.items.models import Edition
from disclosures.items.states import STEPS, Move, State
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record


def offered(edition: Edition, by: Staff) -> list[Move]:
    """The moves that `by` may make with `edition` as it stands."""
    return [move for move in Move if not _why_not(edition, move, by)]


def submit(edition: Edition, *, by: Staff, remark: str = "") -> Edition:
    """Hand a draft over for review, once nothing is missing."""
    if findings := hindrances(edition):
        raise CannotMove(*findings)
    return _advance(edition, Move.SUBMIT, by=by, remark=remark)


def approve(edition: Edition, *, by: Staff, remark: str = "") -> Edition:
    return _advance(edition, Move.APPROVE, by=by, remark=remark)


def send_back(edition: Edition, *, by: Staff, remark: str) -> Edition:
    """Return an edition to its writer with what must be mended."""
    return _advance(edition, Move.SEND_BACK, by=by, remark=remark)


@transaction.atomic
def clear(
    edition: Edition,
    *,
    by: Staff,
    remark: str = "",
    override_reason: str = "",
    at: datetime | None = None,
) -> Edition:
    """Pass the confidentiality and privacy review (条例 art. 17): publishes, unless scheduled.

    Personal data found, or a file that could not be checked, needs `override_reason`: why it may
    stand, or how it was checked by hand.
    """
    at = at or clock.now()
    privacy = privacy_of(edition)
    if not privacy.clean and not override_reason.strip():
        advice = "请退回遮盖，或由保密审查员写明保留、人工检查的理由。"
        raise CannotMove(*privacy.sentences(), advice)
    edition = _advance(
        edition, Move.CLEAR, by=by, remark=remark, override_reason=override_reason.strip()
    )
    if edition.go_live_at is None or edition.go_live_at <= at:
        make_public(edition, at=at, by=by)
    return edition


@transaction.atomic
def publish_now(edition: Edition, *, by: Staff, at: datetime | None = None) -> Edition:
    """Publish a scheduled edition before its time."""
    edition = _locked(edition)
    _refuse(edition, Move.PUBLISH, by)
    make_public(edition, at=at or clock.now(), by=by)
    return edition


@transaction.atomic
def _advance(
    edition: Edition, move: Move, *, by: Staff, remark: str = "", override_reason: str = ""
) -> Edition:
    edition = _locked(edition)
    _refuse(edition, move, by)
    step = STEPS[move]
    if step.needs_remark and not remark.strip():
        raise CannotMove("请写明退回的原因，录入人要照着改。")
    edition.state = step.target
    edition.sent_back = remark.strip()[:300] if move is Move.SEND_BACK else ""
    edition.override_reason = override_reason
    edition.save(update_fields=["state", "sent_back", "override_reason", "changed_at"])
    record(edition, move.label, by=by, remark=remark, override_reason=override_reason)
    return edition


def _locked(edition: Edition) -> Edition:
    return (
        Edition.objects.select_for_update(of=("self",))
        .select_related("issuer", "entry", "disclosure", "township")
        .get(pk=edition.pk)
    )


def _refuse(edition: Edition, move: Move, by: Staff) -> None:
    by.require(STEPS[move].roles, edition.issuer)
    if reason := _why_not(edition, move, by):
        raise CannotMove(reason)


def _why_not(edition: Edition, move: Move, by: Staff) -> str:
    """Why `by` can't make `move` now; empty if they can."""
    step = STEPS[move]
    if edition.state not in step.sources:
        return f"稿件现在是“{State(edition.state).label}”，不能办理“{move.label}”。"
    if not by.may(step.roles, edition.issuer):
        return f"您没有办理“{move.label}”的权限。"
    if step.apart and by.pk in (edition.last_editor_id, edition.author_id):
        return "录入人不能审核自己的稿件，请由另一位同事办理。"
    return ""
