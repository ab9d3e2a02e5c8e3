"""A plan's pages, files and desk."""

import io
import json
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader

from disclosures.catalogue.load import load_standard
from portal.core.staff.models import Staff
from portal.reports.papers.issue import digest_of
from portal.reports.plan.issue import issue
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.plan.supplement import issue_supplement
from tests import factories
from tests.cast import Cast
from tests.factories import moment
from tests.reports.years import draft_plan, measure, on

pytestmark = pytest.mark.django_db
HOME = "/reports/2026/plan/"


@pytest.fixture
def plan(cast: Cast, head: Staff) -> WorkPlan:
    plan = draft_plan(cast, 2026)
    entry = factories.entry(cast.town, name="低保资金", publisher=cast.office)
    factories.published(cast.town, by=cast.officer, entry=entry, at=moment("2026-05-06 10:00"))
    measure(plan, "社会保障", by=cast.officer, entries=[entry], figures="主动公开信息")
    return plan


def test_a_draft_is_nowhere_to_be_read(plan: WorkPlan, client: Client) -> None:
    for address in (HOME, f"{HOME}1/", f"{HOME}?format=docx", f"{HOME}?format=pdf"):
        assert client.get(address).status_code == 404
    assert HOME not in client.get("/reports/").content.decode()
    assert HOME not in client.get("/sitemap.xml").content.decode()


def test_issued_it_is_a_page_with_files_and_data(
    plan: WorkPlan, head: Staff, client: Client, django_assert_max_num_queries: Callable
) -> None:
    issue(plan, by=head)
    with django_assert_max_num_queries(22):
        page = client.get(HOME).content.decode()
    assert "（一）社会保障" in page
    assert "本年公开 1 条" in page
    assert HOME in client.get("/reports/").content.decode()
    assert f"{HOME}1/" in client.get("/sitemap.xml").content.decode()
    told = json.loads(client.get(f"{HOME}?format=json").content)
    assert told["digest"] == digest_of(told["content"])


def test_a_measure_leads_to_its_records(
    plan: WorkPlan, head: Staff, client: Client, django_assert_max_num_queries: Callable
) -> None:
    issue(plan, by=head)
    with django_assert_max_num_queries(24):
        page = client.get(f"{HOME}1/").content.decode()
    entry = plan.measures.get().entries.get()
    link = f"{entry.get_absolute_url()}?year=2026"
    assert link in page
    assert "0／1" in page  # formed in March, published in May
    assert "共 1 条" in client.get(link).content.decode()
    assert client.get(f"{HOME}2/").status_code == 404


def test_the_page_tells_of_supplements_and_what_they_replace(
    plan: WorkPlan, cast: Cast, head: Staff, client: Client
) -> None:
    plan = issue(plan, by=head)
    old = plan.measures.get()
    added = measure(plan, "按月公开", by=cast.officer, note="群众要求", replaces=old)
    assert "按月公开" not in client.get(HOME).content.decode()
    issue_supplement(added, by=head)
    page = client.get(HOME).content.decode()
    assert "公布以后补充的措施" in page
    assert "群众要求" in page
    assert "由<a href" in client.get(f"{HOME}1/").content.decode()
    assert "代替" in client.get(f"{HOME}2/").content.decode()
    made = Document(io.BytesIO(client.get(f"{HOME}?format=docx").content))
    assert any("补充，原因：群众要求" in one.text for one in made.paragraphs)


def test_the_word_file_is_a_public_document(plan: WorkPlan, head: Staff, client: Client) -> None:
    with on("2026-02-25"):
        issue(plan, by=head)
    answer = client.get(f"{HOME}?format=docx")
    assert "filename*=utf-8''" in answer["Content-Disposition"]
    made = Document(io.BytesIO(answer.content))
    lines = [one.text for one in made.paragraphs if one.text]
    assert lines[0] == "阳光镇人民政府2026年政务公开工作计划"
    assert "一、做好主动公开" in lines
    assert "（一）社会保障" in lines
    assert "2026年2月25日" in lines
    rows = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert rows[0] == ["序号", "措施", "责任单位", "完成时限"]
    assert rows[1] == ["1", "社会保障", "政务公开办公室", "2026-12-31"]


