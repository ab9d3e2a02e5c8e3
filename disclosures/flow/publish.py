"""Making an edition public, at once or at its appointed time, and ending it at its time."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from disclosures.flow.body import link_images
from disclosures.flow.hindrances import hindrances
from disclosures.flow.refusal import CannotMove
from disclosures.indexing.items import put_item, remove_item
from disclosures.items.models import Disclosure, Edition
from disclosures.items.serials import next_index_number
from disclosures.items.states import PUBLISHERS, State
from portal.core.staff.models import Staff
from portal.core.trail.record import record

EXPIRED = "公开期满，按时撤下。"


@dataclass(frozen=True)
class Published:
    """What one run of the publishing job did."""

    published: list[Edition]
    taken_down: list[Disclosure]


@transaction.atomic
def make_public(
    edition: Edition, *, at: datetime, by: Staff | None, act: str = "发布"
) -> Disclosure:
    """Let residents read `edition` from `at` on; the caller has made sure that this is allowed."""
    disclosure = Disclosure.objects.select_for_update().get(pk=edition.disclosure_id)
    if disclosure.withdrawn_at:
        raise CannotMove("这条信息已撤下，不能再发布修订；请复制为新稿。")
    previous = disclosure.live
    if previous:
        previous.state = State.SUPERSEDED
        previous.save(update_fields=["state"])
    _stamp_edition(edition, (previous.number or 0) + 1 if previous else 1, at)
    _stamp_disclosure(disclosure, edition, at)
    edition.disclosure = disclosure
    link_images(edition)
    if edition.part is not None:
        edition.part.made_public(at)
    put_item(disclosure)
    record(edition, act, by=by, at=at, index_number=disclosure.index_number, number=edition.number)
    return disclosure


def _stamp_edition(edition: Edition, number: int, at: datetime) -> None:
    edition.state = State.PUBLISHED
    edition.number = number
    edition.published_at = at
    edition.save(update_fields=["state", "number", "published_at"])


def _stamp_disclosure(disclosure: Disclosure, edition: Edition, at: datetime) -> None:
    on = timezone.localdate(at)
    if disclosure.index_number is None:
        disclosure.index_number = next_index_number(edition.issuer, on)
        disclosure.first_published_at = at
        disclosure.first_published_on = on
        disclosure.first_due_on = edition.due_on
    if edition.number == 1 or edition.substantial:
        disclosure.published_at = at
    disclosure.live = edition
    disclosure.save()


@transaction.atomic
def publish_archived(edition: Edition, *, at: datetime, by: Staff) -> Disclosure:
    """Take over a draft that was already public elsewhere since `at` (历史信息): no review anew."""
    by.require(PUBLISHERS, edition.issuer)
    if edition.state != State.DRAFT:
        raise CannotMove("只有草稿可以按历史信息导入。")
    if findings := hindrances(edition):
        raise CannotMove(*findings)
    return make_public(edition, at=at, by=by, act="导入历史信息")


def publish_due(at: datetime) -> Published:
    """Publish what is scheduled for `at` or earlier, take down what has run out. Idempotent."""
    due = Edition.objects.filter(state=State.SCHEDULED, go_live_at__lte=at).order_by("go_live_at")
    published = [
        edition for pk in due.values_list("pk", flat=True) if (edition := _release(pk, at))
    ]
    over = Disclosure.objects.filter(
        live__down_at__lte=at, live__state=State.PUBLISHED, withdrawn_at__isnull=True
    )
    taken_down = [item for pk in over.values_list("pk", flat=True) if (item := _end(pk, at))]
    return Published(published, taken_down)


@transaction.atomic
def _release(key: int, at: datetime) -> Edition | None:
    edition = (
        Edition.objects.select_for_update(of=("self",))
        .select_related("issuer__township", "disclosure")
        .filter(pk=key, state=State.SCHEDULED, go_live_at__lte=at)
        .first()
    )
    if edition is not None:
        make_public(edition, at=at, by=None, act="定时发布")
    return edition


@transaction.atomic
def _end(key: int, at: datetime) -> Disclosure | None:
    disclosure = (
        Disclosure.objects.select_for_update(of=("self",))
        .select_related("live")
        .filter(pk=key, withdrawn_at__isnull=True, live__down_at__lte=at)
        .first()
    )
    if disclosure is None or disclosure.live is None:
        return None
    disclosure.withdrawn_at = disclosure.live.down_at
    disclosure.withdrawal_reason = EXPIRED
    disclosure.save(update_fields=["withdrawn_at", "withdrawal_reason"])
    remove_item(disclosure)
    record(disclosure, "到期撤下", by=None, at=at, remark=EXPIRED)
    return disclosure
