"""索引号: unique and without gaps, however many people publish at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction

from disclosures.flow.advance import clear
from disclosures.flow.publish import publish_archived
from disclosures.items.models import Disclosure, Edition
from disclosures.items.serials import next_index_number
from disclosures.items.states import State
from portal.core.workdays.save_notice import seed_notices
from tests import factories
from tests.cast import Cast, assemble

AT = factories.moment("2026-03-10 10:00")
MANY = 24
AT_ONCE = 8


@pytest.fixture(scope="module", autouse=True)
def calendar_left_as_it_was(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Tests with real transactions empty the database, the calendar of all tests included."""
    yield
    with django_db_blocker.unblock():
        seed_notices()


def _serials() -> list[int]:
    numbers = Disclosure.objects.exclude(index_number=None).values_list("index_number", flat=True)
    return sorted(int(number.rpartition("-")[2]) for number in numbers)


def test_numbers_name_code_month_and_serial(cast: Cast) -> None:
    number = next_index_number(cast.office, date(2026, 3, 10))
    assert number == f"{cast.town.credit_code}/202603-00001"


def test_each_month_begins_anew(cast: Cast) -> None:
    first = next_index_number(cast.office, date(2026, 3, 31))
    second = next_index_number(cast.office, date(2026, 4, 1))
    assert [number[-12:] for number in (first, second)] == ["202603-00001", "202604-00001"]


def test_a_body_with_a_code_of_its_own_counts_for_itself(cast: Cast) -> None:
    cast.village.credit_code = "52341700MJY123456X"
    next_index_number(cast.office, date(2026, 3, 10))
    number = next_index_number(cast.village, date(2026, 3, 10))
    assert number == "52341700MJY123456X/202603-00001"


def test_a_publication_that_fails_leaves_no_gap(cast: Cast) -> None:
    def publish_and_fail() -> None:
        with transaction.atomic():
            publish_archived(factories.draft(cast.town, by=cast.officer), at=AT, by=cast.officer)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        publish_and_fail()
    disclosure = factories.published(cast.town, by=cast.officer, at=AT)
    assert disclosure.index_number.endswith("-00001")


def test_a_revision_keeps_the_number(cast: Cast) -> None:
    disclosure = factories.published(cast.town, by=cast.officer, at=AT)
    number = disclosure.index_number
    factories.published(cast.town, by=cast.officer, at=AT)
    disclosure.refresh_from_db()
    assert disclosure.index_number == number


def _cleared_by_many(drafts: list[int], cast: Cast) -> None:
    """Each in a thread and a connection of its own, as gunicorn's workers do it."""

    def one(key: int) -> None:
        try:
            clear(Edition.objects.get(pk=key), by=cast.keeper, at=AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(one, drafts))


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time")
def test_numbers_are_unique_and_gapless_when_many_publish_at_once() -> None:
    cast = assemble()
    entry = factories.entry(cast.town)
    drafts = [factories.draft(cast.town, by=cast.clerk, entry=entry).pk for _ in range(MANY)]
    Edition.objects.filter(pk__in=drafts).update(state=State.CLEARANCE)
    _cleared_by_many(drafts, cast)
    assert _serials() == list(range(1, MANY + 1))


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time")
def test_one_draft_cleared_by_many_at_once_is_published_once() -> None:
    cast = assemble()
    draft = factories.draft(cast.town, by=cast.clerk).pk
    Edition.objects.filter(pk=draft).update(state=State.CLEARANCE)
    with pytest.raises(Exception, match="不能办理"):
        _cleared_by_many([draft] * AT_ONCE, cast)
    assert _serials() == [1]
