from typing import Any

import pytest
from django.test import Client

from tests.cast import Cast
from tests.doors.neighbours import OWN_HOST, OWN_WORD, Neighbour, settle


@pytest.fixture
def there(db: None, settings: Any) -> Neighbour:
    """A township with something in every dataset."""
    settings.ALLOWED_HOSTS = [OWN_HOST]
    return settle(OWN_WORD, OWN_HOST)


@pytest.fixture
def client(there: Neighbour) -> Client:
    return Client(headers={"host": OWN_HOST})


@pytest.fixture
def client_of_cast(cast: Cast) -> Client:
    return Client()
