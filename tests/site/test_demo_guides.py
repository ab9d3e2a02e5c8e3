"""The sheets of guides in the demo, against the township that they are about."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from disclosures.catalogue.load import load_standard
from disclosures.flow.item_files import files_beside
from disclosures.guides.events import EVENTS, parted
from disclosures.guides.guide_sheet import GuideRow
from disclosures.guides.read_guides import read_guides
from portal.core.workdays.load import current_calendar
from portal.site.setup.demo import FOLDER
from portal.site.setup.people import load_organisations, load_staff
from tests import factories

FIRST, LAST = date(2025, 12, 1), date(2026, 11, 23)


@pytest.fixture(scope="module")
def rows(planting: Path) -> list[GuideRow]:
    town = factories.township()
    for load, name in ((load_organisations, "organisations.csv"), (load_staff, "staff.csv")):
        load((FOLDER / name).read_bytes(), name, town)
    load_standard(town)
    files = {**files_beside(FOLDER / "items/files"), **files_beside(FOLDER / "guides/files")}
    sheets = [
        read_guides(path.read_bytes(), path.name, town, files)
        for path in sorted((FOLDER / "guides").glob("*.csv"))
    ]
    assert [str(problem) for sheet in sheets for problem in sheet.problems] == []
    return [row for sheet in sheets for row in sheet.rows]


def test_there_are_many_and_every_event_has_some(rows: list[GuideRow]) -> None:
    assert len(rows) >= 60
    events = Counter(event for row in rows for event in parted(row.guide["events"]))
    assert [event.slug for event in EVENTS if events[event] < 3] == []
    assert all(row.guide["also_called"] and row.edition["summary"] for row in rows)


@pytest.mark.django_db
def test_they_went_public_on_working_days_of_the_past_year(rows: list[GuideRow]) -> None:
    calendar = current_calendar()
    days = [row.published_on for row in rows]
    assert min(days) >= FIRST
    assert max(days) <= LAST
    assert [day for day in days if not calendar.is_working_day(day)] == []


def test_every_form_made_for_them_is_offered(rows: list[GuideRow]) -> None:
    offered = {name for row in rows for name in row.files}
    assert {path.name for path in (FOLDER / "guides/files").iterdir()} <= offered
