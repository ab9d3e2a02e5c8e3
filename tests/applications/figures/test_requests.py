"""The annual report's table of applications, counted from the record."""

from datetime import date

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from applications.apply.models import FoundWithoutApplying
from applications.decisions.applicants import ApplicantKind
from applications.decisions.rows import Row, Section
from applications.figures.overview import overview_of, parts
from applications.figures.requests import requests_of, years_of
from applications.figures.speed import speed_of, weighted_median
from portal.core.workdays.load import current_calendar
from tests import factories
from tests.applications.figures.stories import Desk
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast)


def test_every_application_stands_in_its_year_and_row(desk: Desk) -> None:
    desk.story("2025-12-22", "2026-01-05 decided outcomes=granted")
    desk.story("2025-03-03", "2025-03-10 decided outcomes=process", kind=ApplicantKind.BUSINESS)
    desk.story("2026-02-02", "2026-02-06 decided outcomes=granted,not_found")
    desk.story("2026-02-03", "2026-02-05 withdrawn")
    desk.story(
        "2026-03-02", "2026-03-05 supplement_requested until=2026-03-20", "2026-03-23 abandoned"
    )
    desk.story("2026-09-14", kind=ApplicantKind.RESEARCH)
    town = desk.cast.town
    before, now, after = (requests_of(town, year) for year in (2025, 2026, 2027))
    assert (before.received.total(), before.carried_forward.total()) == (2, 1)
    assert before.rows[Row.PROCESS] == {"business": 1}
    assert (now.received, now.carried_over) == ({"citizen": 3, "research": 1}, {"citizen": 1})
    assert now.count(Row.GRANTED) == 1
    assert now.count(Row.PARTIAL) == 1
    assert (now.count(Row.OTHER), now.count(Row.NOT_SUPPLEMENTED)) == (1, 1)
    assert now.of_section(Section.OTHER) == 2
    assert now.carried_forward == {"research": 1} == after.carried_over
    for year in (before, now, after):
        came = year.received + year.carried_over
        assert came == year.handled + year.carried_forward
    assert years_of(town) == [2026, 2025]


def test_an_answer_to_be_given_anew_is_open_again(desk: Desk) -> None:
    desk.story(
        "2026-02-02",
        "2026-02-09 decided outcomes=not_found",
        "2026-02-10 served",
        "2026-03-02 review_filed",
        "2026-04-20 review_decided result=corrected redo_until=2026-05-20",
    )
    now = requests_of(desk.cast.town, 2026)
    assert (now.handled.total(), now.carried_forward.total()) == (0, 1)


UPSET = (
    "2025-11-03",
    "2025-11-10 decided outcomes=not_found",
    "2025-11-11 served",
    "2025-12-01 review_filed",
)


def test_an_answer_upset_in_a_later_year_was_counted_once_and_stays(desk: Desk) -> None:
    found = desk.story(*UPSET)
    town = desk.cast.town
    before = requests_of(town, 2025)
    assert before.count(Row.NOT_HELD) == 1
    desk.happens(found, "2026-01-20 review_decided result=corrected redo_until=2026-02-25")
    assert requests_of(town, 2025) == before
    desk.happens(found, "2026-02-04 decided outcomes=granted")
    assert requests_of(town, 2025) == before
    after = requests_of(town, 2026)
    counts = (after.received, after.carried_over, after.handled, after.carried_forward)
    assert [one.total() for one in counts] == [0, 0, 0, 0]


def test_an_answer_upset_in_its_own_year_is_counted_as_it_ended_at_last(desk: Desk) -> None:
    found = desk.story(*UPSET)
    town = desk.cast.town
    desk.happens(found, "2025-12-22 review_decided result=corrected redo_until=2026-01-20")
    assert requests_of(town, 2025).carried_forward.total() == 1
    desk.happens(found, "2026-01-12 decided outcomes=granted")
    before, after = requests_of(town, 2025), requests_of(town, 2026)
    assert (before.handled.total(), before.carried_forward) == (0, after.carried_over)
    assert after.rows[Row.GRANTED].total() == 1


def test_what_was_undone_by_a_correction_is_no_end(desk: Desk) -> None:
    desk.story(
        "2026-02-02", "2026-02-05 withdrawn", "2026-02-06 corrected undoes=2 why=登记错了一件"
    )
    now = requests_of(desk.cast.town, 2026)
    assert (now.handled.total(), now.carried_forward.total()) == (0, 1)


def test_how_fast_and_how_many_in_time(desk: Desk) -> None:
    desk.story("2026-03-02", "2026-03-04 decided outcomes=granted")  # 2 working days
    desk.story("2026-03-02", "2026-03-06 decided outcomes=granted")  # 4
    desk.story("2026-03-02", "2026-03-31 decided outcomes=granted")  # 21, a day late
    desk.story("2026-03-02")  # late and open
    desk.story("2026-03-02", "2026-03-04 withdrawn")  # neither
    found = speed_of(desk.cast.town, 2026, current_calendar(), date(2026, 9, 1))
    assert (found.answered, found.in_time, found.overdue) == (3, 2, 1)
    assert (found.median_days, found.rate) == (4, 0.5)


@pytest.mark.parametrize(
    ("counts", "middle"),
    [({}, None), ({5: 1}, 5), ({2: 1, 4: 1}, 3), ({1: 2, 9: 1}, 1), ({1: 2, 3: 2}, 2)],
)
def test_the_middle_of_values_that_come_often(counts: dict[int, int], middle: float | None) -> None:
    assert weighted_median(counts) == middle


def test_the_overview_asks_no_more_of_many(
    desk: Desk, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(2, 8):
        desk.story(f"2026-03-0{day}", f"2026-03-{day + 7:02d} decided outcomes=granted")
    FoundWithoutApplying.objects.create(township=desk.cast.town, on=date(2026, 3, 1), count=3)
    with django_assert_max_num_queries(11):
        found = overview_of(desk.cast.town, 2026, current_calendar(), date(2026, 9, 1))
    assert (found.received, found.handled, found.found_without) == (6, 6, 3)
    assert [part.count for part in found.quarters] == [6, 0, 0, 0]
    assert [part.count for part in found.years] == [6]
    assert sum(part.count for part in found.channels) == 6


def test_another_township_counts_for_nothing(desk: Desk) -> None:
    desk.story("2026-03-02")
    assert requests_of(factories.township(), 2026).received.total() == 0


def test_bars_are_in_hundredths_of_the_longest() -> None:
    found = parts([("甲", 4), ("乙", 1), ("丙", 0)])
    assert [part.length for part in found] == [100, 25, 0]
    assert found[0].share == 0.8
    assert parts([("甲", 0)])[0].share is None
