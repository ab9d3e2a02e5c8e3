import pytest

from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast


@pytest.fixture
def head(cast: Cast) -> Staff:
    """Who issues what the officer wrote; the site answers under the test client's name."""
    cast.town.host = "testserver"
    cast.town.save()
    return factories.staff(cast.office, Role.HEAD, name="周主任")
