"""The annual report: counted, put right by hand with a reason, proven, issued by another, fixed."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from unittest.mock import patch

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.html import strip_tags
from docx import Document

from applications.cases.record_event import record_event
from applications.cases.take_in import register
from applications.decisions.outcomes import Outcome
from applications.procedure.channels import Channel
from applications.procedure.events import Decided
from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.reports.annual.begin import begin
from portal.reports.annual.due import due_on, owed, reminder_for
from portal.reports.annual.issue import hindrances, issue
from portal.reports.annual.lines import CARRIED_FORWARD, HANDLED, NEW, SUM
from portal.reports.annual.models import AnnualReport, LineWording, ReportRules
from portal.reports.annual.override import put_numbers
from portal.reports.annual.sheet import sheet_of
from portal.reports.papers.issue import digest_of
from portal.spreadsheets.read import read_workbook
from tests import factories
from tests.applications.cases.test_take_in import wanted
from tests.cast import Cast
from tests.documents.test_official import words_of_docx, words_of_pdf
from tests.factories import moment
from tests.reports.years import write_chapters

pytestmark = pytest.mark.django_db
LICENCES = ("active", "licences", "decisions")
PENALTIES = ("active", "penalties", "decisions")
ENFORCEMENT = ("active", "enforcement", "decisions")
CHARGES = ("active", "charges", "charged")
BY_HAND = {key: Decimal(3) for key in (LICENCES, PENALTIES, ENFORCEMENT)} | {
    CHARGES: Decimal("1.25")
}
NEW_CITIZENS = ("requests", NEW, "citizen")


@pytest.fixture
def head(cast: Cast) -> Staff:
    return factories.staff(cast.office, Role.HEAD, name="周主任")


@pytest.fixture
def in_january() -> object:
    with (
        patch.object(clock, "now", lambda: moment("2026-01-15 10:00")),
        patch.object(clock, "today", lambda: date(2026, 1, 15)),
    ):
        yield


@pytest.fixture
def report(cast: Cast, head: Staff, in_january: object) -> AnnualReport:
    """2025: three received, one answered."""
    for day in (3, 4, 5):
        receipt = register(
            cast.town, wanted(), Channel.COUNTER, date(2025, 12, day), by=cast.officer
        )
    decided = Decided(on=date(2025, 12, 20), outcomes=(Outcome.PARTIAL,))
    record_event(receipt.application, decided, by=head, drafted_by=cast.officer)
    return begin(cast.town, 2025, by=cast.officer)


def ready(report: AnnualReport, by: Staff) -> None:
    write_chapters(report)
    put_numbers(report, BY_HAND, "别的系统里的数", by=by)


def test_the_tables_are_counted_from_the_records(report: AnnualReport) -> None:
    sheet = sheet_of(report)
    assert sheet.requests[NEW, "citizen"] == sheet.requests[NEW, SUM] == 3
    assert sheet.requests["partial", SUM] == sheet.requests[HANDLED, SUM] == 1
    assert sheet.requests[CARRIED_FORWARD, SUM] == 2
    assert sheet.broken == []
    assert {cell.key for cell in sheet.missing} == set(BY_HAND)


def test_another_number_needs_a_reason_and_keeps_the_count(
    report: AnnualReport, cast: Cast
) -> None:
    with pytest.raises(CannotMove, match="请写明原因"):
        put_numbers(report, {NEW_CITIZENS: Decimal(5)}, "", by=cast.officer)
    put_numbers(report, {NEW_CITIZENS: Decimal(5)}, "系统启用前两件", by=cast.officer)
    cell = sheet_of(report).cells[NEW_CITIZENS]
    assert (cell.computed, cell.value) == (3, 5)
    assert cell.override.by == cast.officer
    put_numbers(report, {NEW_CITIZENS: None}, "", by=cast.officer)
    assert sheet_of(report).cells[NEW_CITIZENS].value == 3


@pytest.mark.parametrize("number", ["-1", "1.5"])
def test_what_can_be_no_count_is_refused_and_nothing_is_changed(
    report: AnnualReport, cast: Cast, number: str
) -> None:
    given = {LICENCES: Decimal(3), NEW_CITIZENS: Decimal(number)}
    with pytest.raises(CannotMove):
        put_numbers(report, given, "试试", by=cast.officer)
    assert sheet_of(report).cells[LICENCES].missing


def test_a_broken_identity_stands_in_the_way(report: AnnualReport, cast: Cast, head: Staff) -> None:
    ready(report, cast.officer)
    put_numbers(report, {NEW_CITIZENS: Decimal(5)}, "启用前", by=cast.officer)
    with pytest.raises(CannotMove, match="不成立"):
        issue(report, by=head)
    report.refresh_from_db()
    assert not report.is_issued


def test_missing_numbers_and_chapters_and_unknown_figures_stand_in_the_way(
    report: AnnualReport,
) -> None:
    report.problems = ""
    report.others = "共【编的】"
    told = " ".join(hindrances(report, sheet_of(report)))
    assert "行政许可，本年处理决定数量：系统里没有" in told
    assert "“五、存在的主要问题及改进情况”还没有写" in told
    assert "【编的】" in told


def test_it_is_written_by_one_and_issued_by_another(
    report: AnnualReport, cast: Cast, head: Staff
) -> None:
    ready(report, cast.officer)
    with pytest.raises(CannotMove, match="两个人"):
        issue(report, by=cast.officer)
    for person in (cast.clerk, cast.auditor, cast.administrator):
        with pytest.raises(PermissionDenied):
            issue(report, by=person)
    assert issue(report, by=head).is_issued


def test_no_year_is_reported_before_it_is_over(cast: Cast, in_january: object) -> None:
    report = begin(cast.town, 2026, by=cast.officer)
    assert "2026年还没有结束" in hindrances(report, sheet_of(report))[0]


def test_what_was_issued_stays_whatever_is_recorded_later(
    report: AnnualReport, cast: Cast, head: Staff, client: Client
) -> None:
    ready(report, cast.officer)
    issued = issue(report, by=head)
    before = client.get("/reports/2025/annual/").content
    register(cast.town, wanted(), Channel.COUNTER, date(2025, 12, 30), by=cast.officer)
    assert sheet_of(issued).requests[NEW, SUM] == 4
    assert client.get("/reports/2025/annual/").content == before
    assert digest_of(issued.issued) == issued.digest
    with pytest.raises(CannotMove, match="已经公布"):
        put_numbers(issued, {NEW_CITIZENS: Decimal(9)}, "改", by=cast.officer)


def test_the_words_of_a_line_are_the_townships_and_stay_as_they_were_issued(
    report: AnnualReport, cast: Cast, head: Staff, client: Client
) -> None:
    for line, words in (("process", "属于过程性信息"), ("section_refused", "不予以公开")):
        LineWording.objects.create(township=cast.town, line=line, words=words)
    ready(report, cast.officer)
    issue(report, by=head)
    LineWording.objects.all().delete()
    LineWording.objects.create(township=cast.town, line="process", words="后来的说法")
    page = client.get("/reports/2025/annual/").content.decode()
    drawn = words_of_pdf(client.get("/reports/2025/annual/?format=pdf").content)
    data = client.get("/reports/2025/annual/?format=csv").getvalue().decode("utf-8-sig")
    told = ("属于过程性信息", "不予以公开", "属于四类过程性信息", "后来的说法")
    for form in (page, "".join(drawn.split()), data):
        assert [words in form for words in told] == [True, True, False, False]
    following = begin(cast.town, 2026, by=cast.officer)
    assert sheet_of(following).words == {"process": "后来的说法"}


def test_next_years_carried_over_must_be_this_years_carried_forward(
    report: AnnualReport, cast: Cast, head: Staff
) -> None:
    ready(report, cast.officer)
    issue(report, by=head)
    following = begin(cast.town, 2026, by=cast.officer)
    assert sheet_of(following).broken == []
    carried = ("requests", "carried_over", "citizen")
    put_numbers(following, {carried: Decimal(1)}, "数错", by=cast.officer)
    assert any("上一年度报告" in str(one) for one in sheet_of(following).broken)


def test_a_year_before_the_system_is_filled_in_by_hand_under_the_same_checks(
    cast: Cast, head: Staff, in_january: object
) -> None:
    report = begin(cast.town, 2019, by=cast.officer, by_hand=True)
    assert len(sheet_of(report).missing) == len(sheet_of(report).cells)
    zeros = {key: Decimal(0) for key in sheet_of(report).cells}
    put_numbers(report, zeros | {NEW_CITIZENS: Decimal(2)}, "", by=cast.officer)
    assert sheet_of(report).broken
    put_numbers(report, {("requests", "granted", "citizen"): Decimal(2)}, "", by=cast.officer)
    assert sheet_of(report).broken == []


def test_the_page_and_its_twins_exist_only_when_issued(
    report: AnnualReport,
    cast: Cast,
    head: Staff,
    client: Client,
    django_assert_max_num_queries: Callable,
) -> None:
    for twin in ("", "?format=xlsx", "?format=csv", "?format=json"):
        assert client.get(f"/reports/2025/annual/{twin}").status_code == 404
    assert "还没有公布" in client.get("/reports/").content.decode()
    ready(report, cast.officer)
    issue(report, by=head)
    assert "/reports/2025/annual/" in client.get("/reports/").content.decode()
    with django_assert_max_num_queries(12):
        page = client.get("/reports/2025/annual/").content.decode()
    assert "全年新收政府信息公开申请3件" in strip_tags(page)
    assert "【" not in page
    told = json.loads(client.get("/reports/2025/annual/?format=json").content)
    assert digest_of(told["content"]) == told["digest"]
    csv = b"".join(client.get("/reports/2025/annual/?format=csv").streaming_content).decode()
    assert "三、收到和处理政府信息公开申请情况" in csv


def test_the_report_is_taken_away_as_an_official_document(
    report: AnnualReport, cast: Cast, head: Staff, client: Client
) -> None:
    assert client.get("/reports/2025/annual/?format=docx").status_code == 404
    ready(report, cast.officer)
    issue(report, by=head)
    docx, pdf = (client.get(f"/reports/2025/annual/?format={kind}") for kind in ("docx", "pdf"))
    in_word, in_pdf = words_of_docx(docx.content), words_of_pdf(pdf.content)
    for words in (
        "2025年政府信息公开工作年度报告",
        "全年新收政府信息公开申请3件",
        "结转下年度继续办理",
    ):
        assert words in in_word
        assert words in "".join(in_pdf.split())
    assert "docx" in docx.headers["Content-Disposition"]


def test_writers_are_reminded_on_their_desk_until_it_is_issued(
    report: AnnualReport, cast: Cast, head: Staff, client: Client, in_january: object
) -> None:
    assert reminder_for(cast.clerk, cast.town) is None
    told = reminder_for(cast.officer, cast.town)
    assert (told.year, told.left, told.late) == (2025, 16, 0)
    client.force_login(cast.officer)
    assert "2026年1月31日前公布" in client.get("/admin/").content.decode()
    ready(report, cast.officer)
    issue(report, by=head)
    assert reminder_for(cast.officer, cast.town) is None


def test_the_day_is_the_townships_own(cast: Cast) -> None:
    assert due_on(cast.town, 2025) == date(2026, 1, 31)
    ReportRules.objects.create(township=cast.town, due_month=2, due_day=31)
    assert due_on(cast.town, 2025) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("on", "year"), [("2025-12-01", 2025), ("2026-01-20", 2025), ("2026-03-01", 2025)]
)
def test_it_is_reminded_of_from_december(cast: Cast, on: str, year: int) -> None:
    assert owed(cast.town, date.fromisoformat(on)) == (year, date(year + 1, 1, 31))


def test_the_command_tells_every_cell_and_identity(report: AnnualReport) -> None:
    out = StringIO()
    call_command("annual_report", "2025", "--json", stdout=out)
    told = json.loads(out.getvalue())
    assert told["ok"]
    assert len(told["identities"]) == len(sheet_of(report).identities)
    assert {"table", "line", "column", "value"} == set(told["cells"][0])
    assert len(told["missing"]) == len(BY_HAND)


def test_at_the_desk_it_is_begun_filled_in_and_issued(
    cast: Cast, head: Staff, in_january: object, client: Client
) -> None:
    client.force_login(cast.officer)
    client.post("/admin/reports/annualreport/add/", {"year": "2025"})
    report = AnnualReport.objects.get()
    at = f"/admin/reports/annualreport/{report.pk}"
    assert "【主动公开信息】" in client.get(f"{at}/change/").content.decode()
    write_chapters(report)
    boxes = {"__".join(key): str(number) for key, number in BY_HAND.items()}
    page = client.post(f"{at}/numbers/", boxes | {"reason": "报表"}, follow=True).content.decode()
    assert "勾稽关系都成立" in page
    assert "请另一位同事签发" in client.post(f"{at}/issue/").content.decode()
    client.force_login(head)
    client.post(f"{at}/issue/")
    assert AnnualReport.objects.get().is_issued
    assert client.get(f"{at}/numbers/").status_code == 200
    client.post(f"{at}/numbers/", boxes | {"reason": "改", "requests__new__citizen": "9"})
    assert AnnualReport.objects.get().overrides.count() == len(BY_HAND)


def test_nobody_else_looks_at_a_draft(report: AnnualReport, cast: Cast, client: Client) -> None:
    at = f"/admin/reports/annualreport/{report.pk}"
    for person in (cast.clerk, cast.accountant, cast.keeper):
        client.force_login(person)
        for page in ("change", "numbers", "issue"):
            assert client.get(f"{at}/{page}/").status_code == 403


def test_the_official_table_three_has_its_headings(
    report: AnnualReport, head: Staff, client: Client
) -> None:
    """domain.md: 法人或其他组织 above its five kinds, 三 beside all that was done."""
    ready(report, head)
    issue(report, by=factories.staff(head.organisation, Role.HEAD))
    page = client.get(report.get_absolute_url()).content.decode()
    assert page.count("三、本年度办理结果</th>") == 1
    assert '<th scope="colgroup" colspan="5">法人或其他组织</th>' in page
    made = client.get(report.get_absolute_url(), {"format": "docx"}).content
    *_, requests, remedies = Document(BytesIO(made)).tables
    lines = [[cell.text for cell in row.cells] for row in requests.rows]
    assert [set(line[4:9]) for line in lines[:2]] == [{"申请人情况"}, {"法人或其他组织"}]
    assert lines[2][3:] == [
        "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计",
    ]  # fmt: skip
    named = [line[:3] for line in lines[3:]]
    whole, refused = "三、本年度办理结果", "（三）\n不予公开"
    assert named[:3] == [
        ["一、本年新收政府信息公开申请数量"] * 3,
        ["二、上年结转政府信息公开申请数量"] * 3,
        [whole, "（一）予以公开", "（一）予以公开"],
    ]
    assert named[4] == [whole, refused, "1.属于国家秘密"]
    assert named[-2:] == [[whole, "（七）总计", "（七）总计"], ["四、结转下年度继续办理"] * 3]
    assert len(remedies.rows[-1].cells) == 15


@pytest.mark.parametrize("year", ["abc", "-5", "0", "2007", "2027", "99999", "２０２５年", ""])
def test_a_year_that_cannot_be_is_refused_in_words(
    year: str, cast: Cast, in_january: object
) -> None:
    out = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("annual_report", *[year][: len(year)], "--json", stdout=out)
    assert stopped.value.code == 2
    told = json.loads(out.getvalue())
    assert not told["ok"]
    assert "请写 2008 到 2026 之间的年份，如 2025。" in told["error"]
    with pytest.raises(CommandError, match="请写 2008 到 2026"):
        call_command("annual_report", *[year][: len(year)], stdout=out)


def test_a_township_that_there_is_not_is_refused_as_json_too(cast: Cast) -> None:
    for command in (["annual_report", "2025"], ["inspect_site"]):
        out = StringIO()
        with pytest.raises(SystemExit):
            call_command(*command, "--township", "none", "--json", stdout=out)
        assert "请用 --township 指明乡镇" in json.loads(out.getvalue())["error"]


def test_the_workbook_has_the_official_tables(
    report: AnnualReport, cast: Cast, head: Staff, client: Client
) -> None:
    ready(report, cast.officer)
    issue(report, by=head)
    made = client.get(report.get_absolute_url(), {"format": "xlsx"})
    assert made["Content-Type"].endswith("spreadsheetml.sheet")
    active, requests, remedies = (one.rows for one in read_workbook(made.content, "x").sheets)
    words = {cell for row in active for cell in row}
    assert {"第二十条第（八）项", "行政规范性文件", 1.25} <= words
    assert requests[1][3:5] == ["自然人", "法人或其他组织"]
    assert [requests[3][place] for place in (0, 3, 9)] == ["一、本年新收政府信息公开申请数量", 3, 3]
    assert len(remedies[-1]) == 15
