from pathlib import Path

import pytest

from tests.cast import Cast, assemble


@pytest.fixture(autouse=True)
def plain_places(settings: object, tmp_path: Path) -> None:
    """Uploads go to a folder of the test's own; static files need no manifest."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@pytest.fixture
def cast(db: None) -> Cast:
    return assemble()
