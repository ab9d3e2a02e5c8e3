"""Many who issue letters at once: no number twice, none skipped, also where some fail."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from applications.letters.models import Letter
from disclosures.flow.refusal import CannotMove
from tests.applications.letters.desk import Desk
from tests.applications.letters.test_issue import ASKING
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
    desk = Desk(assemble())
    assert desk.head
    applications = [desk.asked() for _ in range(MANY)]

    def act(number: int) -> object:
        spoiled = {"text": ""} if number % 3 == 0 else {}
        return desk.issued(applications[number], ASKING, **spoiled)

    refused = [one for one in _at_once(act) if isinstance(one, CannotMove)]
    assert len(refused) == MANY // 3
    serials = sorted(Letter.objects.values_list("serial", flat=True))
    assert serials == list(range(1, MANY - len(refused) + 1))
    assert Letter.objects.values("number").distinct().count() == len(serials)
