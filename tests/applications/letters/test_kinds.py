"""Which letters there are, and which go with an event."""

from datetime import date

import pytest

from applications.decisions.outcomes import Outcome
from applications.letters.kinds import DECISIONS, FORMS, LetterKind, answer_for, kinds_for
from applications.letters.recipients import Recipient
from applications.letters.wording import default_of, problems_of
from applications.procedure.events import (
    EVENT_TYPES,
    Abandoned,
    Closed,
    Corrected,
    Decided,
    Event,
    Extended,
    SupplementRequested,
    ThirdPartyAsked,
    Withdrawn,
)

DAY = date(2026, 9, 24)


@pytest.mark.parametrize(
    ("event", "kinds"),
    [
        (SupplementRequested(on=DAY), ("supplement",)),
        (ThirdPartyAsked(on=DAY), ("third_party", "opinion_form", "consultation_notice")),
        (Extended(on=DAY, days=20), ("extension",)),
        (Abandoned(on=DAY), ("abandoned",)),
        (Decided(on=DAY, outcomes=(Outcome.NOT_OURS,)), ("not_ours",)),
        (Corrected(on=DAY, undoes=2, why="错"), ()),
        (Corrected(on=DAY, undoes=2, why="错", instead=Extended(on=DAY, days=5)), ("extension",)),
        (Withdrawn(on=DAY), ()),
        (Closed(on=DAY), ()),
    ],
)
def test_an_event_calls_for_its_letters(event: Event, kinds: tuple[str, ...]) -> None:
    assert kinds_for(event) == kinds


def test_outcomes_may_be_told_before_the_decision() -> None:
    assert kinds_for(Decided(on=DAY), (Outcome.REPEATED,)) == (LetterKind.REPEATED,)


@pytest.mark.parametrize(
    ("outcomes", "kind"),
    [
        ((Outcome.GRANTED, Outcome.GRANTED), LetterKind.GRANTED),
        ((Outcome.STATE_SECRET, Outcome.PROCESS), LetterKind.REFUSED),
        ((Outcome.PETITION, Outcome.CONFIRMATION), LetterKind.DECLINED),
        ((Outcome.GRANTED, Outcome.PROCESS), LetterKind.PARTIAL),
        ((Outcome.ALREADY_PUBLIC, Outcome.NOT_FOUND), LetterKind.PARTIAL),
        ((Outcome.GRANTED, Outcome.ALREADY_PUBLIC), LetterKind.ANSWER),
        ((Outcome.NOT_FOUND, Outcome.PETITION), LetterKind.ANSWER),
        ((), LetterKind.ANSWER),
    ],
)
def test_several_parts_get_one_letter(outcomes: tuple[Outcome, ...], kind: LetterKind) -> None:
    assert answer_for(outcomes) is kind


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_its_letter_and_it_is_a_decision(outcome: Outcome) -> None:
    assert answer_for([outcome]).is_decision


def test_no_two_kinds_share_a_series_or_a_number() -> None:
    assert len({kind.series for kind in LetterKind}) == len(LetterKind)
    assert len({form.mark for form in FORMS.values()}) == len(LetterKind)
    assert len({kind.label for kind in LetterKind}) == len(LetterKind)
    assert all(len(kind.series) <= 40 for kind in LetterKind)


@pytest.mark.parametrize("kind", LetterKind)
def test_our_own_words_keep_the_rules_that_staff_must_keep(kind: LetterKind) -> None:
    ours = default_of(kind)
    assert problems_of(kind, ours.title, ours.text) == []
    assert ours.text


def test_only_letters_to_the_applicant_are_shared() -> None:
    for kind in LetterKind:
        assert kind.to_applicant is (kind.recipient is Recipient.APPLICANT)
    outside = {kind for kind in LetterKind if not kind.to_applicant}
    assert outside == {
        LetterKind.REGISTRATION,
        LetterKind.THIRD_PARTY,
        LetterKind.OPINION_FORM,
        LetterKind.THIRD_PARTY_TOLD,
        LetterKind.ORGAN,
        LetterKind.OFFICE,
    }


def test_what_only_asks_or_tells_is_no_decision() -> None:
    asking = {
        *("registration", "receipt", "supplement", "reasons", "extension", "postponement"),
        *("third_party", "opinion_form", "consultation_notice", "organ", "office", "fee"),
        "transferred",
    }
    assert {kind.value for kind in set(LetterKind) - DECISIONS} == asking


def test_every_event_is_answered_with_letters_or_none() -> None:
    plain = [kind for kind in EVENT_TYPES.values() if kind.__name__ not in ("Corrected", "Decided")]
    for kind in plain:
        given = {"days": 5} if kind is Extended else {}
        if kind.__name__ == "Postponed":
            given = {"until": DAY}
        assert isinstance(kinds_for(kind(on=DAY, **given)), tuple)
