"""Every cell of the report opens to the records that it counts, and to no others."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from applications.cases.models import Application
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.reports.annual.behind import behind
from portal.reports.annual.issue import issue
from portal.reports.annual.layout import remedy_rows, request_rows
from portal.reports.annual.lines import IN_FORCE, MADE, REPEALED
from portal.reports.annual.models import AnnualReport
from portal.reports.annual.sheet import sheet_of
from tests import factories
from tests.cast import Cast
from tests.factories import moment
from tests.reports.annual.test_report import (  # noqa: F401
    CHARGES,
    LICENCES,
    NEW_CITIZENS,
    head,
    in_january,
    ready,
    report,
)

pytestmark = pytest.mark.django_db


def test_as_many_records_stand_behind_each_cell_as_it_says(report: AnnualReport) -> None:  # noqa: F811
    sheet = sheet_of(report)
    cells = [cell for row in (*request_rows(sheet), *remedy_rows(sheet)) for cell in row.cells]
    for cell in cells:
        assert behind(report.township, report.year, cell.key).count() == cell.value, cell.key
    assert sum(cell.value for cell in cells) > 10


def test_documents_are_those_made_repealed_and_in_force(cast: Cast) -> None:
    entry = factories.entry(cast.town, code="A01-01")
    for year in (2024, 2025):
        item = factories.published(
            cast.town,
            by=cast.officer,
            entry=entry,
            formed_on=date(year, 3, 1),
            title=f"{year}年办法",
            at=moment(f"{year}-03-02 10:00"),
        )
        if year == 2024:
            item.repealed_on = date(2025, 6, 1)
            item.save(update_fields=["repealed_on"])
    told = {
        column: [one.live.title for one in behind(cast.town, 2025, ("active", "documents", column))]
        for column in (MADE, REPEALED, IN_FORCE)
    }
    assert told == {MADE: ["2025年办法"], REPEALED: ["2024年办法"], IN_FORCE: ["2025年办法"]}
    assert behind(cast.town, 2025, LICENCES) is behind(cast.town, 2025, CHARGES) is None


def test_a_cell_at_the_desk_opens_to_its_applications(
    report: AnnualReport,  # noqa: F811
    cast: Cast,
    head: Staff,  # noqa: F811
    client: Client,
) -> None:
    client.force_login(head)
    at = f"/admin/reports/annualreport/{report.pk}/numbers/"
    cell = at + "/".join(NEW_CITIZENS) + "/"
    assert f'href="{cell}"' in client.get(at).content.decode()
    page = client.get(cell).content.decode()
    numbers = Application.objects.values_list("number", flat=True)
    assert len(numbers) == 3
    assert all(number in page for number in numbers)
    ready(report, cast.officer)
    filled = client.get(at + "/".join(LICENCES) + "/").content.decode()
    assert "系统里没有这一格的记录" in filled
    assert f"报告里填的是 3：{cast.officer.name}" in filled
    assert "别的系统里的数" in filled
    assert client.get(at + "requests/nothing/citizen/").status_code == 404
    client.force_login(factories.staff(cast.office, Role.CLERK))
    assert client.get(cell).status_code == 403


def test_what_was_counted_is_told_though_it_was_answered_anew_later(
    report: AnnualReport,  # noqa: F811
    head: Staff,  # noqa: F811
    client: Client,
) -> None:
    Application.objects.exclude(ended_on=None).update(ended_as="not_found", outcome="granted")
    client.force_login(head)
    cell = f"/admin/reports/annualreport/{report.pk}/numbers/requests/not_held/citizen/"
    page = client.get(cell).content.decode()
    assert "对应的记录有 1 件" in page
    assert "信息不存在" in page
    assert "予以公开" not in page


def test_numbers_on_the_public_page_lead_on_but_not_to_single_applications(
    report: AnnualReport,  # noqa: F811
    cast: Cast,
    head: Staff,  # noqa: F811
    client: Client,
) -> None:
    ready(report, cast.officer)
    issue(report, by=head)
    page = client.get(report.get_absolute_url()).content.decode()
    counted = sum(
        bool(cell.value)
        for row in (*request_rows(sheet_of(report)), *remedy_rows(sheet_of(report)))
        for cell in row.cells
    )
    assert page.count('href="/applications/statistics/?year=2025"') >= counted > 5
    assert not any(one in page for one in Application.objects.values_list("number", flat=True))


def test_numbers_in_the_words_lead_to_their_records(
    report: AnnualReport,  # noqa: F811
    cast: Cast,
    head: Staff,  # noqa: F811
    client: Client,
) -> None:
    ready(report, cast.officer)
    report = issue(report, by=head)
    page = client.get(report.get_absolute_url()).content.decode()
    figures = reverse("reports:figure", args=[2025, "主动公开信息"])
    assert f'全年主动公开政府信息<a class="figure-link" href="{figures}">0条</a>' in page
    assert "<h3>（一）主动公开</h3>" in page
    assert "【" not in page
