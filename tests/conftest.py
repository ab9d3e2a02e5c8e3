from pathlib import Path

import pytest
from django.core.cache import cache

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
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast(db: None) -> Cast:
    return assemble()
