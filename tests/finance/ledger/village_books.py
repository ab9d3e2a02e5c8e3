"""A village that keeps books: one bank account, the standard subjects, its people."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from finance.accounts.models import Account, BookRules, Subject
from finance.accounts.standard_subjects import load_subjects
from finance.ledger.models import LedgerEntry, Period
from finance.ledger.periods import check, open_period, publish, submit
from finance.ledger.post import Posting, post
from tests.cast import Cast

JANUARY = date(2026, 1, 1)


@dataclass
class Books:
    cast: Cast
    account: Account

    def subject(self, name: str) -> Subject:
        return Subject.objects.get(township=self.cast.town, name=name)

    def open(self, first: date = JANUARY) -> Period:
        return open_period(self.cast.village, first, by=self.cast.accountant)

    def posting(self, amount: str, name: str = "办公费", **fields: object) -> Posting:
        given = {"on": date(2026, 1, 6), "purpose": "买打印纸"}
        return Posting(subject=self.subject(name), amount=Decimal(amount), **given | fields)

    def post(self, period: Period, *postings: Posting) -> list[LedgerEntry]:
        return post(period, self.account, postings, by=self.cast.accountant)

    def publish(self, period: Period) -> Period:
        submit(period, by=self.cast.accountant)
        check(period, by=self.cast.supervisor, whom="陈监督", on=period.last + timedelta(days=3))
        return publish(period, by=self.cast.officer)


def keep_books(cast: Cast, opening: str = "1000.50", cycle: str = "month") -> Books:
    load_subjects(cast.town)
    BookRules.objects.create(township=cast.town, cycle=cycle)
    account = Account.objects.create(
        township=cast.town,
        village=cast.village,
        name="基本户",
        opened_on=date(2025, 1, 1),
        opening=Decimal(opening),
    )
    return Books(cast, account)
