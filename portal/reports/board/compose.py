"""Sheets made of records that are public at the moment that is asked about."""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import unquote

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from disclosures.items.digest import digest_of
from disclosures.items.models import Disclosure
from disclosures.lists.models import NoticeList
from disclosures.lists.public import names_of
from disclosures.lists.table import cells_of, page_columns
from disclosures.warnings.models import EmergencyWarning
from finance.ledger.figures import totals_of
from finance.ledger.models import LedgerEntry, Period
from finance.ledger.running import with_balance
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.reports.board import subjects
from portal.reports.board.kinds import SheetKind
from portal.reports.board.sheet import Asked, Sheet
from portal.reports.board.subjects import Subject

ITEM_RELATIONS = ("live__entry", "live__issuer", "live__township")
IMAGE = "image/"


def sheet_of(kind: str, asked: Asked) -> Sheet | None:
    """None where there is no such record, or it isn't public now."""
    return MAKERS[kind](asked) if kind in MAKERS else None


def _item(asked: Asked) -> Sheet | None:
    found = Disclosure.objects.public(asked.township, asked.at).filter(pk=asked.key)
    item = found.select_related(*ITEM_RELATIONS, "live__noticelist").first()
    if item is None:
        return None
    attachments = list(item.live.attachments.all())
    given = {"edition": item.live, "attachments": attachments}
    return Sheet(
        subject=subjects.of_item(item),
        body=_rendered("item", given),
        digest=digest_of(item.live),
        pictures=_pictures(item, attachments),
        **_facts(item),
    )


def _facts(item: Disclosure) -> dict[str, Any]:
    """What stands beside the words of an item or of a list's names."""
    live = item.live
    facts = {
        "number": live.document_number or item.index_number,
        "published_on": timezone.localdate(item.published_at),
        "phone": live.issuer.phone or live.township.phone,
        "remark": "" if item.validity == "有效" else f"已{item.validity}",
    }
    notice: NoticeList | None = getattr(live, "noticelist", None)
    if notice is not None:
        facts["starts_on"] = notice.notice_starts_on
        facts["phone"] = notice.objections_phone or facts["phone"]
        facts["place"] = notice.objections_place
    return facts


def _pictures(item: Disclosure, attachments: list[Any]) -> dict[str, Any]:
    """The pictures that this very edition shows, by their addresses."""
    images = [file for file in attachments if file.media_type.startswith(IMAGE)]
    images += list(item.live.images.all())
    return {unquote(one.get_absolute_url()): one for one in images}


def names_sheet(asked: Asked, village: Organisation | None) -> Sheet | None:
    """The names of a list while its notice runs, of one village or of all; for staff alone."""
    found = subjects.public_names(asked.township, asked.at).filter(pk=asked.key)
    item = found.select_related(*ITEM_RELATIONS).first()
    if item is None:
        return None
    notice: Any = item.live.noticelist
    rows = names_of(notice, asked.at).select_related("village")
    if village is not None:
        rows = rows.filter(village=village)
    columns = page_columns(notice.kind.layout, village)
    given = {
        "notice": notice,
        "village": village,
        "headings": columns,
        "lines": [cells_of(row, columns) for row in rows],
    }
    return Sheet(
        subject=subjects.of_names(item),
        body=_rendered("names", given),
        digest=digest_of(item.live),
        **_facts(item),
    )


def _period(asked: Asked) -> Sheet | None:
    found = Period.objects.public(asked.township).select_related("village", "township")
    period = found.filter(pk=asked.key).first()
    if period is None:
        return None
    balances = list(period.balances.select_related("account"))
    entries = with_balance(LedgerEntry.objects.filter(period=period).told())
    given = {
        "period": period,
        "balances": balances,
        "totals": totals_of(balances),
        "entries": entries.order_by("account__position", "account_id", "on", "pk"),
    }
    village = period.village
    return Sheet(
        subject=subjects.of_period(period),
        body=_rendered("period", given),
        digest=period.digest,
        published_on=timezone.localdate(period.published_at),
        phone=village.phone or period.township.phone,
        remark=f"{period.checked_by_whom}审核" if period.checked_by_whom else "",
    )


def _warning(asked: Asked) -> Sheet | None:
    found = EmergencyWarning.objects.public(asked.township, asked.at)
    warning = found.select_related("issuer", "township").filter(pk=asked.key).first()
    if warning is None:
        return None
    prefetch_related_objects([warning], "updates", "villages")
    updates = [update for update in warning.updates.all() if update.at <= asked.at]
    phone = warning.phone or warning.issuer.phone or warning.township.phone
    given = {
        "warning": warning,
        "standing": warning.standing(asked.at),
        "villages": warning.villages.all(),
        "updates": updates,
        "phone": phone,
    }
    return Sheet(
        subject=subjects.of_warning(warning),
        body=_rendered("warning", given),
        digest=_digest(warning, updates),
        published_on=timezone.localdate(warning.issued_at),
        phone=phone,
    )


def _digest(warning: EmergencyWarning, updates: list[Any]) -> str:
    told = [list(text) for text in warning.texts()]
    told += [[update.kind, update.at.isoformat(), update.text] for update in updates]
    canonical = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _rendered(name: str, given: dict[str, Any]) -> SafeString:
    return mark_safe(render_to_string(f"reports/board/_{name}.html", given))  # noqa: S308


MAKERS: dict[str, Callable[[Asked], Sheet | None]] = {
    SheetKind.ITEM: _item,
    SheetKind.PERIOD: _period,
    SheetKind.WARNING: _warning,
}


def digest_for(subject: Subject, township: Township, at: datetime) -> str:
    """What the sheet of `subject` prints as its digest; "" where it is no longer public."""
    kind = SheetKind.ITEM if subject.kind == SheetKind.NAMES else subject.kind
    made = sheet_of(kind, Asked(township, subject.key, at))
    return made.digest if made else ""
