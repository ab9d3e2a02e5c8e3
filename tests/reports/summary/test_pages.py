"""A summary's page, files and desk."""

import io
import json
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader

from portal.core.staff.models import Staff
from portal.reports.papers.issue import digest_of
from portal.reports.summary.issue import issue
from portal.reports.summary.models import Problem, WorkSummary
from tests import factories
from tests.cast import Cast
from tests.factories import moment
from tests.reports.years import draft_summary, on

pytestmark = pytest.mark.django_db
HOME = "/reports/2025/summary/"
FIGURE = "/reports/2025/figures/%E4%B8%BB%E5%8A%A8%E5%85%AC%E5%BC%80%E4%BF%A1%E6%81%AF/"


@pytest.fixture(autouse=True)
def _january() -> Iterator[None]:
    with on("2026-01-20"):
        yield


@pytest.fixture
def summary(cast: Cast, head: Staff) -> WorkSummary:
    factories.published(
        cast.town, by=cast.officer, at=moment("2025-05-06 10:00"), formed_on=date(2025, 5, 1)
    )
    return draft_summary(cast, 2025)


def test_a_draft_is_nowhere_to_be_read(summary: WorkSummary, client: Client) -> None:
    for twin in ("", "?format=docx", "?format=pdf", "?format=json"):
        assert client.get(HOME + twin).status_code == 404
    assert HOME not in client.get("/reports/").content.decode()
    assert HOME not in client.get("/sitemap.xml").content.decode()


def test_issued_its_figures_lead_to_their_records(
    summary: WorkSummary, head: Staff, client: Client, django_assert_max_num_queries: Callable
) -> None:
    issue(summary, by=head)
    with django_assert_max_num_queries(12):
        page = client.get(HOME).content.decode()
    assert f'href="{FIGURE}">1条</a>' in page
    assert "【" not in page
    assert "（一）公开得迟。" in page
    assert "（一）每月提醒，到期前再提醒一次。（责任单位：政务公开办公室）" in page
    assert client.get(FIGURE).status_code == 200
    assert HOME in client.get("/reports/").content.decode()
    assert HOME in client.get("/sitemap.xml").content.decode()


def test_the_page_stays_to_the_letter_whatever_comes_later(
    summary: WorkSummary, cast: Cast, head: Staff, client: Client
) -> None:
    issue(summary, by=head)
    before = [client.get(HOME + twin).content for twin in ("", "?format=json")]
    factories.published(
        cast.town, by=cast.officer, at=moment("2025-06-06 10:00"), formed_on=date(2025, 6, 1)
    )
    cast.office.name = "改名办公室"
    cast.office.save()
    assert [client.get(HOME + twin).content for twin in ("", "?format=json")] == before
    told = json.loads(before[1])
    assert digest_of(told["content"]) == told["digest"]


def test_another_township_has_none_of_it(
    summary: WorkSummary, head: Staff, client: Client, settings: object
) -> None:
    issue(summary, by=head)
    settings.ALLOWED_HOSTS = ["testserver", "there.example"]
    factories.township(name="别镇", host="there.example")
    there = Client(headers={"host": "there.example"})
    assert there.get(HOME).status_code == 404
    assert HOME not in there.get("/reports/").content.decode()


def test_the_word_file_is_a_public_document(
    summary: WorkSummary, head: Staff, client: Client
) -> None:
    issue(summary, by=head)
    made = Document(io.BytesIO(client.get(f"{HOME}?format=docx").content))
    lines = [one.text for one in made.paragraphs if one.text]
    assert lines[0] == "阳光镇人民政府2025年政务公开工作总结"
    assert "全年主动公开信息1条。" in lines
    assert [line for line in lines if line[1] == "、"] == [
        "一、主要工作",
        "二、存在的问题",
        "三、下一步打算",
    ]
    assert "2026年1月20日" in lines
    assert made.core_properties.author == ""


def test_the_pdf_says_the_same(summary: WorkSummary, head: Staff, client: Client) -> None:
    issue(summary, by=head)
    reader = PdfReader(io.BytesIO(client.get(f"{HOME}?format=pdf").content))
    text = "".join(page.extract_text() for page in reader.pages)
    assert "全年主动公开信息1条" in text
    assert "【" not in text


def test_at_the_desk_it_is_begun_written_and_issued(
    cast: Cast, head: Staff, client: Client
) -> None:
    client.force_login(cast.officer)
    client.post("/admin/reports/worksummary/add/", {"year": "2025"})
    summary = WorkSummary.objects.get()
    at = f"/admin/reports/worksummary/{summary.pk}"
    page = client.get(f"{at}/change/").content.decode()
    assert "预览" in page
    assert "全年主动公开信息0条" in page
    rows = {
        "problems-TOTAL_FORMS": "1",
        "problems-INITIAL_FORMS": "0",
        "problems-0-text": "公开得迟",
        "problems-0-improvement": "每月提醒",
        "problems-0-position": "1",
        "opening": "公开【主动公开信息】",
        "done": "做了。",
    }
    assert client.post(f"{at}/change/", rows).status_code == 302
    assert Problem.objects.get().text == "公开得迟"
    assert "请另一位同事签发" in client.post(f"{at}/issue/").content.decode()
    client.force_login(head)
    client.post(f"{at}/issue/")
    assert "公开<a" in client.get(HOME).content.decode()
    assert client.post(f"{at}/change/", rows | {"opening": "改"}).status_code == 403


def test_at_the_desk_last_years_text_is_at_hand(
    summary: WorkSummary, cast: Cast, head: Staff, client: Client
) -> None:
    issue(summary, by=head)
    client.force_login(cast.officer)
    following = draft_summary(cast, 2026)
    page = client.get(f"/admin/reports/worksummary/{following.pk}/change/").content.decode()
    assert "上年的总结" in page
    assert "全年主动公开信息1条。" in page


@pytest.mark.parametrize("who", ["clerk", "accountant", "supervisor", "keeper"])
def test_others_do_not_see_it_at_the_desk(
    summary: WorkSummary, cast: Cast, client: Client, who: str
) -> None:
    client.force_login(getattr(cast, who))
    at = f"/admin/reports/worksummary/{summary.pk}"
    for page in ("change", "issue", "carry"):
        assert client.get(f"{at}/{page}/").status_code == 403
    client.post(f"{at}/issue/")
    assert not WorkSummary.objects.get().is_issued
