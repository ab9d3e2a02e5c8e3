"""Which questions to offices are open: the same as the facts say, by the entry that asked."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from applications.procedure.events import Event, OfficeAnswered, OfficeAsked
from applications.procedure.lawful import facts_of, why_not
from applications.procedure.offices import open_questions, still_open
from tests.applications.calendars import published
from tests.applications.procedure.histories import day, record

OFFICES = st.sampled_from(["财政所", "民政办", "经发办"])
ACTS = st.lists(st.tuples(st.booleans(), OFFICES, st.booleans()), max_size=12)


def history(acts: list[tuple[bool, str, bool]]) -> list[Event]:
    """Those of `acts` that are lawful, one a day; some answers name nobody."""
    found = record("2026-03-02 received")
    for n, (asks, who, named) in enumerate(acts, start=1):
        on = day("2026-03-02") + timedelta(days=n)
        answer = OfficeAnswered(on=on, who=who if named else "")
        event: Event = OfficeAsked(on=on, who=who) if asks else answer
        if why_not(found, event, published()) is None:
            found.append(event)
    return found


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=ACTS)
def test_they_agree_with_the_facts(acts: list[tuple[bool, str, bool]]) -> None:
    found = history(acts)
    facts = facts_of(found, published())
    open_ones = [one.asked for one in facts.offices if one.answered_on is None]
    assert list(open_questions(found).values()) == open_ones
    for number, asked in open_questions(found).items():
        assert found[number - 1] is asked
        assert still_open(found, number) is asked


def test_undone_and_put_right() -> None:
    asked = OfficeAsked(on=day("2026-03-03"), who="财政所")
    other = OfficeAsked(on=day("2026-03-03"), who="民政办")
    later = OfficeAsked(on=day("2026-03-03"), who="财政所", until=day("2026-03-20"))
    start = record("2026-03-02 received", asked)
    fix = "2026-03-04 corrected undoes=2 why=错"
    assert still_open(start, 2) == asked
    assert still_open([*start, *record(fix)], 2) is None
    assert still_open([*start, *record(fix, "2026-03-05 corrected undoes=3 why=错")], 2) == asked
    put_right = {"undoes": 2, "why": "错", "on": day("2026-03-04")}
    kind = type(record(fix)[0])
    assert still_open([*start, kind(**put_right, instead=later)], 2) == later
    assert still_open([*start, kind(**put_right, instead=other)], 2) is None
    assert still_open(start, 1) is None
