"""答复及时率 and the usual time, computed from the questions."""

from datetime import date
from unittest.mock import patch

import pytest
from django.test import Client

from disclosures.questions.answer import draft, release
from disclosures.questions.figures import computed, figures_of, years_of
from portal.core import clock
from portal.core.workdays.load import current_calendar
from tests import factories
from tests.cast import Cast
from tests.disclosures.questions import life
from tests.factories import moment

CAME = moment("2026-03-02 10:00")  # Monday; due on the 9th
TODAY = date(2026, 3, 20)


def gone(text: str) -> object:
    return moment(text)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], (0, 0, 0, 0, None)),
        # answered in time, after three working days
        ([(CAME, gone("2026-03-05 17:59"), date(2026, 3, 9))], (1, 1, 1, 1, 3)),
        # on the last minute of the last day
        ([(CAME, gone("2026-03-09 23:59"), date(2026, 3, 9))], (1, 1, 1, 1, 5)),
        # a day late
        ([(CAME, gone("2026-03-10 00:01"), date(2026, 3, 9))], (1, 1, 1, 0, 6)),
        # not answered and past its day; not answered and not yet due
        ([(CAME, None, date(2026, 3, 9))], (1, 0, 1, 0, None)),
        ([(CAME, None, date(2026, 3, 20))], (1, 0, 0, 0, None)),
        # nothing was promised
        ([(CAME, gone("2026-03-05 10:00"), None)], (1, 1, 0, 0, 3)),
        # answered the same day; the median of two
        (
            [
                (CAME, gone("2026-03-02 11:00"), date(2026, 3, 9)),
                (CAME, gone("2026-03-03 11:00"), date(2026, 3, 9)),
            ],
            (2, 2, 2, 2, 0.5),
        ),
    ],
)
def test_one_history_gives_these_figures(db: None, rows: list, expected: tuple) -> None:
    found = computed(rows, current_calendar(), TODAY)
    answer = (found.received, found.answered, found.due, found.in_time, found.median_days)
    assert answer == expected


def test_the_rate_is_of_what_was_due() -> None:
    rows = [
        (CAME, gone("2026-03-05 10:00"), date(2026, 3, 9)),
        (CAME, gone("2026-03-12 10:00"), date(2026, 3, 9)),
        (CAME, None, date(2026, 3, 9)),
        (CAME, None, date(2026, 4, 9)),
    ]
    with patch("disclosures.questions.figures.median", lambda days: 0):
        found = computed(rows, _Plain(), TODAY)
    assert found.rate == pytest.approx(1 / 3)
    assert computed([], _Plain(), TODAY).rate is None


class _Plain:
    def between(self, start: date, end: date) -> int:
        return (end - start).days


def test_merged_and_empty_ones_are_not_counted_private_ones_are(cast: Cast) -> None:
    life.published(cast, at=CAME)
    life.answered(cast, at=CAME)
    life.declined(cast, at=CAME)
    life.spam(cast, at=CAME)
    earlier = life.assigned(cast, at=CAME)
    life.merge(life.received(cast, at=CAME), earlier, by=cast.officer)
    assert figures_of(cast.town, 2026).received == 4


def test_figures_are_of_one_year_and_one_township(cast: Cast) -> None:
    factories.question(cast.town, at=moment("2025-12-31 23:59"))
    factories.question(cast.town, at=moment("2026-01-01 00:01"))
    factories.question(factories.township(), at=CAME)
    assert (figures_of(cast.town, 2025).received, figures_of(cast.town, 2026).received) == (1, 1)
    assert years_of(cast.town) == [2026, 2025]


def test_the_list_shows_them(cast: Cast, client: Client) -> None:
    question = life.assigned(cast, at=CAME)
    draft(question, life.ANSWER, by=cast.clerk)
    release(question, by=cast.reviewer, at=moment("2026-03-04 10:00"))
    life.assigned(cast, at=CAME)
    with patch.object(clock, "today", lambda: TODAY):
        page = client.get("/questions/").content.decode()
    assert "<dd>50.00%</dd>" in page
    assert "<dd>2 个工作日</dd>" in page
    assert "2026年答复情况" in page
