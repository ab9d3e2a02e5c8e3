"""Filling the database that DATABASE_URL names with village books, and reading them. Started by
bench.ledger."""

import io
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import django
from django.conf import settings

django.setup()

from django.core.management import call_command  # noqa: E402 models need the setup first
from django.db import connection, reset_queries  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from finance.accounts.models import Account, BookRules, Subject  # noqa: E402
from finance.accounts.standard_subjects import load_subjects  # noqa: E402
from finance.ledger.chain import digest_of, verify  # noqa: E402
from finance.ledger.import_entries import import_entries, match  # noqa: E402
from finance.ledger.models import Period  # noqa: E402
from finance.ledger.read_entries import read_entries  # noqa: E402
from portal.core.organisations.models import Organisation  # noqa: E402
from portal.core.staff.models import Staff  # noqa: E402
from portal.core.township.models import Township  # noqa: E402

EACH = 50  # entries in a period
LAST = 2025
IMPORTED = 10_000
ROUNDS = 7
PURPOSES = ("路灯电费", "保洁员工资", "打印纸", "水渠清淤", "误工补贴", "路面修补", "慰问老党员")
ENTRY = (
    'township_id, period_id, account_id, "on", voucher, direction, subject_id, purpose, amount,'
    " counterparty, handler, remark, reason, large"
)
BALANCE = "township_id, period_id, account_id, opening, income, expense, closing, entries"


def main() -> None:
    setup_test_environment()
    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    sizes = [int(one) for one in sys.argv[1:]]
    for place, (villages, years) in enumerate(zip(sizes[::2], sizes[1::2], strict=True)):
        start = time.perf_counter()
        township = _township(place)
        count = _fill(township, villages, years)
        _vacuum()
        spent = time.perf_counter() - start
        print(f"{villages} villages × {years} years: {count:,} entries, filled in {spent:.0f} s")
        _report(township)


def _township(place: int) -> Township:
    return Township.objects.create(
        name=f"镇{place}",
        full_name=f"镇{place}",
        slug=f"t{place}",
        credit_code=f"X{place:017d}",
        host=f"t{place}.example",
    )


def _fill(township: Township, villages: int, years: int) -> int:
    load_subjects(township)
    BookRules.objects.create(township=township)
    firsts = [date(year, m, 1) for year in range(LAST - years + 1, LAST + 1) for m in range(1, 13)]
    bodies = Organisation.objects.bulk_create(
        Organisation(
            township=township,
            name=f"{township.name}第{n}村",
            slug=f"v{n}",
            kind="village",
            population=2_000 + n,
            position=n,
        )
        for n in range(villages)
    )
    accounts = Account.objects.bulk_create(
        Account(township=township, village=body, name="基本户", opened_on=firsts[0], opening=50_000)
        for body in bodies
    )
    periods = Period.objects.bulk_create(
        [_period(body, first) for body in bodies for first in firsts], batch_size=2_000
    )
    of_village = {account.village_id: account for account in accounts}
    _copy("finance_balance", BALANCE, _balances(periods, of_village))
    _copy("finance_ledgerentry", ENTRY, _entries(township, periods, of_village))
    for period in Period.objects.filter(village=bodies[0]).order_by("first"):
        chained = Period.objects.filter(village=bodies[0], first__lt=period.first)
        before = chained.order_by("-first").first()
        period.digest = digest_of(period, before.digest if before else "")
        period.save(update_fields=["digest"])
    return len(periods) * EACH


def _period(village: Organisation, first: date) -> Period:
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    at = datetime(last.year, last.month, last.day, 4, tzinfo=UTC) + timedelta(days=10)
    return Period(
        township=village.township,
        village=village,
        first=first,
        last=last,
        state="published",
        checked_by_whom="村务监督委员会",
        checked_on=at.date(),
        published_at=at,
        digest="0" * 64,
    )


def _amounts(period: Period) -> Iterator[tuple[str, int]]:
    """Cents of the entries of a period, the same each time; income about meets expense."""
    chance = random.Random(period.pk)
    for number in range(EACH):
        cents = chance.randint(1_000, 90_000) if chance.random() < 0.985 else 620_000
        yield ("income", cents) if number % 2 else ("expense", cents)


def _balances(periods: list[Period], accounts: dict[int, Account]) -> Iterator[tuple[object, ...]]:
    held: dict[int, int] = {}
    for period in periods:
        account = accounts[period.village_id]
        opening = held.get(account.pk, 5_000_000)
        sums = {"income": 0, "expense": 0}
        for side, cents in _amounts(period):
            sums[side] += cents
        closing = opening + sums["income"] - sums["expense"]
        held[account.pk] = closing
        money = (f"{c / 100:.2f}" for c in (opening, sums["income"], sums["expense"], closing))
        yield (period.township_id, period.pk, account.pk, *money, EACH)


