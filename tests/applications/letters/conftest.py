import pytest

from tests.applications.letters.desk import Desk
from tests.cast import Cast


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast)
