"""Time limits as they are told and compared."""

import pytest

from disclosures.guides.promises import limit_of, longer, told
from portal.core.workdays.limits import Limit, Unit

WORKING, CALENDAR, AT_ONCE = Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.AT_ONCE


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (Limit(5, WORKING), "5 个工作日"),
        (Limit(30, CALENDAR), "30 日"),
        (Limit(0, AT_ONCE), "当场办结"),
    ],
)
def test_a_limit_is_told_as_people_say_it(limit: Limit, words: str) -> None:
    assert told(limit) == words


@pytest.mark.parametrize(
    ("promised", "legal", "too_long"),
    [
        (Limit(10, WORKING), Limit(20, WORKING), False),
        (Limit(20, WORKING), Limit(20, WORKING), False),
        (Limit(21, WORKING), Limit(20, WORKING), True),
        (Limit(0, AT_ONCE), Limit(1, WORKING), False),
        # five working days are a week
        (Limit(5, WORKING), Limit(7, CALENDAR), False),
        (Limit(6, WORKING), Limit(7, CALENDAR), True),
        (Limit(30, CALENDAR), Limit(20, WORKING), True),
        (Limit(28, CALENDAR), Limit(20, WORKING), False),
        (Limit(1, CALENDAR), Limit(0, AT_ONCE), True),
    ],
)
def test_a_promise_is_measured_against_the_law(
    promised: Limit, legal: Limit, too_long: bool
) -> None:
    assert longer(promised, legal) is too_long


def test_a_number_that_is_missing_is_no_limit() -> None:
    assert limit_of(None, "working") is None
    assert limit_of(0, "working") is None
    assert limit_of(None, "at_once") == Limit(0, AT_ONCE)
