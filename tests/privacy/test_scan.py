import io
import json
import time

import pytest
import xlsxwriter
from docx import Document

from portal.privacy.scan import KIND_LABELS, Finding, Scan, scan_file, scan_html, scan_text
from tests.privacy.numbers import CARD, PHONE, SOMEBODY
from tests.spreadsheets.sheets import fill, of_rows, workbook


def docx_of(*runs: str) -> bytes:
    document = Document()
    paragraph = document.add_paragraph()
    for run in runs:
        paragraph.add_run(run)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def tally(scan: Scan) -> dict[tuple[str, str], int]:
    return {(finding.where, finding.kind): finding.count for finding in scan.findings}


def test_it_counts_by_kind_and_place() -> None:
    found = scan_text(f"{SOMEBODY} {PHONE}\n{PHONE}", "正文")
    assert found == (Finding("identity_number", "正文", 1), Finding("phone", "正文", 2))


def test_a_finding_reads_as_a_sentence() -> None:
    assert str(Finding("phone", "正文", 2)) == "正文有手机号 2 个"
    assert set(KIND_LABELS) == {"identity_number", "phone", "bank_card"}


@pytest.mark.parametrize(
    "html",
    [
        f"<p><b>{SOMEBODY[:4]}</b>{SOMEBODY[4:]}</p>",
        f"<p>{SOMEBODY[:6]}<span>{SOMEBODY[6:14]}</span>&nbsp;{SOMEBODY[14:]}</p>",
        f'<img alt="{SOMEBODY}" src="/images/1">',
        f'<a href="/x?id={SOMEBODY}" title="x">y</a>',
        f"<!-- {SOMEBODY} -->",
        f"<style>{SOMEBODY}</style>",
        "".join(f"&#{ord(digit)};" for digit in SOMEBODY),
    ],
)
def test_no_tag_hides_a_number(html: str) -> None:
    assert scan_html(html, "正文") == (Finding("identity_number", "正文", 1),)


def test_a_telephone_link_counts() -> None:
    assert scan_html(f'<a href="tel:%2B86{PHONE}">x</a>', "正文")[0].kind == "phone"


def test_neighbouring_cells_are_not_one_number() -> None:
    html = f"<tr><td>{PHONE[:3]}</td><td>{PHONE[3:]}</td></tr>"
    assert scan_html(html, "正文") == ()


def test_addresses_of_our_pictures_are_codes() -> None:
    assert scan_html('<img src="/images/8c1d-13900000001" alt="">', "正文") == ()


def test_a_number_split_over_runs_is_found() -> None:
    scan = scan_file(docx_of("身份证", SOMEBODY[:5], SOMEBODY[5:17], SOMEBODY[17:]), "a.docx")
    assert tally(scan) == {("正文", "identity_number"): 1}


def test_hidden_columns_and_sheets_are_named() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        roll, draft = book.add_worksheet("花名册"), book.add_worksheet("底稿")
        fill(roll, [["2025年7月农村低保金发放花名册"], ["姓名", "身份证号", "社保卡号"]])
        fill(roll, [[], [], ["甲", "", ""]])
        roll.write_string(2, 2, CARD)
        roll.set_column(2, 2, None, None, {"hidden": True})
        draft.write_string(0, 0, SOMEBODY)
        draft.hide()

    assert tally(scan_file(workbook(build), "花名册.xlsx")) == {
        ("工作表《花名册》的隐藏列", "bank_card"): 1,
        ("隐藏工作表《底稿》", "identity_number"): 1,
    }


def test_numbers_stored_as_numbers_are_found() -> None:
    scan = scan_file(of_rows([[int(SOMEBODY[:17] + "0"), int(PHONE), int(CARD)]]), "a.xlsx")
    kinds = {finding.kind for finding in scan.findings}
    assert kinds == {"identity_number", "phone", "bank_card"}


def test_a_village_ledger_is_clean() -> None:
    rows = [["日期", "凭证号", "收入"], ["2025.1.2", "01-004", 36215.4], ["2025.1.3", "", 139.5]]
    assert scan_file(of_rows(rows), "台账.xlsx").clean


def test_an_image_is_never_green() -> None:
    scan = scan_file(b"\xff\xd8\xff", "照片.JPEG")
    assert not scan.clean
    assert "人工查看" in scan.unreadable[0]


def test_an_unknown_format_is_never_green() -> None:
    assert not scan_file(b"x", "a.xyz").clean
    assert not scan_file(b"x", "x").clean


def test_it_goes_into_a_json_field() -> None:
    scan = Scan((Finding("phone", "正文", 1),), ("第3页是图片，无法检查文字",))
    assert json.loads(json.dumps(scan.as_dict())) == {
        "findings": [{"kind": "phone", "where": "正文", "count": 1}],
        "unreadable": ["第3页是图片，无法检查文字"],
    }


def test_twenty_thousand_rows_take_seconds() -> None:
    rows = [[n, "长岗社区", "甲", SOMEBODY, 4.2, 107.5, 451.5, int(PHONE)] for n in range(20_000)]
    data = of_rows(rows)
    started = time.monotonic()
    assert tally(scan_file(data, "a.xlsx"))["工作表《明细》", "phone"] == 20_000
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("text", ["1 " * 200_000, "1" * 500_000, "1-" * 200_000, "1.1" * 200_000])
def test_endless_digits_do_not_stop_the_scan(text: str) -> None:
    started = time.monotonic()
    assert scan_text(text, "正文") == ()
    assert time.monotonic() - started < 5


def test_a_file_under_a_false_name_is_read_for_what_it_is() -> None:
    assert scan_file("电话,13905512345\r\n".encode(), "通知.pdf").findings[0].kind == "phone"
