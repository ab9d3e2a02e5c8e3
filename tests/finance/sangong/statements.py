"""A 三公经费 statement as a township types it, in 万元."""

from decimal import Decimal
from typing import Any

from disclosures.flow.publish import publish_archived
from disclosures.items.models import Disclosure, Edition
from finance.sangong.items import LEAVES
from finance.sangong.models import Sangong, SangongLine
from finance.wan.amounts import WAN
from tests import factories
from tests.cast import Cast
from tests.factories import moment

# last year's final account, budget, final account: abroad, purchase, running, reception
LAST, BUDGET, FINAL = ("0", "0", "37", "23"), ("0", "0", "25", "21"), ("0", "0", "21", "20")
COUNTS = {
    "groups": 0,
    "travellers": 0,
    "bought": 0,
    "kept": 3,
    "receptions": 275,
    "guests": 2700,
    "foreign_receptions": 0,
    "foreign_guests": 0,
}


def drafted(
    cast: Cast,
    *,
    year: int = 2025,
    last: tuple[str, ...] = LAST,
    budget: tuple[str, ...] = BUDGET,
    final: tuple[str, ...] | None = FINAL,
    reason: str = "压减一般性支出。",
    **fields: Any,
) -> Edition:
    """A final account, or a budget where `final` is None; every change with its reason."""
    stage = "final" if final else "budget"
    title = fields.pop("title", f"{year}年三公经费{stage}")
    by = fields.pop("by", cast.officer)
    edition = factories.draft(cast.town, by=by, shape="sangong", title=title, body="")
    given = {"year": year, "stage": stage, **COUNTS} | fields
    Sangong.objects.create(township=cast.town, edition=edition, **given)
    for place, item in enumerate(LEAVES):
        spent = final[place] if final else None
        SangongLine.objects.create(
            township=cast.town,
            edition=edition,
            item=item.value,
            before=Decimal(last[place]) * WAN,
            budget=Decimal(budget[place]) * WAN,
            final=Decimal(spent) * WAN if spent else None,
            reason_before=reason,
            reason_budget=reason if final else "",
        )
    return edition


def published(cast: Cast, at: str = "2026-08-20 10:00", **given: Any) -> Disclosure:
    return publish_archived(drafted(cast, **given), at=moment(at), by=cast.officer)
