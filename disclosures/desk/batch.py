"""An upload that waits between its preview and its confirmation, in a private folder.

Only the session that uploaded it may open it; a newer upload, its import, or a day ends it.
"""

import json
import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from disclosures.flow.item_sheet import ItemSheet
from disclosures.flow.read_items import read_items
from portal.core import clock
from portal.core.township.models import Township

SESSION_KEY = "import_batch"
KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True)
class Batch:
    """Where an upload lies."""

    key: uuid.UUID
    township: Township

    @property
    def folder(self) -> str:
        return f"{self.township.pk}/imports/{self.key.hex}"


@dataclass(frozen=True)
class Upload:
    """A sheet, what it was called, and the files that it names."""

    name: str
    sheet: bytes
    files: dict[str, bytes]


def keep(request: Any, upload: Upload) -> Batch:
    """Store an upload for this session, instead of what it had left lying."""
    if key := request.session.get(SESSION_KEY):
        forget(request, Batch(uuid.UUID(key), request.township))
    _sweep(request.township)
    batch = Batch(uuid.uuid4(), request.township)
    names = list(upload.files)
    _write(batch, "names", json.dumps([upload.name, *names]).encode())
    _write(batch, "sheet", upload.sheet)
    for number, name in enumerate(names):
        _write(batch, f"file-{number}", upload.files[name])
    request.session[SESSION_KEY] = str(batch.key)
    return batch


def opened(request: Any, key: uuid.UUID) -> Upload:
    """What this session uploaded under `key`. FileNotFoundError when it isn't there (any more)."""
    if request.session.get(SESSION_KEY) != str(key):
        raise FileNotFoundError
    batch = Batch(key, request.township)
    name, *files = json.loads(_read(batch, "names"))
    found = {file: _read(batch, f"file-{number}") for number, file in enumerate(files)}
    return Upload(name, _read(batch, "sheet"), found)


def checked(upload: Upload, township: Township) -> ItemSheet:
    """The sheet read against what the township holds now."""
    return read_items(upload.sheet, upload.name, township, upload.files)


def forget(request: Any, batch: Batch) -> None:
    _remove(batch.folder)
    request.session.pop(SESSION_KEY, None)


def _sweep(township: Township) -> None:
    """Remove what was uploaded long ago and never confirmed."""
    home, limit = f"{township.pk}/imports", clock.now() - KEPT_FOR
    if not default_storage.exists(home):
        return
    for name in default_storage.listdir(home)[0]:
        folder = f"{home}/{name}"
        marker = f"{folder}/names"
        if not default_storage.exists(marker) or _written_at(marker) < limit:
            _remove(folder)


def _written_at(path: str) -> Any:
    return default_storage.get_modified_time(path)


def _remove(folder: str) -> None:
    if not default_storage.exists(folder):
        return
    for name in default_storage.listdir(folder)[1]:
        default_storage.delete(f"{folder}/{name}")
    default_storage.delete(folder)


def _write(batch: Batch, part: str, data: bytes) -> None:
    default_storage.save(f"{batch.folder}/{part}", ContentFile(data))


def _read(batch: Batch, part: str) -> bytes:
    with default_storage.open(f"{batch.folder}/{part}") as stream:
        return stream.read()
