"""The quarter's report: scores, indicators, what is to mend, what was, how residents fared."""

import io
from datetime import date

import pytest
from django.test import Client
from docx import Document

from portal.core import clock
from portal.documents.docx import docx_of
from portal.reports.inspection.indicators import Indicator
from portal.reports.inspection.models import Inspection
from portal.reports.inspection.quarter import (
    Quarter,
    document_of,
    quarter_of,
    quarters_until,
    told_of,
)
from tests import factories
from tests.cast import Cast
from tests.documents.test_official import words_of_docx
from tests.factories import moment

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/reports/inspection/quarter/"


def inspected(cast: Cast, at: str, points: int, *where: str, pages: int = 9) -> Inspection:
    """An inspection that found a broken link on each of the pages `where`."""
    findings = [
        {
            "indicator": Indicator.LINK_BROKEN.value,
            "where": one,
            "address": one,
            "what": "链接打不开。",
            "cure": "请改正。",
        }
        for one in where
    ]
    return Inspection.objects.create(
        township=cast.town, at=moment(at), points=points, findings=findings, pages=pages
    )


@pytest.mark.parametrize(
    ("on", "first", "last"),
    [
        ("2026-01-01", "2026-01-01", "2026-03-31"),
        ("2026-06-30", "2026-04-01", "2026-06-30"),
        ("2026-12-31", "2026-10-01", "2026-12-31"),
    ],
)
def test_a_quarter_has_three_months(on: str, first: str, last: str) -> None:
    found = quarter_of(date.fromisoformat(on))
    assert (str(found.first), str(found.last)) == (first, last)


def test_two_years_are_offered() -> None:
    keys = [one.key for one in quarters_until(date(2026, 2, 1))]
    assert (keys[0], keys[1], keys[-1]) == ("2026-q1", "2025-q4", "2024-q1")


def test_what_was_found_before_and_not_again_is_mended(cast: Cast) -> None:
    inspected(cast, "2026-03-31 23:00", 80, "/a/", "/b/")
    inspected(cast, "2026-04-01 01:00", 85, "/b/", "/c/")
    told = told_of(cast.town, Quarter(2026, 2), date(2026, 6, 30))
    assert [one.where for one in told.mended] == ["/a/"]
    assert told.then[Indicator.LINK_BROKEN] == told.now[Indicator.LINK_BROKEN] == 2


def test_a_walk_counts_before_a_look_at_records_alone(cast: Cast) -> None:
    walked = inspected(cast, "2026-05-01 01:00", 85)
    inspected(cast, "2026-06-01 01:00", 99, pages=0)
    assert told_of(cast.town, Quarter(2026, 2), date(2026, 6, 30)).latest == walked


def test_the_document_says_it_all(cast: Cast) -> None:
    inspected(cast, "2026-03-31 01:00", 80, "/旧页/")
    inspected(cast, "2026-05-01 01:00", 91, "/坏页/")
    factories.question(cast.town, office=cast.office, at=moment("2026-04-02 10:00"))
    told = told_of(cast.town, Quarter(2026, 2), date(2026, 6, 30))
    words = words_of_docx(_docx(told, cast))
    for one in (
        "2026年第二季度自查报告",
        "得 91 分",
        "/坏页/：链接打不开。",
        "/旧页/",
        "收到提问和纠错 1 件，答复 0 件",
    ):
        assert one in words


def test_a_quarter_without_inspection_says_so(cast: Cast) -> None:
    told = told_of(cast.town, Quarter(2026, 1), date(2026, 3, 31))
    assert "本季度没有进行自查" in words_of_docx(_docx(told, cast))


def _docx(told: object, cast: Cast) -> bytes:
    return docx_of(document_of(told, cast.town, date(2026, 7, 1)))


def test_staff_take_it_from_the_list(cast: Cast, client: Client) -> None:
    client.force_login(cast.officer)
    page = client.get("/admin/reports/inspection/").content.decode()
    key = quarters_until(clock.today())[0].key
    assert f"?quarter={key}" in page
    answer = client.get(f"{ADDRESS}?quarter={key}")
    assert Document(io.BytesIO(answer.content)).paragraphs
    assert client.get(f"{ADDRESS}?quarter=1999-q1").status_code == 404


def test_who_may_not_read_inspections_gets_none(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    assert client.get(f"{ADDRESS}?quarter=2026-q1").status_code == 403


def test_another_townships_inspections_are_not_told(cast: Cast) -> None:
    other = factories.township()
    Inspection.objects.create(township=other, at=moment("2026-05-01 01:00"), points=1, pages=1)
    assert told_of(cast.town, Quarter(2026, 2), date(2026, 6, 30)).latest is None
