"""A village's money, planted: a public period and an open one, a resolution, holdings, a grant."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.files.base import ContentFile

from disclosures.flow.publish import publish_archived
from disclosures.items.models import Disclosure, Edition
from disclosures.items.shapes import Shape
from finance.accounts.models import Account, BookRules, Subject
from finance.accounts.standard_subjects import load_subjects
from finance.budgets.models import Budget, BudgetLine
from finance.execution.models import Execution, ExecutionLine
from finance.grants.models import FundGrant, GrantLine
from finance.holdings.models import Holding, Holdings
from finance.ledger.archived import take_over
from finance.ledger.models import LedgerEntry
from finance.ledger.periods import open_period
from finance.ledger.post import Posting, post
from finance.resolutions.models import Resolution, ResolutionStep
from finance.vouchers.models import Voucher
from portal.core.staff.roles import Role
from tests import factories

FIRST = date(2026, 1, 1)


def plant_books(there: Any) -> LedgerEntry:
    """A large expense of a public January with its resolution and voucher; February is open."""
    word, town = there.word, there.town
    load_subjects(town)
    BookRules.objects.create(township=town)
    account = Account.objects.create(
        township=town, village=there.village, name=f"{word}户", opened_on=FIRST, opening=90000
    )
    keeper = factories.staff(there.village, Role.ACCOUNTANT)
    subject = Subject.objects.of(town).get(name="专项支出")
    january = open_period(there.village, FIRST, by=keeper)
    spent = Posting(
        date(2026, 1, 6),
        subject,
        f"{word}路面硬化",
        Decimal(6000),
        voucher=f"{word}-1",
        counterparty=f"{word}建筑工程队",
        handler=f"{word}会计",
        resolution=_resolution(there),
    )
    [entry] = post(january, account, [spent], by=keeper)
    voucher = Voucher(
        township=town,
        entry=entry,
        name=f"{word}收据.png",
        media_type="image/png",
        size=4,
        sha256="0" * 64,
        looked_through_by=keeper,
    )
    voucher.file.save("voucher", ContentFile(b"\x89PNG"), save=False)
    voucher.save()
    told = {"whom": f"{word}监委会", "checked_on": date(2026, 2, 5)}
    take_over(january, by=there.officer, at=factories.moment("2026-02-09 09:00"), **told)
    february = open_period(there.village, date(2026, 2, 1), by=keeper)
    post(
        february,
        account,
        [Posting(date(2026, 2, 6), subject, f"{word}草账", Decimal(5))],
        by=keeper,
    )
    return entry


def plant_holdings(there: Any) -> Disclosure:
    edition = _draft(there, Shape.HOLDINGS, "资产资源")
    own = {"township": there.town, "edition": edition}
    Holdings.objects.create(village=there.village, as_of=date(2025, 12, 31), **own)
    Holding.objects.create(kind="1-asset", name=f"{there.word}冷库", value=9, **own)
    return _public(there, edition)


def plant_grant(there: Any) -> Disclosure:
    edition = _draft(there, Shape.FUND_GRANT, "资金下达")
    own = {"township": there.town, "edition": edition}
    FundGrant.objects.create(year=2026, **own)
    GrantLine.objects.create(fund=f"{there.word}低保资金", amount=9, **own)
    return _public(there, edition)


def plant_budget(there: Any) -> Disclosure:
    """The budget of a unit and how much of it is done."""
    edition = _draft(there, Shape.BUDGET, "预算")
    own = {"township": there.town, "edition": edition}
    Budget.objects.create(year=2026, unit=there.office, **own)
    for table, name in (("02-income", "拨款收入"), ("03-expense", "农林水支出")):
        told = {"name": f"{there.word}{name}", "amount": 900, "reason": f"{there.word}原因"}
        BudgetLine.objects.create(table=table, **told, **own)
    done = _draft(there, Shape.EXECUTION, "预算执行")
    own["edition"] = done
    Execution.objects.create(year=2026, through=1, unit=there.office, **own)
    told = {"side": "expense", "name": f"{there.word}农林水支出", "planned": 900, "done": 90}
    ExecutionLine.objects.create(**told, **own)
    _public(there, done)
    return _public(there, edition)


def _resolution(there: Any) -> Disclosure:
    edition = _draft(there, Shape.RESOLUTION, "决议")
    own = {"township": there.town, "edition": edition}
    met, votes = date(2025, 12, 20), {"called": 9, "present": 9, "in_favour": 9}
    Resolution.objects.create(
        village=there.village, met_on=met, place=f"{there.word}会议室", **votes, **own
    )
    ResolutionStep.objects.create(kind="4-decided", on=met, **own)
    return _public(there, edition)


def _draft(there: Any, shape: Shape, what: str) -> Edition:
    return factories.draft(
        there.town,
        by=there.officer,
        entry=there.entry,
        shape=shape,
        issuer=there.village,
        title=f"{there.word}{what}",
        body=f"<p>{there.word}{what}正文</p>",
    )


def _public(there: Any, edition: Edition) -> Disclosure:
    at = factories.moment("2026-01-02 10:00")
    return publish_archived(edition, at=at, by=there.officer)
