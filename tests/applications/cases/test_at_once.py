"""Two at one application at once, on the database that lets them: one record, no number twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection, transaction

from applications.cases.case import case_of
from applications.cases.models import Application
from applications.cases.numbers import next_number
from applications.cases.record_event import record_event
from applications.cases.take_in import register, submit
from applications.decisions.outcomes import Outcome
from applications.procedure.channels import Channel
from applications.procedure.events import Decided, SupplementRequested
from disclosures.flow.refusal import CannotMove
from portal.core.staff.roles import Role
from tests import factories
from tests.applications.cases.test_take_in import wanted
from tests.cast import assemble

MANY = 12

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"
    ),
]


def _at_once(act: Callable[[int], object]) -> list[object]:
    def one(number: int) -> object:
        try:
            return act(number)
        except CannotMove as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        return list(pool.map(one, range(MANY)))


def test_numbers_have_no_gap_and_none_is_given_twice() -> None:
    town = assemble().town
    _at_once(lambda number: submit(town, wanted(), form=str(number)))
    given = sorted(Application.objects.values_list("number", flat=True))
    assert [int(number[-4:]) for number in given] == list(range(1, MANY + 1))


def test_what_fails_takes_no_number() -> None:
    town = assemble().town

    def take(number: int) -> int:
        with transaction.atomic():
            taken = next_number(town, "答复", 2026)
            if number % 3 == 0:
                raise CannotMove("不成")
            return taken

    taken = sorted(one for one in _at_once(take) if isinstance(one, int))
    assert taken == list(range(1, len(taken) + 1))


def test_one_form_sent_many_times_is_one_application() -> None:
    town = assemble().town
    codes = {receipt.code for receipt in _at_once(lambda number: submit(town, wanted(), form="m"))}
    assert len(codes) == Application.objects.count() == 1


def test_two_clerks_deciding_at_once_decide_once() -> None:
    cast = assemble()
    officer, head = (factories.staff(cast.office, role) for role in (Role.OFFICER, Role.HEAD))
    day = date(2026, 9, 24)
    application = register(cast.town, wanted(), Channel.COUNTER, day, by=officer).application
    answer = Decided(on=date(2026, 10, 9), outcomes=(Outcome.GRANTED,))
    asking = SupplementRequested(on=date(2026, 10, 9))

    def act(number: int) -> object:
        if number % 2:
            return record_event(application, asking, by=officer)
        return record_event(application, answer, by=head, drafted_by=officer)

    done = [one for one in _at_once(act) if not isinstance(one, CannotMove)]
    assert len(done) == 1
    case = case_of(Application.objects.get())
    assert [row.number for row in case.rows] == [1, 2]
    assert case.standing is not None
    assert case.application.state == case.standing.state.value
