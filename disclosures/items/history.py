"""What happened to a public item, in words for residents, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from disclosures.items.models import Disclosure, Edition


@dataclass(frozen=True)
class Change:
    """One line of the change history; `number` is the edition that can be read, if any."""

    on: date
    what: str
    number: int | None = None
    current: bool = False


def changes_of(disclosure: Disclosure, editions: Iterable[Edition]) -> list[Change]:
    """The published `editions` of `disclosure` and its repeal."""
    changes = [_edition(disclosure, edition) for edition in editions]
    if disclosure.repealed_on:
        changes.append(Change(disclosure.repealed_on, f"废止：{disclosure.repeal_reason}"))
    return sorted(changes, key=lambda change: (change.on, change.number or 0), reverse=True)


def _edition(disclosure: Disclosure, edition: Edition) -> Change:
    on = timezone.localdate(edition.published_at)
    what = "首次公开" if edition.number == 1 else edition.change_note or "修订"
    if not edition.substantial:
        what = f"文字更正：{what}"
    return Change(on, what, edition.number, current=edition.pk == disclosure.live_id)
