"""The accountant keeps the books at the desk, the supervisors check them, the office publishes."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from finance.ledger.models import LedgerEntry, Period
from finance.ledger.periods import check, submit
from portal.core.staff.models import Staff
from portal.spreadsheets.read import read_workbook
from tests import factories
from tests.cast import Cast
from tests.finance.ledger.books import ROWS, book, workbook
from tests.finance.ledger.village_books import Books, keep_books

SHEET = book(*ROWS)


@pytest.fixture
def books(cast: Cast) -> Books:
    return keep_books(cast)


def _as(person: Staff) -> Client:
    client = Client()
    client.force_login(person)
    return client


def _at(name: str, *keys: int) -> str:
    return reverse(f"admin:finance_period_{name}", args=keys)


def _entry(books: Books, **fields: object) -> dict[str, object]:
    given = {
        "account": books.account.pk,
        "on": "2026-01-06",
        "subject": books.subject("办公费").pk,
        "purpose": "买打印纸",
        "amount": "120.50",
        "counterparty": "方小庆",
    }
    return given | fields


def _upload(client: Client, books: Books, data: bytes, name: str = "账.csv") -> Any:
    file = SimpleUploadedFile(name, data)
    given = {"account": books.account.pk, "sheet": file}
    return client.post(reverse("admin:finance_period_import"), given, follow=True)


def test_a_period_goes_from_the_accountant_to_the_public(books: Books, cast: Cast) -> None:
    accountant, supervisor, officer = map(_as, (cast.accountant, cast.supervisor, cast.officer))
    given = {"village": cast.village.pk, "first": "2026-01-15"}
    accountant.post(reverse("admin:finance_period_add"), given)
    period = Period.objects.get()
    accountant.post(_at("entry-add", period.pk), _entry(books))
    entry = LedgerEntry.objects.get()
    assert entry.counterparty == "方某某"
    page = accountant.get(_at("change", period.pk)).content.decode()
    assert "买打印纸" in page
    assert "880.00" in page
    accountant.post(_at("submit", period.pk))
    told = {"whom": "陈监督", "on": "2026-02-05", "remark": "票据齐全"}
    supervisor.post(_at("check", period.pk), told)
    officer.post(_at("publish", period.pk))
    period.refresh_from_db()
    assert (period.state, period.checked_by_whom) == ("published", "陈监督")


def test_an_entry_is_put_right_struck_and_taken_back(books: Books, cast: Cast) -> None:
    accountant = _as(cast.accountant)
    january = books.open()
    [entry] = books.post(january, books.posting("5"))
    accountant.post(_at("entry", january.pk, entry.pk), _entry(books, amount="6.00"))
    entry.refresh_from_db()
    assert f"{entry.amount}" == "6.00"
    accountant.post(_at("entry-remove", january.pk, entry.pk))
    assert not LedgerEntry.objects.exists()
    [wrong] = books.post(january, books.posting("7"))
    books.publish(january)
    february = books.open(date(2026, 2, 1))
    told = {"into": february.pk, "on": "2026-02-03", "reason": "记错了"}
    accountant.post(_at("entry-reverse", january.pk, wrong.pk), told)
    assert LedgerEntry.objects.get(reverses=wrong).reason == "记错了"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"purpose": ""}, "请写明用途"),
        ({"amount": "-5"}, "请用红字冲销"),
        ({"amount": "五元"}, "金额应是数字"),
        ({"on": "2026-02-01"}, "日期应在2026年1月内"),
        ({"subject": ""}, "请选择科目"),
    ],
)
def test_a_bad_entry_keeps_what_was_typed(
    books: Books, cast: Cast, fields: dict, told: str
) -> None:
    january = books.open()
    page = _as(cast.accountant).post(_at("entry-add", january.pk), _entry(books, **fields))
    assert told in page.content.decode()
    assert "方小庆" in page.content.decode()
    assert not LedgerEntry.objects.exists()


def test_a_sheet_is_previewed_then_imported_whole(books: Books, cast: Cast) -> None:
    client = _as(cast.accountant)
    page = _upload(client, books, SHEET)
    told = page.content.decode()
    for words in ("检查通过", "本月合计", "用途←“摘要（用途）”", "发包收入"):
        assert words in told
    assert not LedgerEntry.objects.exists()
    client.post(page.redirect_chain[-1][0])
    assert LedgerEntry.objects.count() == 3


def test_the_same_sheet_again_doubles_nothing(books: Books, cast: Cast) -> None:
    client = _as(cast.accountant)
    for _ in range(2):
        page = _upload(client, books, SHEET)
        answer = client.post(page.redirect_chain[-1][0], follow=True)
    assert LedgerEntry.objects.count() == 3
    assert "没有重复入账" in answer.content.decode()


def test_a_wrong_sheet_is_told_row_by_row_and_comes_back_marked(books: Books, cast: Cast) -> None:
    client = _as(cast.accountant)
    wrong = book(ROWS[0], ("2025.1.6", "01-001", "办公费", "打印纸", "", 200.5, 790.0, "方庆"))
    page = _upload(client, books, wrong)
    told = page.content.decode()
    assert "按上一行余额加收入减支出应为 800.00" in told
    batch = page.redirect_chain[-1][0]
    client.post(batch)
    assert not LedgerEntry.objects.exists()
    marked = client.get(f"{batch}errors/")
    assert marked["Content-Type"].endswith("sheet")


def test_a_column_is_put_right_by_hand(books: Books, cast: Cast) -> None:
    client = _as(cast.accountant)
    page = _upload(client, books, SHEET)
    batch = page.redirect_chain[-1][0]
    given = {"columns": "1", "heading-0": "凭证号", "column-0": "备注"}
    told = client.post(batch, given, follow=True).content.decode()
    assert "备注←“凭证号”" in told


def test_another_session_cannot_open_an_upload(books: Books, cast: Cast) -> None:
    page = _upload(_as(cast.accountant), books, SHEET)
    answer = _as(cast.accountant).get(page.redirect_chain[-1][0], follow=True)
    assert "请重新上传" in answer.content.decode()


@pytest.mark.parametrize("who", ["clerk", "reviewer", "auditor", "supervisor"])
def test_who_keeps_no_books_writes_nothing(books: Books, cast: Cast, who: str) -> None:
    january = books.open()
    client = _as(getattr(cast, who))
    client.post(_at("entry-add", january.pk), _entry(books))
    client.post(_at("submit", january.pk))
    given = {"village": cast.village.pk, "first": "2026-02-15"}
    client.post(reverse("admin:finance_period_add"), given)
    _upload(client, books, SHEET)
    assert not LedgerEntry.objects.exists()
    assert Period.objects.get().state == "open"


def test_an_accountant_sees_no_other_village(books: Books, cast: Cast) -> None:
    january = books.open()
    other = factories.village(cast.town, name="石塘村", slug="shitang")
    stranger = factories.staff(other, *cast.accountant.roles, username="shitang")
    client = _as(stranger)
    assert client.get(_at("change", january.pk), follow=True).status_code in (403, 404, 200)
    assert "青禾村" not in client.get(reverse("admin:finance_period_changelist")).content.decode()
    assert client.get(_at("entry-add", january.pk)).status_code == 404
    assert _upload(client, books, SHEET).context["form"].errors["account"]


def test_the_record_itself_cannot_be_edited(books: Books, cast: Cast) -> None:
    january = books.open()
    client = _as(cast.officer)
    assert client.post(_at("change", january.pk), {"state": "published"}).status_code == 403
    assert client.post(_at("delete", january.pk), {"post": "yes"}).status_code == 403


def test_each_finds_what_waits_for_him_on_the_first_page(books: Books, cast: Cast) -> None:
    january = books.open()
    books.post(january, books.posting("5"))
    index = reverse("admin:index")
    told = {
        "accountant": "可以提交审核的账期",
        "supervisor": "待我审核的账期",
        "officer": "审核过、待公开的账期",
    }
    for who, name in told.items():
        assert name in _as(getattr(cast, who)).get(index).content.decode()
        if who == "accountant":
            submit(january, by=cast.accountant)
            assert name not in _as(cast.accountant).get(index).content.decode()
        elif who == "supervisor":
            on = date(2026, 2, 3)
            check(january, by=cast.supervisor, whom="陈监督", on=on)
    assert "账期" not in _as(cast.clerk).get(index).content.decode()


@pytest.mark.parametrize("months", [("1月",), ("1月", "2月")])
def test_marks_stand_beside_the_rows_of_their_own_worksheet(
    books: Books, cast: Cast, months: tuple[str, ...]
) -> None:
    """A cover comes first in many books."""
    client = _as(cast.accountant)
    rows = {
        month: [
            (f"2026年{month}收支",),
            ("日期", "凭证号", "摘要", "支出"),
            (f"2026年{month}6日", month, "打印纸", "五元"),
        ]
        for month in months
    }
    data = workbook({"封面": [("青禾村",), ("村务公开",), ("二〇二六年",)], **rows})
    batch = _upload(client, books, data, "账.xlsx").redirect_chain[-1][0]
    marked = read_workbook(client.get(f"{batch}errors/").content, "账.xlsx").sheets[0].rows
    told = [row for row in marked[1:] if row[0]]
    assert [row[2] for row in told] == list(months)
    assert all("五元" in str(row[0]) for row in told)