def _entries(
    township: Township, periods: list[Period], accounts: dict[int, Account]
) -> Iterator[tuple[object, ...]]:
    subjects = {
        side: list(Subject.objects.of(township).filter(direction=side)[:6])
        for side in ("income", "expense")
    }
    for period in periods:
        account = accounts[period.village_id]
        for number, (side, cents) in enumerate(_amounts(period)):
            on = period.first + timedelta(days=number * 27 // EACH)
            subject = subjects[side][number % 6]
            large = "t" if side == "expense" and cents >= 500_000 else "f"
            yield (
                township.pk,
                period.pk,
                account.pk,
                on,
                f"记-{number + 1}",
                side,
                subject.pk,
                f"{PURPOSES[number % 7]}{number}",
                f"{cents / 100:.2f}",
                "青禾农资店",
                "方某",
                "",
                "",
                large,
            )


def _copy(table: str, columns: str, rows: Iterator[tuple[object, ...]]) -> None:
    with connection.cursor() as cursor:
        lines = io.StringIO()
        for number, row in enumerate(rows, start=1):
            lines.write("\t".join(map(str, row)) + "\n")
            if number % 100_000 == 0:
                _send(cursor, table, columns, lines)
                lines = io.StringIO()
        _send(cursor, table, columns, lines)


def _send(cursor: object, table: str, columns: str, lines: io.StringIO) -> None:
    lines.seek(0)
    cursor.copy_expert(f"COPY {table} ({columns}) FROM STDIN", lines)  # type: ignore[attr-defined]


def _vacuum() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _report(township: Township) -> None:
    client = Client(HTTP_HOST=township.host, HTTP_X_FORWARDED_PROTO="https")
    book = "/villages/v1/ledger/"
    month = f"{book}{LAST}-12/"
    last = client.get(month, secure=True).context["page"].older
    pages = {
        "village page": "/villages/v1/",
        "ledger of a year": book,
        "period, page 1": month,
        "period, last page": f"{month}?before={last}" if last else month,
        "entries, first page of all": f"{book}?least=0.01",
        "entries, a page from years ago": f"{book}?least=0.01&before={LAST - 1}0102-1",
        "search in entries": f"{book}?q=路灯",
        "search without result": f"{book}?q=没有这样的用途",
        "comparison of villages": f"/finance/villages/?year={LAST}",
        "large expenses, page 1": "/finance/large-expenses/",
        "large expenses, old page": f"/finance/large-expenses/?year={LAST}&before={LAST}0301-1",
        "way in to money": "/finance/",
    }
    for name, path in pages.items():
        _time(name, lambda path=path: _get(client, path))
    village = Organisation.objects.get(township=township, slug="v0")
    _time("verification of a chain", lambda: _verified(village), rounds=3)
    _import(village)


def _get(client: Client, path: str) -> None:
    answer = client.get(path, secure=True)
    if answer.status_code != 200:
        raise SystemExit(f"{path} answers {answer.status_code}")


def _verified(village: Organisation) -> None:
    if not verify(village).ok:
        raise SystemExit("the chain does not hold")


def _time(name: str, act: Callable[[], None], rounds: int = ROUNDS) -> None:
    act()
    connection.force_debug_cursor = True
    reset_queries()
    act()
    queries = len(connection.queries)
    connection.force_debug_cursor = False
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        spent.append((time.perf_counter() - start) * 1000)
    print(f"  {name:32} {statistics.median(spent):8.1f} ms  {queries:4} queries")


def _import(village: Organisation) -> None:
    """A sheet of 10,000 rows into the month after the last: understood, proven, then posted."""
    account = Account.objects.get(village=village)
    by = Staff.objects.create(
        username=f"a{village.pk}", township=village.township, is_superuser=True
    )
    held = account.balances.order_by("-period__first")[0].closing
    rows = [f"{village.name}{LAST + 1}年1月收支,,,,", "日期,科目,用途,收入,支出,余额"]
    rows.append(f",,上期结转,,,{held}")
    for number in range(IMPORTED):
        held -= Decimal("1.25")
        rows.append(f"{LAST + 1}-01-{number % 28 + 1:02},办公费,第{number}项,,1.25,{held}")
    data = "\n".join(rows).encode()
    start = time.perf_counter()
    sheet = match(read_entries(data, "账.csv"), account)
    read = time.perf_counter()
    if sheet.problems:
        raise SystemExit(str(sheet.problems[0]))
    import_entries(sheet, account, by=by)
    done = time.perf_counter()
    print(
        f"  import of {IMPORTED:,} rows: preview {read - start:.2f} s, posted {done - read:.2f} s"
    )


if __name__ == "__main__":
    main()
