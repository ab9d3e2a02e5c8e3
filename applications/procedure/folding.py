"""Events folded into facts, one step an event. Whether a step was lawful is asked elsewhere
(lawful.py); folding takes it as it comes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce, singledispatch

from applications.procedure.events import (
    Abandoned,
    Closed,
    Decided,
    Event,
    Extended,
    FeeNotified,
    FeePaid,
    LawsuitDecided,
    LawsuitFiled,
    OfficeAnswered,
    OfficeAsked,
    OrganAnswered,
    OrganAsked,
    Postponed,
    ReasonsAsked,
    ReasonsGiven,
    Received,
    Registered,
    ReviewDecided,
    ReviewFiled,
    Served,
    SupplementReceived,
    SupplementRequested,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartyTold,
    Withdrawn,
)
from applications.procedure.facts import Consultation, Facts, OfficeQuestion, Remedies


def opened(received: Received) -> Facts:
    return Facts(received, received.on, received.label)


def fold(received: Received, later: Sequence[Event]) -> Facts:
    return reduce(after, later, opened(received))


def after(facts: Facts, event: Event) -> Facts:
    """The facts once `event` has happened too."""
    return replace(_step(event, facts), steps=facts.steps + 1)


@singledispatch
def _step(event: Event, facts: Facts) -> Facts:
    """Some events only stand in the record."""
    return facts


@_step.register
def _(event: Registered, facts: Facts) -> Facts:
    return replace(facts, registered=True)


@_step.register
def _(event: SupplementRequested, facts: Facts) -> Facts:
    return replace(facts, supplement=event)


@_step.register
def _(event: SupplementReceived, facts: Facts) -> Facts:
    return _restarted(replace(facts, supplemented=True), event)


@_step.register
def _(event: FeeNotified, facts: Facts) -> Facts:
    return replace(facts, fee=event)


@_step.register
def _(event: FeePaid, facts: Facts) -> Facts:
    return _restarted(replace(facts, paid_on=event.on), event)


def _restarted(facts: Facts, event: Event) -> Facts:
    """The day takes the place of the day of receipt. An extension that was told adds its days all
    the same, or the restart would shorten what the applicant was promised."""
    return replace(facts, runs_from=event.on, runs_since=event.label, postponed=None)


@_step.register
def _(event: Extended, facts: Facts) -> Facts:
    return replace(facts, extension=event)


@_step.register
def _(event: ThirdPartyAsked, facts: Facts) -> Facts:
    return _asked(facts, Consultation(True, event.who, event.on))


@_step.register
def _(event: OrganAsked, facts: Facts) -> Facts:
    return _asked(facts, Consultation(False, event.who, event.on))


def _asked(facts: Facts, consultation: Consultation) -> Facts:
    return replace(facts, consultations=(*facts.consultations, consultation))


def open_with(facts: Facts, who: str, *, third_party: bool) -> Consultation | None:
    """The question that an answer of `who` is about: without a name, the oldest open one that was
    put without a name too, else the oldest open one."""
    waiting = [one for one in facts.consultations if one.open and one.third_party == third_party]
    asked = next((one for one in waiting if one.who == who), None)
    return asked or next((one for one in waiting if not who), None)


@_step.register
def _(event: ThirdPartyAnswered, facts: Facts) -> Facts:
    found = open_with(facts, event.who, third_party=True)
    return _exchange(facts, found, answered_on=event.on, opinion=event.opinion)


@_step.register
def _(event: OrganAnswered, facts: Facts) -> Facts:
    found = open_with(facts, event.who, third_party=False)
    return _exchange(facts, found, answered_on=event.on)


def untold(facts: Facts, who: str) -> Consultation | None:
    """The third party that a notice of disclosure is for."""
    for one in facts.consultations:
        if one.third_party and not one.told and who in ("", one.who):
            return one
    return None


@_step.register
def _(event: ThirdPartyTold, facts: Facts) -> Facts:
    return _exchange(facts, untold(facts, event.who), told=True)


def _exchange(facts: Facts, old: Consultation | None, **changes: object) -> Facts:
    if old is None:
        return facts
    place = next(n for n, one in enumerate(facts.consultations) if one is old)
    everyone = list(facts.consultations)
    everyone[place] = replace(old, **changes)  # type: ignore[arg-type]
    return replace(facts, consultations=tuple(everyone))


@_step.register
def _(event: OfficeAsked, facts: Facts) -> Facts:
    return replace(facts, offices=(*facts.offices, OfficeQuestion(event)))


def open_at_office(facts: Facts, who: str) -> OfficeQuestion | None:
    for one in facts.offices:
        if one.answered_on is None and who in ("", one.asked.who):
            return one
    return None


@_step.register
def _(event: OfficeAnswered, facts: Facts) -> Facts:
    found = open_at_office(facts, event.who)
    offices = tuple(
        replace(one, answered_on=event.on) if one is found else one for one in facts.offices
    )
    return replace(facts, offices=offices)


@_step.register
def _(event: ReasonsAsked, facts: Facts) -> Facts:
    return replace(facts, reasons=event)


@_step.register
def _(event: ReasonsGiven, facts: Facts) -> Facts:
    return replace(facts, reasons_given=event)


@_step.register
def _(event: Postponed, facts: Facts) -> Facts:
    return replace(facts, postponed=event)


@_step.register
def _(event: Decided, facts: Facts) -> Facts:
    """What was filed because there was no answer, and has ended, is not against this answer."""
    pending = facts.remedies.in_review or facts.remedies.in_court
    return replace(facts, decided=event, remedies=facts.remedies if pending else Remedies())


@_step.register
def _(event: Served, facts: Facts) -> Facts:
    return replace(facts, served=event)


@_step.register
def _(event: Abandoned, facts: Facts) -> Facts:
    return replace(facts, abandoned=event)


@_step.register
def _(event: Withdrawn, facts: Facts) -> Facts:
    return replace(facts, withdrawn=event)


@_step.register
def _(event: Closed, facts: Facts) -> Facts:
    return replace(facts, closed=event)


@_step.register
def _(event: ReviewFiled, facts: Facts) -> Facts:
    return replace(facts, remedies=replace(facts.remedies, review=event, reviewed=None))


@_step.register
def _(event: LawsuitFiled, facts: Facts) -> Facts:
    remedies = facts.remedies
    return replace(facts, remedies=replace(remedies, lawsuits=(*remedies.lawsuits, event)))


@_step.register
def _(event: ReviewDecided, facts: Facts) -> Facts:
    ended = replace(facts, remedies=replace(facts.remedies, reviewed=event))
    return _reopened(ended, event) if event.redo_until else ended


@_step.register
def _(event: LawsuitDecided, facts: Facts) -> Facts:
    remedies = facts.remedies
    ended = replace(facts, remedies=replace(remedies, judged=(*remedies.judged, event)))
    return _reopened(ended, event) if event.redo_until else ended


def _reopened(facts: Facts, event: ReviewDecided | LawsuitDecided) -> Facts:
    """The township must answer anew, by the day it was told; the new act has its own remedies."""
    return replace(
        facts,
        decided=None,
        served=None,
        abandoned=None,
        closed=None,
        redo_until=event.redo_until,
        redo_since=event.on,
        remedies=Remedies(),
    )
