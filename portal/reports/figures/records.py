"""The records behind a figure, each as a line that leads to its page."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from disclosures.items.models import Disclosure
from disclosures.warnings.models import EmergencyWarning
from finance.ledger.models import Period


@dataclass(frozen=True)
class Record:
    """`key` is what it is known by for good; `note` who answers for it."""

    key: str
    title: str
    address: str
    on: date | None
    note: str = ""


def record_of(row: Any) -> Record:
    return row if isinstance(row, Record) else DESCRIBED[type(row)](row)


def _item(row: Disclosure) -> Record:
    live, on = row.live, row.first_published_on
    return Record(row.index_number, live.title, row.get_absolute_url(), on, live.issuer.name)


def _warning(row: EmergencyWarning) -> Record:
    on = timezone.localdate(row.starts_at)
    return Record(f"warning-{row.pk}", row.title, row.get_absolute_url(), on, row.issuer.name)


def _period(row: Period) -> Record:
    on = timezone.localdate(row.published_at)
    key = f"{row.village.slug}-{row.key}"
    return Record(key, f"{row}收支", row.get_absolute_url(), on, row.village.name)


DESCRIBED: dict[type, Callable[[Any], Record]] = {
    Disclosure: _item,
    EmergencyWarning: _warning,
    Period: _period,
}
# by what each kind is turned over, page by page
PAGED_BY: dict[type, str] = {
    Disclosure: "published_at",
    EmergencyWarning: "starts_at",
    Period: "published_at",
}


def digest_of_records(rows: Iterable[Any]) -> str:
    """SHA-256 over the keys of the records, one a line, in rising order."""
    keys = sorted(record_of(row).key for row in rows)
    return hashlib.sha256("\n".join(keys).encode()).hexdigest()