def test_the_pdf_says_the_same(plan: WorkPlan, head: Staff, client: Client) -> None:
    issue(plan, by=head)
    pages = PdfReader(io.BytesIO(client.get(f"{HOME}?format=pdf").content)).pages
    text = "".join(page.extract_text() for page in pages)
    assert "2026年政务公开工作计划" in text
    assert "责任单位：政务公开办公室" in text


def test_at_the_desk_it_is_begun_written_and_issued(
    cast: Cast, head: Staff, client: Client
) -> None:
    load_standard(cast.town)
    client.force_login(cast.officer)
    client.post("/admin/reports/workplan/add/", {"year": "2026"})
    plan = WorkPlan.objects.get()
    at = f"/admin/reports/workplan/{plan.pk}"
    assert "还没有责任单位" in client.get(f"{at}/change/").content.decode()
    for one in plan.measures.all():
        answer = client.post(
            f"/admin/reports/measure/{one.pk}/change/",
            {
                "chapter": one.chapter,
                "position": one.position,
                "title": one.title,
                "text": one.text,
                "office": cast.office.pk,
                "due_on": one.due_on.isoformat(),
                "entries": [entry.pk for entry in one.entries.all()],
                "figures": one.figure_names,
            },
        )
        assert answer.headers["Location"].endswith(f"{at}/change/")
    assert "请另一位同事签发" in client.post(f"{at}/issue/").content.decode()
    client.force_login(head)
    client.post(f"{at}/issue/")
    assert Measure.objects.public(cast.town).count() == 11
    assert client.get(HOME).status_code == 200


def test_at_the_desk_a_public_measure_can_be_neither_changed_nor_deleted(
    plan: WorkPlan, head: Staff, client: Client
) -> None:
    issue(plan, by=head)
    one = plan.measures.get()
    client.force_login(head)
    at = f"/admin/reports/measure/{one.pk}"
    assert client.post(f"{at}/change/", {"title": "改"}).status_code == 403
    assert client.post(f"{at}/delete/", {"post": "yes"}).status_code == 403
    assert "补充原因" in client.get(f"/admin/reports/measure/add/?plan={plan.pk}").content.decode()


def test_at_the_desk_a_supplement_is_written_and_issued_by_another(
    plan: WorkPlan, cast: Cast, head: Staff, client: Client
) -> None:
    issue(plan, by=head)
    client.force_login(cast.officer)
    given = {
        "plan": plan.pk,
        "chapter": "补",
        "position": 1,
        "title": "加一项",
        "text": "做。",
        "office": cast.office.pk,
        "due_on": date(2026, 12, 1).isoformat(),
        "note": "会议要求",
        "figures": ["按时公开率"],
    }
    client.post("/admin/reports/measure/add/", given)
    added = Measure.objects.get(title="加一项")
    at = f"/admin/reports/measure/{added.pk}"
    assert "请另一位同事签发" in client.post(f"{at}/issue/").content.decode()
    client.force_login(head)
    client.post(f"{at}/issue/")
    added.refresh_from_db()
    assert (added.number, added.figure_names) == (2, ["按时公开率"])


@pytest.mark.parametrize("who", ["clerk", "accountant", "supervisor", "keeper"])
def test_others_do_not_see_the_papers_of_the_year(
    plan: WorkPlan, cast: Cast, client: Client, who: str
) -> None:
    client.force_login(getattr(cast, who))
    one = plan.measures.get()
    for at in (f"workplan/{plan.pk}", f"measure/{one.pk}"):
        for page in ("change", "issue"):
            assert client.get(f"/admin/reports/{at}/{page}/").status_code == 403
    assert not WorkPlan.objects.get().is_issued


def test_the_auditor_reads_and_does_not_write(plan: WorkPlan, cast: Cast, client: Client) -> None:
    client.force_login(cast.auditor)
    at = f"/admin/reports/workplan/{plan.pk}"
    assert client.get(f"{at}/change/").status_code == 200
    assert client.post(f"{at}/change/", {"opening": "改"}).status_code == 403
    client.post(f"{at}/issue/")
    assert not WorkPlan.objects.get().is_issued
