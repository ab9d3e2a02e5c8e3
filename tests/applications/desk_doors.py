"""Who may enter a page of the desk about an application."""

from typing import Any

from django.test import Client

from applications.cases.models import Application
from applications.cases.take_in import submit
from portal.core.staff.roles import Role
from tests import factories
from tests.applications.cases.test_take_in import wanted
from tests.cast import Cast


def as_role(client: Client, cast: Cast, role: Role) -> Any:
    person = factories.staff(cast.office, role)
    client.force_login(person)
    return person


def statuses(client: Client, cast: Cast, address: str) -> dict[str, int]:
    """What each role gets on a visit; `nobody` is not logged in."""
    found = {}
    for role in Role:
        as_role(client, cast, role)
        found[role.value] = client.get(address).status_code
    client.logout()
    found["nobody"] = client.get(address).status_code
    return found


def enters(client: Client, cast: Cast, address: str) -> set[str]:
    found = statuses(client, cast, address)
    assert set(found.values()) <= {200, 302, 403}
    assert found["nobody"] == 302
    return {who for who, status in found.items() if status == 200}


def elsewhere(cast: Cast) -> Application:
    """An application of a neighbouring township; ours answers at the tests' address."""
    cast.town.host = "testserver"
    cast.town.save()
    neighbour = factories.township(host="elsewhere.test")
    return submit(neighbour, wanted()).application
