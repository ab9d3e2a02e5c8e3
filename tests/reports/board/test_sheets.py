"""Sheets for notice boards: every size of paper, page x of y, heads that come again, a code."""

import io
import re

import pytest
from django.test import Client
from pypdf import PdfReader

from disclosures.flow.withdraw import withdraw
from disclosures.items.models import Disclosure
from portal.reports.board.hang import Hanging, hang
from portal.reports.board.models import Board
from portal.reports.board.short import short_address
from tests import factories
from tests.cast import Cast
from tests.reports.years import on

pytestmark = pytest.mark.django_db
ROWS = "".join(f"<tr><td>第{number}组</td><td>{number * 10}元</td></tr>" for number in range(90))
BODY = (
    f"<table><thead><tr><th>村民组名称</th><th>金额</th></tr></thead><tbody>{ROWS}</tbody></table>"
)
SIZES = {
    ("a4", "portrait"): (595, 842),
    ("a4", "landscape"): (842, 595),
    ("a3", "portrait"): (842, 1191),
    ("a3", "landscape"): (1191, 842),
}


@pytest.fixture
def item(cast: Cast) -> Disclosure:
    cast.office.phone = "0559-5550001"
    cast.office.save()
    at = factories.moment("2026-04-20 09:00")
    return factories.published(cast.town, by=cast.officer, at=at, title="补贴发放公告", body=BODY)


def pages(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    assert answer["Content-Type"] == "application/pdf"
    return [page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages]


@pytest.mark.parametrize("size", SIZES)
def test_each_paper_has_its_size(
    cast: Cast, item: Disclosure, client: Client, size: tuple[str, str]
) -> None:
    address = f"/board/sheet/item/{item.pk}/?paper={size[0]}&turn={size[1]}"
    box = PdfReader(io.BytesIO(client.get(address).content)).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == SIZES[size]


def test_every_page_says_its_number_the_publisher_and_where_to_read_on(
    cast: Cast, item: Disclosure, client: Client
) -> None:
    found = pages(client, f"/board/sheet/item/{item.pk}/")
    assert len(found) > 2
    for number, text in enumerate(found, start=1):
        assert f"第 {number} 页，共 {len(found)} 页" in text
        assert "0559-5550001" in text
        assert short_address("item", item.pk) in text
        assert "2026年4月20日公开" in text
    assert "补贴发放公告" in found[0]


def test_heads_come_again_on_every_page_of_a_table(
    cast: Cast, item: Disclosure, client: Client
) -> None:
    for text in pages(client, f"/board/sheet/item/{item.pk}/"):
        assert ("名称 金额" in text) == bool(re.search(r"第\d+组", text))


def test_large_type_takes_more_pages(cast: Cast, item: Disclosure, client: Client) -> None:
    plain, large = (
        len(pages(client, f"/board/sheet/item/{item.pk}/?type={kind}"))
        for kind in ("normal", "large")
    )
    assert large > plain


def test_a_board_is_one_document_of_all_that_hangs(
    cast: Cast, item: Disclosure, client: Client
) -> None:
    at = factories.moment("2026-04-21 09:00")
    second = factories.published(cast.town, by=cast.officer, at=at, title="停水公告")
    given = {"organisation": cast.village, "name": "村务公开栏", "address": "村口"}
    board = Board.objects.create(township=cast.town, **given)
    with on("2026-04-21"):
        for one in (item, second):
            hang(board, Hanging("item", one.pk, at.date()), by=cast.officer)
    words = "".join(pages(client, f"/board/sheet/board/{board.pk}/"))
    assert "补贴发放公告" in words
    assert "停水公告" in words
    withdraw(second, by=cast.officer, reason="有误")
    assert "停水公告" not in "".join(pages(client, f"/board/sheet/board/{board.pk}/"))


def test_the_code_leads_to_the_page_and_says_what_was_taken_down(
    cast: Cast, item: Disclosure, client: Client
) -> None:
    code = short_address("item", item.pk)
    assert client.get(code)["Location"] == item.get_absolute_url()
    withdraw(item, by=cast.officer, reason="有误")
    assert client.get(code, follow=True).status_code == 410
    assert client.get(f"/board/sheet/item/{item.pk}/").status_code == 404
