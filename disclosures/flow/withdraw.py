"""Taking a public item down. Its page stays and says that, when and why."""

from datetime import datetime

from django.db import transaction

from disclosures.flow.refusal import CannotMove
from disclosures.indexing.items import remove_item
from disclosures.items.models import Disclosure
from disclosures.items.states import PUBLISHERS
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record


@transaction.atomic
def withdraw(
    disclosure: Disclosure, *, by: Staff, reason: str, at: datetime | None = None
) -> Disclosure:
    """Take `disclosure` down with a reason that residents will read. It does not come back."""
    disclosure = Disclosure.objects.select_for_update().get(pk=disclosure.pk)
    if disclosure.live is None or disclosure.withdrawn_at:
        raise CannotMove("这条信息没有在公开，不需要撤下。")
    by.require(PUBLISHERS, disclosure.live.issuer)
    if not reason.strip():
        raise CannotMove("请写明撤下的原因，群众会看到这句话。")
    disclosure.withdrawn_at = at or clock.now()
    disclosure.withdrawal_reason = reason.strip()
    disclosure.save(update_fields=["withdrawn_at", "withdrawal_reason"])
    remove_item(disclosure)
    record(disclosure, "撤下", by=by, at=disclosure.withdrawn_at, remark=reason.strip())
    return disclosure
