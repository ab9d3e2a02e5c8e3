"""Opening what is public for revision: the public edition stays until the new one replaces it."""

from django.db import IntegrityError, transaction

from disclosures.flow.attach import carry_over
from disclosures.flow.refusal import CannotMove
from disclosures.flow.write import CARRIED, add_draft
from disclosures.items.models import Disclosure, Edition
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.staff.roles import WRITERS


@transaction.atomic
def revise(disclosure: Disclosure, *, by: Staff) -> Edition:
    """A draft with the words and files of the public edition, to be changed and reviewed."""
    disclosure = Disclosure.objects.select_for_update().get(pk=disclosure.pk)
    live = disclosure.live
    if live is None or disclosure.withdrawn_at:
        raise CannotMove("这条信息没有公开的版本，不能修订。")
    by.require(WRITERS, live.issuer)
    if disclosure.editions.open().exists():
        raise CannotMove("这条信息已有一个正在办理的修订稿，请先办完它。")
    fields = {name: getattr(live, name) for name in CARRIED}
    fields |= {
        "formed_on": live.formed_on,
        "changed_on": clock.today(),
        "down_at": live.down_at,
    }
    try:
        with transaction.atomic():
            edition = add_draft(disclosure, by=by, act="开始修订", **fields)
    except IntegrityError as clash:
        raise CannotMove("同事刚刚开始修订这条信息，请刷新后查看。") from clash
    carry_over(live, edition)
    if live.part is not None:
        live.part.copy_to(edition)
    return edition
