"""Two townships side by side, planted once for a module that only looks."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.doors import routes
from tests.doors.neighbours import OTHER_HOST, OTHER_WORD, OWN_HOST, OWN_WORD, Neighbour, settle

Pair = tuple[Neighbour, Neighbour]


@pytest.fixture(scope="module")
def settled(planting: Path) -> Pair:
    both = settle(OWN_WORD, OWN_HOST), settle(OTHER_WORD, OTHER_HOST)
    for one in both:
        one.fillings = routes.fillings_of(one)
    return both


@pytest.fixture
def pair(settled: Pair, planting: Path, db: None, settings: Any) -> Pair:
    settings.ALLOWED_HOSTS = [OWN_HOST, OTHER_HOST]
    settings.MEDIA_ROOT = planting
    return deepcopy(settled)
