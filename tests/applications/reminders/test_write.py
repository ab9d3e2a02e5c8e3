"""The day's reminders: to whom, once, and without a private word."""

from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command

from applications.cases.models import Application
from applications.cases.record_event import record_event
from applications.cases.take_in import submit
from applications.consult.answer import answer_office
from applications.decisions.outcomes import Outcome
from applications.procedure.events import (
    Decided,
    Opinion,
    Registered,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    Withdrawn,
)
from applications.reminders.write import write_reminders
from portal.core import clock
from portal.core.absences.models import Absence
from portal.core.outbox.models import OutgoingMail
from portal.core.outbox.send import send_outbox
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from tests import factories
from tests.applications.cases.test_take_in import wanted
from tests.applications.consult.asking import QUESTION, asked, clerk_of, finance_office
from tests.applications.decided import on_the_desk
from tests.cast import Cast
from tests.factories import moment

pytestmark = pytest.mark.django_db
# received on Thursday, 24 September 2026
CHECK, DRAFT, ANSWER = date(2026, 9, 29), date(2026, 10, 26), date(2026, 10, 29)
BEFORE_DRAFT = date(2026, 10, 23)
PRIVATE = (
    *("周小满", "34170019900101123X", "13900001111", "青禾村三组", "修路合同"),
    *("硬化工程", QUESTION, "陈某某"),
)


@pytest.fixture
def officer(cast: Cast) -> Staff:
    return with_address(cast.officer)


@pytest.fixture
def head(cast: Cast) -> Staff:
    return with_address(factories.staff(cast.office, Role.HEAD))


@pytest.fixture
def application(cast: Cast, officer: Staff) -> Application:
    """In hand, checked, the time for a supplement over."""
    found = on_the_desk(cast)
    record_event(found, Registered(on=date(2026, 9, 24)), by=officer)
    return Application.objects.get(pk=found.pk)


def with_address(person: Staff) -> Staff:
    person.email = f"{person.username}@example.cn"
    person.save()
    return person


def told(on: date) -> set[tuple[str, str]]:
    """Who is told what on a day."""
    write_reminders(on)
    mails = OutgoingMail.objects.filter(about__contains=f":{on}:")
    return {(one.to.partition("@")[0], one.subject.rpartition(" ")[2]) for one in mails}


def test_the_dates_of_this_history(application: Application) -> None:
    assert (application.due_on, application.next_due_on) == (ANSWER, DRAFT)


def test_the_handler_and_the_head_are_told_of_draft_and_answer(
    application: Application, head: Staff
) -> None:
    both = {("li", "拟出答复送审"), (head.username, "拟出答复送审")}
    assert told(BEFORE_DRAFT) == both
    assert told(date(2026, 10, 24)) == set()
    assert told(DRAFT) == both
    assert told(date(2026, 10, 27)) == both
    answer = {("li", "作出答复"), (head.username, "作出答复")}
    assert told(ANSWER) == both | answer
    assert told(date(2026, 10, 31)) == set()
    assert told(date(2026, 11, 2)) == both | answer


def test_running_twice_writes_nothing_double(application: Application, head: Staff) -> None:
    assert write_reminders(DRAFT).written == 2
    before = list(OutgoingMail.objects.values())
    assert write_reminders(DRAFT).written == 0
    assert [row["id"] for row in OutgoingMail.objects.values()] == [row["id"] for row in before]
    send_outbox(moment("2026-10-26 09:00"))
    assert write_reminders(DRAFT).written == 0
    assert len(mail.outbox) == 2


def test_they_leave_in_the_morning(application: Application) -> None:
    write_reminders(DRAFT)
    assert send_outbox(moment("2026-10-26 07:59")).sent == 0
    assert send_outbox(moment("2026-10-26 08:00")).sent == 1


def test_without_a_handler_all_officers_are_told(application: Application, cast: Cast) -> None:
    Application.objects.update(handler=None)
    with_address(factories.staff(cast.office, Role.OFFICER, username="second"))
    assert {who for who, _ in told(DRAFT)} == {"li", "second"}


