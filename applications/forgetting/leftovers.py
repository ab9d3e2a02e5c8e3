"""Sealed files that no row speaks of: a step wrote them and then failed, or was cut off."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.apps import apps
from django.core.files.storage import default_storage

from portal.core.sealed.fields import SealedFile
from portal.core.township.models import Township

FOLDERS = ("applications", "drafts")
# a step that is still under way has written its files within this time
UNDER_WAY = timedelta(days=1)


def clear_leftovers(township: Township, at: datetime) -> int:
    """Delete them from the disk; how many there were."""
    known = set(_spoken_of())
    gone = [path for path in _kept(township) if path not in known and _old(path, at)]
    for path in gone:
        default_storage.delete(path)
    return len(gone)


def _spoken_of() -> Iterator[str]:
    for model in apps.get_app_config("applications").get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, SealedFile):
                yield from model._default_manager.values_list(field.name, flat=True)


def _kept(township: Township) -> Iterator[str]:
    for folder in FOLDERS:
        path = f"{township.pk}/{folder}"
        if default_storage.exists(path):
            yield from (f"{path}/{name}" for name in default_storage.listdir(path)[1])


def _old(path: str, at: datetime) -> bool:
    return default_storage.get_modified_time(path) < at - UNDER_WAY
