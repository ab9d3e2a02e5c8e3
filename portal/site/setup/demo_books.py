"""The villages' books of the demo: resolutions, then each sheet through the import, then the
periods up to the last that is due; what is newer stands where an accountant would have it."""

import csv
import json
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.publish import publish_archived
from disclosures.flow.write import start_draft
from disclosures.items.shapes import Shape
from finance.accounts.models import Account, BookRules
from finance.accounts.standard_subjects import subjects_of
from finance.ledger.archived import take_over
from finance.ledger.import_entries import import_entries, match
from finance.ledger.models import LedgerEntry, Period
from finance.ledger.periods import check, submit
from finance.ledger.post import Posting, post
from finance.ledger.read_entries import read_entries
from finance.resolutions.models import Resolution, ResolutionStep
from finance.vouchers.keep import add_voucher
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.township.models import Township
from portal.site.setup.people import BadSheet

LARGE = Decimal("20000.00")
RESOLUTION_ENTRY = "H01-02"
KINDS = {"库存现金": Account.Kind.CASH, "一事一议专户": Account.Kind.FUND}
CHECKED_BY = "村务监督委员会"
REMARK = "票据齐全，手续完备，同意公开。"
# the newest month as three villages have it; the others have published it
SUBMITTED, CHECKED, OPEN = "长岗社区", "青禾村", "桃溪村"


@transaction.atomic
def load_books(township: Township, folder: Path, by: Staff, tell: Callable[[str], None]) -> None:
    """All of `folder`: index.csv names the sheets, resolutions.json what the assemblies decided."""
    villages = {one.name: one for one in Organisation.objects.of(township).villages()}
    with (folder / "index.csv").open(encoding="utf-8", newline="") as stream:
        sheets = list(csv.DictReader(stream))
    BookRules.objects.create(township=township, large_expense=LARGE)
    given = json.loads((folder / "resolutions.json").read_text(encoding="utf-8"))
    _load_resolutions(township, villages, given, by)
    for name, rows in groupby(sheets, key=lambda row: row["village"]):
        _load_village(villages[name], list(rows), folder, by)
    entries = LedgerEntry.objects.of(township).count()
    tell(f"村民代表会议决议 {len(given)} 份")
    tell(f"村级收支 {Period.objects.of(township).count()} 期 {entries} 笔")


def _load_resolutions(
    township: Township, villages: dict[str, Organisation], given: list[dict[str, Any]], by: Staff
) -> None:
    entry = CatalogueEntry.objects.of(township).get(code=RESOLUTION_ENTRY)
    for row in given:
        met = date.fromisoformat(row["met_on"])
        edition = start_draft(
            township,
            by=by,
            shape=Shape.RESOLUTION,
            title=row["title"],
            document_number=row["number"],
            entry=entry,
            issuer=villages[row["village"]],
            formed_on=met,
            body=f"<p>会议讨论了{row['purpose']}的用途、金额和付款方式，同意支付 "
            f"{Decimal(row['amount']):,.2f} 元，由村务监督委员会监督使用，结果向村民公开。</p>",
        )
        votes = {name: row[name] for name in ("called", "present", "against", "abstained")}
        Resolution.objects.create(
            township=township,
            edition=edition,
            village=villages[row["village"]],
            met_on=met,
            place=row["place"],
            chaired_by=row["chaired_by"],
            in_favour=row["present"] - row["against"] - row["abstained"],
            amount=Decimal(row["amount"]),
            **votes,
        )
        _add_steps(edition, met)
        day = date.fromisoformat(row["published"])
        publish_archived(edition, at=_at(day), by=by)


def _add_steps(edition: Any, met: date) -> None:
    kinds = ResolutionStep.Kind
    steps = ((kinds.PROPOSED, -9), (kinds.CONSULTED, -7), (kinds.REVIEWED, -4))
    for kind, days in (*steps, (kinds.DECIDED, 0), (kinds.ANNOUNCED, 1)):
        ResolutionStep.objects.create(
            township=edition.township, edition=edition, kind=kind, on=met + timedelta(days=days)
        )


def _load_village(
    village: Organisation, rows: list[dict[str, str]], folder: Path, by: Staff
) -> None:
    """Sheet after sheet in the order of their months; the periods of each are published before
    the next comes."""
    accounts: dict[str, Account] = {}
    for first, found in groupby(rows, key=lambda row: row["first"]):
        for row in found:
            _import(village, row, folder, accounts, by)
        _add_vouchers(village, date.fromisoformat(first), folder / "vouchers", by)
        _publish(village, date.fromisoformat(first), by)


def _import(
    village: Organisation,
    row: dict[str, str],
    folder: Path,
    accounts: dict[str, Account],
    by: Staff,
) -> None:
    path = folder / row["file"]
    sheet = read_entries(path.read_bytes(), path.name)
    name = row["account"]
    if name not in accounts:
        accounts[name] = Account.objects.create(
            township=village.township,
            village=village,
            name=name,
            kind=KINDS.get(name, Account.Kind.BANK),
            opened_on=date.fromisoformat(row["first"]),
            opening=sheet.opening or Decimal(0),
            position=len(accounts) * 10,
        )
    sheet = match(sheet, accounts[name])
    if sheet.problems:
        raise BadSheet(list(sheet.problems))
    import_entries(sheet, accounts[name], by=by)


def _add_vouchers(village: Organisation, first: date, folder: Path, by: Staff) -> None:
    """Pictures by village, day and cents, as their names say."""
    large = LedgerEntry.objects.filter(period__village=village, on__gte=first, large=True)
    for entry in large.select_related("period__village"):
        path = folder / f"{village.name} {entry.on} {int(entry.amount * 100)}.jpg"
        if path.exists():
            add_voucher(entry, path.read_bytes(), "收款收据.jpg", by=by)


def _publish(village: Organisation, first: date, by: Staff) -> None:
    """Every period from `first` on by the middle of the month after, the newest as it stands."""
    periods = Period.objects.filter(village=village, first__gte=first).order_by("first")
    for period in periods.select_related("village__township"):
        newest = period.last.month == 10 and period.last.year == 2026
        if newest and village.name == OPEN:
            _spend_unasked(period, by)
            continue
        if newest and village.name in (SUBMITTED, CHECKED):
            _lead(period)
            continue
        on = period.last + timedelta(days=6 + village.pk % 4)
        take_over(period, by=by, whom=CHECKED_BY, checked_on=on, at=_at(_out(on)), remark=REMARK)


def _spend_unasked(period: Period, by: Staff) -> None:
    """A large expense that cites no resolution keeps its period from the public."""
    spent = Posting(
        on=period.last - timedelta(days=3),
        subject=subjects_of(period.township)["专项支出"],
        purpose="村部停车场硬化工程款",
        amount=Decimal("26800.00"),
        voucher="记-99",
        counterparty="青禾建筑工程队",
    )
    post(period, period.balances.all()[0].account, [spent], by=by)


def _lead(period: Period) -> None:
    """As far as the village's own people have come with it."""
    people = {
        role: Staff.objects.filter(organisation=period.village, groups__name=role.label).first()
        for role in (Role.ACCOUNTANT, Role.SUPERVISOR)
    }
    accountant, supervisor = people[Role.ACCOUNTANT], people[Role.SUPERVISOR]
    if accountant is None:
        return
    submit(period, by=accountant)
    if period.village.name == CHECKED and supervisor is not None:
        on = min(period.last + timedelta(days=8), clock.today())
        check(period, by=supervisor, whom=CHECKED_BY, on=on, remark=REMARK)


def _out(on: date) -> date:
    return min(on + timedelta(days=4), clock.today())


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9, 30)))