def test_who_stands_in_is_told_instead(
    application: Application, cast: Cast, officer: Staff, head: Staff
) -> None:
    stand_in = with_address(factories.staff(cast.office, Role.OFFICER, username="second"))
    Absence.objects.create(
        township=cast.town,
        staff=officer,
        first_day=DRAFT,
        last_day=DRAFT,
        stand_in=stand_in,
    )
    assert {who for who, _ in told(DRAFT)} == {"second", head.username}
    Absence.objects.update(stand_in=None)
    day_after = DRAFT + timedelta(days=1)
    Absence.objects.update(last_day=day_after)
    assert {who for who, _ in told(day_after)} == {head.username}


def test_who_left_is_replaced_by_the_head(
    application: Application, officer: Staff, head: Staff
) -> None:
    Staff.objects.filter(pk=officer.pk).update(is_active=False)
    assert {who for who, _ in told(DRAFT)} == {head.username}


def test_an_asked_office_is_told_and_the_desk_where_it_has_nobody(
    application: Application, cast: Cast
) -> None:
    office = finance_office(cast)
    consultation = asked(cast, office, application, until=date(2026, 10, 15))
    assert told(date(2026, 10, 14)) == {("li", "站所答复会商")}
    person = with_address(clerk_of(office, username="cai"))
    assert told(date(2026, 10, 15)) == {("cai", "站所答复会商")}
    answer_office(consultation, answer="可以公开", by=person)
    assert told(date(2026, 10, 16)) == set()


def test_a_receipt_that_waits_to_be_confirmed_is_told_of(cast: Cast, officer: Staff) -> None:
    found = submit(cast.town, wanted(), at=moment("2026-09-24 10:00")).application
    assert found.next_due_on == CHECK
    assert told(date(2026, 9, 28)) == {("li", "核对登记")}
    assert told(CHECK) == {("li", "核对登记")}


def test_what_has_ended_is_told_of_no_more(application: Application, officer: Staff) -> None:
    record_event(application, Withdrawn(on=date(2026, 9, 28)), by=officer)
    assert told(DRAFT) == set()
    assert told(date(2026, 11, 2)) == set()


def test_each_township_tells_its_own(application: Application) -> None:
    other = factories.organisation(factories.township())
    with_address(factories.staff(other, Role.HEAD))
    with_address(factories.staff(other, Role.OFFICER))
    assert {who for who, _ in told(DRAFT)} == {"li"}


def test_no_private_word_leaves(
    application: Application, cast: Cast, officer: Staff, head: Staff
) -> None:
    cast.town.host = "qinghe.example.cn"
    cast.town.save()
    office = finance_office(cast)
    with_address(clerk_of(office))
    asked(cast, office, application)
    steps = [
        ThirdPartyAsked(on=date(2026, 9, 29), who="陈某某"),
        ThirdPartyAnswered(on=date(2026, 9, 30), who="陈某某", opinion=Opinion.OBJECTS),
    ]
    for step in steps:
        record_event(application, step, by=officer)
    days = [date(2026, 9, 30) + timedelta(days=n) for n in range(40)]
    for on in days:
        write_reminders(on)
    decided = Decided(on=date(2026, 11, 9), outcomes=(Outcome.GRANTED,))
    record_event(application, decided, by=head, drafted_by=officer)
    assert ("li", "告知第三方决定公开") in told(date(2026, 11, 10))
    texts = [one.subject + one.body for one in OutgoingMail.objects.all()]
    assert len(texts) > 20
    for text in texts:
        assert not any(word in text for word in PRIVATE)
        assert application.number in text
        assert "http://qinghe.example.cn/admin/" in text


def test_it_asks_little_however_many_applications(
    application: Application, cast: Cast, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    for _ in range(5):
        on_the_desk(cast)
    write_reminders(DRAFT)
    with django_assert_max_num_queries(40):
        write_reminders(DRAFT)


def test_the_command_names_who_has_no_address(
    application: Application, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.staff(cast.office, Role.HEAD, name="钱主任")
    monkeypatch.setattr(clock, "today", lambda: DRAFT)
    said = StringIO()
    call_command("remind_applications", stdout=said)
    assert "写好 1 封提醒" in said.getvalue()
    assert "钱主任" in said.getvalue()
