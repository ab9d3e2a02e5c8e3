"""Pictures of vouchers: checked by content, public with their period, gone with their file."""

import io

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image

from finance.refusal import CannotPost
from finance.vouchers.keep import add_voucher, drop_voucher
from finance.vouchers.models import Voucher
from portal.uploads.checks import Refused
from tests.cast import Cast
from tests.finance.ledger.village_books import Books, keep_books


@pytest.fixture
def books(cast: Cast) -> Books:
    return keep_books(cast)


def _picture() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(stream, "PNG")
    return stream.getvalue()


def test_a_voucher_is_public_with_its_period(books: Books, cast: Cast, client: Client) -> None:
    january = books.open()
    [entry] = books.post(january, books.posting("5"))
    voucher = add_voucher(entry, _picture(), "收据.png", by=cast.accountant)
    assert client.get(voucher.get_absolute_url()).status_code == 404
    books.publish(january)
    answer = client.get(voucher.get_absolute_url())
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert voucher.get_absolute_url() in client.get(entry.get_absolute_url()).content.decode()


def test_what_lies_about_its_type_is_refused(books: Books, cast: Cast) -> None:
    [entry] = books.post(books.open(), books.posting("5"))
    with pytest.raises(Refused):
        add_voucher(entry, b"MZ\x90\x00", "收据.png", by=cast.accountant)
    with pytest.raises(CannotPost, match="只收图片"):
        add_voucher(entry, b"a,b\r\n1,2\r\n", "收据.csv", by=cast.accountant)


def test_a_submitted_period_takes_and_loses_none(books: Books, cast: Cast) -> None:
    january = books.open()
    [entry] = books.post(january, books.posting("5"))
    voucher = add_voucher(entry, _picture(), "收据.png", by=cast.accountant)
    books.publish(january)
    entry.period.refresh_from_db()
    voucher.entry.period.refresh_from_db()
    with pytest.raises(CannotPost, match="不能再增减"):
        add_voucher(entry, _picture(), "又一张.png", by=cast.accountant)
    with pytest.raises(CannotPost, match="不能再增减"):
        drop_voucher(voucher, by=cast.accountant)


def test_dropping_it_drops_its_bytes(
    books: Books, cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    [entry] = books.post(books.open(), books.posting("5"))
    voucher = add_voucher(entry, _picture(), "收据.png", by=cast.accountant)
    path = voucher.file.name
    with django_capture_on_commit_callbacks(execute=True):
        drop_voucher(voucher, by=cast.accountant)
    assert not Voucher.objects.exists()
    assert not default_storage.exists(path)
