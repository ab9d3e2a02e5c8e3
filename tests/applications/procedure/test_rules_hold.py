"""Whatever happens, in whatever order: rules that no lawful history breaks."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from applications.procedure.deadlines import at_rest, open_deadlines
from applications.procedure.events import (
    EVENT_TYPES,
    Abandoned,
    Closed,
    Corrected,
    Decided,
    Event,
    Extended,
    FeeNotified,
    FeePaid,
    LawsuitDecided,
    OrganAnswered,
    OrganAsked,
    Postponed,
    Received,
    ReviewDecided,
    SupplementReceived,
    SupplementRequested,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    Withdrawn,
)
from applications.procedure.lawful import why_not
from applications.procedure.pauses import pauses
from applications.procedure.record import in_effect
from applications.procedure.standing import Standing, standing_of
from applications.procedure.states import State
from applications.procedure.written import from_data, to_data
from applications.procedure.year_end import first_year_end
from portal.core.workdays.days import ONE_DAY
from tests.applications.calendars import published

CALENDAR = published()
STARTS = st.dates(date(2019, 1, 2), date(2025, 6, 30))
GAPS = st.integers(0, 30)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PLAIN = [
    kind for kind in EVENT_TYPES.values() if kind not in (Received, Corrected, Extended, Postponed)
]


def stand(*events: Event) -> Standing:
    return standing_of(events, CALENDAR)


def lawful(record: list[Event], event: Event) -> bool:
    return why_not(record, event, CALENDAR) is None


class Application(RuleBasedStateMachine):
    """An application to which lawful things happen at random."""

    def __init__(self) -> None:
        super().__init__()
        self.record: list[Event] = []
        self.today = date(2020, 1, 1)
        self.before: Standing | None = None

    @initialize(on=STARTS)
    def receive(self, on: date) -> None:
        self.today = on
        self.record = [Received(on=on)]

    @property
    def now(self) -> Standing:
        return stand(*self.record)

    def _try(self, event: Event) -> None:
        if lawful(self.record, event):
            self.before, counted = self.now, first_year_end(self.record)
            latest = in_effect(self.record)[-1].event.on
            self.record.append(event)
            self._compare(event)
            if counted and event.on.year > latest.year:
                assert first_year_end(self.record) == counted

    def _compare(self, event: Event) -> None:
        before, now = self.before, self.now
        assert before is not None
        asking = (ThirdPartyAsked, OrganAsked, ThirdPartyAnswered, OrganAnswered)
        if isinstance(event, asking[:2]) and before.due and now.due:
            assert now.due >= before.due
        if isinstance(event, asking) and before.due and now.due:
            assert now.due >= unpaused(now)
        if isinstance(event, Extended):
            assert before.due is not None
            assert now.due is not None
            assert now.clock.counted == before.clock.counted + event.days
            assert now.due > before.due
        if isinstance(event, SupplementReceived | FeePaid) and not open_questions(now):
            assert now.facts.runs_from == event.on
            assert now.due == unpaused(now)

    @rule(kind=st.sampled_from(PLAIN), gap=st.integers(0, 4))
    def something_happens(self, kind: type[Event], gap: int) -> None:
        self.today += timedelta(days=gap)
        self._try(kind(on=self.today))

    @rule(days=st.integers(1, 20), gap=st.integers(0, 4))
    def extend(self, days: int, gap: int) -> None:
        self.today += timedelta(days=gap)
        self._try(Extended(on=self.today, days=days))

    @rule(days=st.integers(1, 200))
    def postpone(self, days: int) -> None:
        self._try(Postponed(on=self.today, until=self.today + timedelta(days=days)))

    @rule(gap=st.integers(1, 40))
    def ask_for_a_supplement(self, gap: int) -> None:
        until = self.today + timedelta(days=gap)
        self._try(SupplementRequested(on=self.today, until=until))

    @rule(kind=st.sampled_from([ReviewDecided, LawsuitDecided]), gap=st.integers(0, 90))
    def answer_anew(self, kind: type[Event], gap: int) -> None:
        self.today += timedelta(days=gap)
        self._try(kind(on=self.today, redo_until=self.today + timedelta(days=30)))  # type: ignore[call-arg]

    @rule(gap=st.integers(10, 90))
    def time_passes(self, gap: int) -> None:
        self.today += timedelta(days=gap)

    @precondition(lambda self: len(self.record) > 1)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        number = data.draw(st.integers(1, len(self.record)))
        correction = Corrected(on=self.today, undoes=number, why="登记有误")
        if lawful(self.record, correction):
            self.record.append(correction)

    @invariant()
    def what_is_counted_as_ended_had_ended_by_then(self) -> None:
        if self.record and (counted := first_year_end(self.record)):
            assert counted.ended
            assert counted.ended_on in {entry.event.on for entry in in_effect(self.record)}

    @invariant()
    def what_was_answered_is_never_overdue(self) -> None:
        if self.record and self.now.facts.ended:
            assert not any(self.now.overdue(self.today + timedelta(days=n)) for n in (0, 9, 999))

    @invariant()
    def an_applicant_who_is_waited_for_makes_nobody_late(self) -> None:
        if self.record and self.now.state.awaits_applicant:
            assert self.now.due is None

    @invariant()
    def each_counted_day_is_a_working_day_outside_every_pause(self) -> None:
        if not self.record or self.now.facts.redo_until:
            return
        stretches = pauses(self.now.facts, CALENDAR)
        for step in self.now.clock.steps:
            day = CALENDAR.day(step.on)
            paused = any(one.covers(step.on) for one in stretches)
            assert not step.counted or (day.working and not paused)

    @invariant()
    def days_follow_each_other_to_the_due_day(self) -> None:
        if not self.record:
            return
        clock = self.now.clock
        days = [step.on for step in clock.steps]
        assert days == [clock.start + ONE_DAY * n for n in range(1, len(days) + 1)]
        if clock.due and days and not self.now.facts.redo_until:
            assert days[-1] == clock.due

    @invariant()
    def a_case_at_rest_has_nothing_open(self) -> None:
        if not self.record:
            return
        facts = self.now.facts
        found = open_deadlines(facts, CALENDAR, self.today)
        assert [due.on for due in found] == sorted(due.on for due in found)
        if at_rest(facts, CALENDAR, self.today):
            assert facts.ended
            assert not found

    @invariant()
    def a_record_survives_being_written(self) -> None:
        assert [from_data(to_data(event)) for event in self.record] == self.record

    @invariant()
    def every_state_but_the_closed_one_leads_on(self) -> None:
        if self.record and self.now.state.running:
            assert lawful(self.record, Withdrawn(on=max(self.today, self.record[-1].on)))


TestApplication = Application.TestCase
TestApplication.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def open_questions(found: Standing) -> bool:
    """Whether a pause reaches into the period that is running."""
    return any(one.last > found.clock.start for one in pauses(found.facts, CALENDAR))


def unpaused(found: Standing) -> date:
    """When the same period would end if nobody had been asked."""
    facts = found.facts
    bare = [
        Received(on=facts.runs_from),
        *([Extended(on=facts.runs_from, days=facts.extra_days)] if facts.extra_days else []),
    ]
    return stand(*bare).due or date.min


@QUICK
@given(start=STARTS, gaps=st.lists(GAPS, min_size=2, max_size=2))
def test_a_pause_never_shortens_and_adds_its_working_days(start: date, gaps: list[int]) -> None:
    base = stand(Received(on=start)).due
    asked = start + timedelta(days=gaps[0])
    answered = asked + timedelta(days=gaps[1])
    found = stand(
        Received(on=start), ThirdPartyAsked(on=asked), ThirdPartyAnswered(on=answered)
    ).due
    assert base is not None
    assert found is not None
    within = min(CALENDAR.between(asked, answered), 15) if asked < base else 0
    assert CALENDAR.between(base, found) == within


@QUICK
@given(start=STARTS, gaps=st.lists(st.integers(0, 12), min_size=4, max_size=4))
def test_overlapping_pauses_count_once(start: date, gaps: list[int]) -> None:
    """A third party and an organ asked over the same days stop the clock for the union of them."""
    offsets = [sum(gaps[: n + 1]) for n in range(4)]
    a, b, c, d = (start + timedelta(days=n) for n in offsets)
    both = [
        Received(on=start),
        ThirdPartyAsked(on=a),
        OrganAsked(on=b),
        ThirdPartyAnswered(on=c),
        OrganAnswered(on=d),
    ]
    found = stand(*both)
    stretches = pauses(found.facts, CALENDAR)
    paused = {
        step.on
        for step in found.clock.steps
        if CALENDAR.day(step.on).working and any(one.covers(step.on) for one in stretches)
    }
    assert CALENDAR.between(start, found.clock.due or start) == 20 + len(paused)


@QUICK
@given(start=STARTS, days=st.integers(1, 20), gap=st.integers(0, 19))
def test_an_extension_adds_exactly_its_counted_days(start: date, days: int, gap: int) -> None:
    base = stand(Received(on=start)).due
    longer = stand(Received(on=start), Extended(on=start + timedelta(days=gap), days=days))
    assert base is not None
    assert longer.due is not None
    assert longer.clock.counted == 20 + days
    assert CALENDAR.between(base, longer.due) == days


@QUICK
@given(start=STARTS, asked=st.integers(0, 6), answered=st.integers(0, 60), extended=st.booleans())
def test_a_supplement_restarts_like_a_fresh_receipt(
    start: date, asked: int, answered: int, extended: bool
) -> None:
    asked_on = start + timedelta(days=asked)
    got = asked_on + timedelta(days=answered)
    history: list[Event] = [Received(on=start)]
    history += [Extended(on=start, days=7)] if extended else []
    found = stand(*history, SupplementRequested(on=asked_on), SupplementReceived(on=got))
    longer = [Extended(on=got, days=7)] if extended else []
    fresh = stand(Received(on=got), *longer)
    assert (found.due, found.clock.steps) == (fresh.due, fresh.clock.steps)


@QUICK
@given(start=STARTS, told=st.integers(0, 20), paid=st.integers(0, 20))
def test_a_payment_restarts_like_a_fresh_receipt(start: date, told: int, paid: int) -> None:
    told_on = start + timedelta(days=told)
    got = told_on + timedelta(days=paid)
    found = stand(Received(on=start), FeeNotified(on=told_on), FeePaid(on=got))
    assert found.clock.steps == stand(Received(on=got)).clock.steps


@QUICK
@given(start=STARTS, gap=st.integers(0, 400), later=st.integers(0, 4000))
def test_an_answer_ends_the_delay_for_good(start: date, gap: int, later: int) -> None:
    on = start + timedelta(days=gap)
    found = stand(Received(on=start), Decided(on=on))
    assert not found.overdue(on + timedelta(days=later))
    assert found.due is not None
    assert found.answered_in_time == (on <= found.due)


@QUICK
@given(start=STARTS)
def test_an_undone_entry_leaves_everything_as_if_it_had_not_been(start: date) -> None:
    mistake = [Received(on=start), Extended(on=start, days=9)]
    undone = stand(*mistake, Corrected(on=start, undoes=2, why="误登"))
    assert undone.clock == stand(mistake[0]).clock


@QUICK
@given(start=STARTS, kind=st.sampled_from([Abandoned, Closed, ReviewDecided, LawsuitDecided]))
def test_what_ends_nothing_yet_open_is_refused(start: date, kind: type[Event]) -> None:
    assert not lawful([Received(on=start)], kind(on=start))
    assert stand(Received(on=start)).state is State.IN_HAND
