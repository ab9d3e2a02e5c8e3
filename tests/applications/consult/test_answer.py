"""Answering for an office: its own people, what was asked, once."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from applications.cases.case import case_of
from applications.cases.models import Application, CaseFile
from applications.cases.record_event import record_event
from applications.consult.answer import answer_office
from applications.consult.ask import Paper
from applications.consult.models import Consultation, files_answered
from applications.consult.waiting import due_in, state_of, waiting
from applications.forgetting.forget import forget
from applications.procedure.events import (
    Corrected,
    Event,
    OfficeAnswered,
    OfficeAsked,
    Registered,
    Withdrawn,
)
from applications.procedure.limits import OwnLimits
from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.trail.models import TrailEntry
from tests import factories
from tests.applications.consult.asking import ASKED, QUESTION, asked, clerk_of, finance_office
from tests.applications.decided import on_the_desk
from tests.cast import Cast

pytestmark = pytest.mark.django_db
ANSWER = "合同在我所，可以公开，依据镇政府采购规定。"
MAY = {Role.CLERK, Role.REVIEWER, Role.OFFICER}


@pytest.fixture
def office(cast: Cast) -> Organisation:
    return finance_office(cast)


@pytest.fixture
def consultation(cast: Cast, office: Organisation) -> Consultation:
    return asked(cast, office)


def state(consultation: Consultation) -> str:
    return state_of(Consultation.objects.get(pk=consultation.pk))


def test_it_goes_on_record_in_the_person_s_name(consultation: Consultation) -> None:
    person = clerk_of(consultation.office)
    paper = Paper("意见.txt", "可以".encode())
    answer_office(consultation, answer=ANSWER, by=person, papers=[paper])
    found = Consultation.objects.get()
    row = found.application.events.get(number=found.answer_number)
    assert (row.type, row.by, row.on) == ("office_answered", person, clock.today())
    assert (found.answer, found.answered_by) == (ANSWER, person)
    assert [file.kind for file in files_answered(found)] == [CaseFile.Kind.OPINION]
    assert state(consultation) == "已答复"
    assert not waiting(Consultation.objects.all())


@pytest.mark.parametrize("role", list(Role))
def test_who_answers_for_their_office(consultation: Consultation, role: Role) -> None:
    person = clerk_of(consultation.office, role)
    if role in MAY | {Role.HEAD}:  # the head as the application desk
        answer_office(consultation, answer=ANSWER, by=person)
    else:
        with pytest.raises(PermissionDenied):
            answer_office(consultation, answer=ANSWER, by=person)
    assert Consultation.objects.get().answered_by == (person if role in MAY | {Role.HEAD} else None)


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER])
def test_nobody_answers_for_another_office(
    cast: Cast, consultation: Consultation, role: Role
) -> None:
    stranger = factories.organisation(factories.township(), name="财政所")
    for office in (cast.office, cast.village, stranger):
        with pytest.raises(PermissionDenied):
            answer_office(consultation, answer=ANSWER, by=clerk_of(office, role))


def test_who_oversees_the_office_answers_and_who_left_does_not(
    cast: Cast, consultation: Consultation
) -> None:
    gone = clerk_of(consultation.office, is_active=False)
    with pytest.raises(PermissionDenied):
        answer_office(consultation, answer=ANSWER, by=gone)
    cast.clerk.oversees.add(consultation.office)
    answer_office(consultation, answer=ANSWER, by=Staff.objects.get(pk=cast.clerk.pk))
    assert Consultation.objects.get().answered_by == cast.clerk


@pytest.mark.parametrize(
    "event",
    [
        Registered(on=ASKED),
        Withdrawn(on=ASKED),
        OfficeAsked(on=ASKED, who="财政所"),
        OfficeAnswered(on=ASKED),
        OfficeAnswered(on=ASKED, who="政务公开办公室"),
        Corrected(on=ASKED, undoes=2, why="错", instead=OfficeAnswered(on=ASKED, who="财政所")),
    ],
)
def test_an_office_records_its_own_answer_and_nothing_else(
    cast: Cast, consultation: Consultation, event: Event
) -> None:
    asked(cast, cast.office, consultation.application)
    person, office = clerk_of(consultation.office), consultation.office
    with pytest.raises(PermissionDenied):
        record_event(consultation.application, event, by=person, answering_for=office)
    with pytest.raises(PermissionDenied):
        record_event(consultation.application, event, by=person)
    with pytest.raises(PermissionDenied):
        record_event(consultation.application, event, by=None, answering_for=office)


def test_an_office_answers_only_what_it_was_asked(cast: Cast, office: Organisation) -> None:
    application = on_the_desk(cast)
    event = OfficeAnswered(on=ASKED, who=office.name)
    with pytest.raises(CannotMove, match="没有尚待财政所答复"):
        record_event(application, event, by=clerk_of(office), answering_for=office)


def test_an_office_of_another_township_records_nothing(
    cast: Cast, consultation: Consultation
) -> None:
    theirs = factories.organisation(factories.township(), name="财政所")
    event = OfficeAnswered(on=ASKED, who="财政所")
    with pytest.raises(PermissionDenied):
        record_event(consultation.application, event, by=clerk_of(theirs), answering_for=theirs)


def test_it_answers_once(consultation: Consultation) -> None:
    person = clerk_of(consultation.office)
    answer_office(consultation, answer=ANSWER, by=person)
    with pytest.raises(CannotMove, match="已经答复过"):
        answer_office(consultation, answer="再答", by=person)
    assert Consultation.objects.get().answer == ANSWER


@pytest.mark.parametrize("words", ["", "  ", "答" * 2001])
def test_an_answer_has_words(consultation: Consultation, words: str) -> None:
    with pytest.raises(CannotMove, match="请写明答复"):
        answer_office(consultation, answer=words, by=clerk_of(consultation.office))


def test_asked_again_the_new_question_is_answered(cast: Cast, consultation: Consultation) -> None:
    person = clerk_of(consultation.office)
    answer_office(consultation, answer=ANSWER, by=person)
    again = asked_today(cast, consultation)
    answer_office(again, answer="补充", by=person)
    with pytest.raises(CannotMove):
        answer_office(consultation, answer="再答", by=person)
    assert case_of(consultation.application).standing.facts.offices[1].answered_on


def asked_today(cast: Cast, consultation: Consultation) -> Consultation:
    application = Application.objects.get(pk=consultation.application_id)
    row = record_event(
        application, OfficeAsked(on=clock.today(), who=consultation.office.name), by=cast.officer
    )
    return Consultation.objects.create(
        township=cast.town,
        application=application,
        office=consultation.office,
        event_number=row.number,
        question=QUESTION,
        asked_by=cast.officer,
        asked_at=clock.now(),
    )


def test_what_the_desk_undid_waits_no_more(cast: Cast, consultation: Consultation) -> None:
    undo = Corrected(on=ASKED, undoes=consultation.event_number, why="问错了")
    record_event(consultation.application, undo, by=cast.officer)
    assert state(consultation) == "不用再答复"
    assert not waiting(Consultation.objects.all())
    with pytest.raises(CannotMove, match="不需要答复"):
        answer_office(consultation, answer=ANSWER, by=clerk_of(consultation.office))


def test_what_was_put_right_waits_with_the_new_day(cast: Cast, consultation: Consultation) -> None:
    right = OfficeAsked(on=ASKED, who="财政所", until=date(2026, 10, 20))
    correction = Corrected(on=ASKED, undoes=consultation.event_number, why="日期", instead=right)
    record_event(consultation.application, correction, by=cast.officer)
    [one] = waiting(Consultation.objects.all())
    assert one.due == date(2026, 10, 20)
    answer_office(consultation, answer=ANSWER, by=clerk_of(consultation.office))


def test_put_right_to_another_office_it_waits_no_more(
    cast: Cast, consultation: Consultation
) -> None:
    right = OfficeAsked(on=ASKED, who=cast.office.name)
    correction = Corrected(on=ASKED, undoes=consultation.event_number, why="错", instead=right)
    record_event(consultation.application, correction, by=cast.officer)
    assert not waiting(Consultation.objects.all())
    with pytest.raises(CannotMove):
        answer_office(consultation, answer=ANSWER, by=clerk_of(consultation.office))


def test_what_has_ended_waits_no_more(cast: Cast, consultation: Consultation) -> None:
    record_event(consultation.application, Withdrawn(on=ASKED), by=cast.officer)
    assert state(consultation) == "不用再答复"
    assert not waiting(Consultation.objects.all())


def test_what_came_by_telephone_and_was_put_on_record_waits_no_more(
    cast: Cast, consultation: Consultation
) -> None:
    record_event(consultation.application, OfficeAnswered(on=ASKED, who="财政所"), by=cast.officer)
    assert state(consultation) == "不用再答复"


def test_a_renamed_office_still_answers(consultation: Consultation) -> None:
    consultation.office.name = "财政和国资所"
    consultation.office.save()
    found = Consultation.objects.get()
    answer_office(found, answer=ANSWER, by=clerk_of(found.office))
    assert state(consultation) == "已答复"


def test_without_a_day_the_township_s_own_limit_holds(cast: Cast, office: Organisation) -> None:
    consultation = asked(cast, office, until=None)
    # 29 and 30 September, 8 and 9 October, and Saturday the 10th, on which people work
    assert due_in(case_of(consultation.application), consultation, OwnLimits()) == date(
        2026, 10, 10
    )


def test_trail_and_forgetting(consultation: Consultation) -> None:
    answer_office(consultation, answer=ANSWER, by=clerk_of(consultation.office))
    said = str(list(TrailEntry.objects.values_list("subject_name", "remark", "detail")))
    assert ANSWER not in said
    forget([consultation.application], by=None)
    assert Consultation.objects.get().answer == ""
