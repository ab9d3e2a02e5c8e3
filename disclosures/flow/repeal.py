"""Ending the validity of a public document (废止): it stays readable and says so."""

from datetime import date

from django.db import transaction

from disclosures.flow.refusal import CannotMove
from disclosures.items.models import Disclosure
from disclosures.items.states import PUBLISHERS
from portal.core.staff.models import Staff
from portal.core.trail.record import record


@transaction.atomic
def repeal(
    disclosure: Disclosure,
    *,
    by: Staff,
    on: date,
    reason: str,
    replaced_by: Disclosure | None = None,
) -> Disclosure:
    """Mark `disclosure` as repealed from `on`, and by what it is replaced, if by anything."""
    disclosure = Disclosure.objects.select_for_update().get(pk=disclosure.pk)
    if disclosure.live is None or disclosure.withdrawn_at:
        raise CannotMove("这条信息没有在公开，不能废止。")
    by.require(PUBLISHERS, disclosure.live.issuer)
    if disclosure.repealed_on:
        raise CannotMove(f"这条信息已于 {disclosure.repealed_on} 废止。")
    if not reason.strip():
        raise CannotMove("请写明废止的依据或原因，群众会看到这句话。")
    if replaced_by is not None and replaced_by.pk == disclosure.pk:
        raise CannotMove("一条信息不能由它自己替代。")
    disclosure.repealed_on = on
    disclosure.repeal_reason = reason.strip()
    disclosure.replaced_by = replaced_by
    disclosure.save(update_fields=["repealed_on", "repeal_reason", "replaced_by"])
    record(disclosure, "废止", by=by, remark=reason.strip(), on=str(on))
    return disclosure
