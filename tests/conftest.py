from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings

from portal.core.workdays.save_notice import seed_notices
from tests.cast import Cast, assemble


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: object) -> None:
    """The calendar stands in every test's database; seeding it each time takes half a second."""
    with django_db_blocker.unblock():
        seed_notices()


@pytest.fixture(autouse=True)
def plain_places(settings: object, tmp_path: Path) -> None:
    """Uploads go to a folder of the test's own; static files need no manifest; hashing is quick."""
    for name, value in _places(tmp_path).items():
        setattr(settings, name, value)
    cache.clear()


@pytest.fixture(scope="module")
def planting(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """For fixtures of a module's scope: what they plant stands for all its tests, each of which
    takes back its own changes alone. Gives the folder of the files, for `MEDIA_ROOT`."""
    folder = tmp_path_factory.mktemp("planted")
    places = _places(folder)
    with django_db_blocker.unblock(), override_settings(**places), transaction.atomic():
        yield places["MEDIA_ROOT"]
        transaction.set_rollback(True)


def _places(folder: Path) -> dict[str, Any]:
    static = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    return {
        "MEDIA_ROOT": folder / "files",
        "STORAGES": {**settings.STORAGES, "staticfiles": static},
        "CACHES": {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    }


@pytest.fixture
def cast(db: None) -> Cast:
    return assemble()
