"""What an applicant wrote is behind no public door, whoever knocks."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from tests import factories
from tests.doors import routes
from tests.doors.applicants import plant_application
from tests.doors.neighbours import OWN_HOST, OWN_WORD, Neighbour, settle
from tests.doors.test_visibility import LOGIN

SECRET = "银杏"
TELLING = (SECRET, "34170019900101123X", "13900001111", "xiaoman@example.cn")
ASKED = (f"?q={SECRET}", "?format=csv", "?format=json")


@pytest.fixture(scope="module")
def applied(planting: Path) -> Neighbour:
    found = settle(OWN_WORD, OWN_HOST)
    plant_application(found, SECRET)
    found.fillings = routes.fillings_of(found)
    return found


@pytest.fixture
def there(applied: Neighbour, planting: Path, db: None, settings: Any) -> Neighbour:
    settings.ALLOWED_HOSTS = [OWN_HOST]
    settings.MEDIA_ROOT = planting
    return deepcopy(applied)


PERSONS: dict[str, Callable[[Neighbour], Staff | None]] = {
    "resident": lambda there: None,
    "auditor": lambda there: factories.staff(there.office, Role.AUDITOR),
    "everything": lambda there: factories.staff(there.office, *Role),
}


def _heard(client: Client, there: Neighbour) -> Iterator[tuple[str, str]]:
    for name, _ in routes.patterns():
        for address in routes.addresses(name, there):
            for asked, answer in routes.answers(client, address, ASKED):
                # what was asked stands in the answer's own search box
                text = routes.text_of(answer).replace(f'value="{SECRET}"', "")
                yield asked, text


@pytest.mark.parametrize("person", PERSONS)
def test_no_public_page_tells_of_an_applicant(there: Neighbour, person: str) -> None:
    client = Client(headers={"host": OWN_HOST})
    staff = PERSONS[person](there)
    if staff:
        client.force_login(staff, backend=LOGIN)
    asked = {f"?q={word}" for word in TELLING}
    told = {
        address
        for address, text in _heard(client, there)
        for word in TELLING
        if word in text and not any(address.endswith(one) for one in asked)
    }
    assert told == set()


@pytest.mark.parametrize("person", PERSONS)
def test_nothing_is_found_by_what_an_applicant_wrote(there: Neighbour, person: str) -> None:
    client = Client(headers={"host": OWN_HOST})
    for word in TELLING:
        found = client.get("/search/", {"q": word, "format": "json"}).json()
        assert found["count"] == 0, word
