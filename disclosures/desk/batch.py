"""An upload that waits between its preview and its confirmation, in a private folder."""

import json
import uuid
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from disclosures.flow.item_files import files_in_zip
from disclosures.flow.item_sheet import ItemSheet
from disclosures.flow.read_items import read_items
from portal.core.township.models import Township


@dataclass(frozen=True)
class Batch:
    """Where an upload lies, and what its sheet was called."""

    key: uuid.UUID
    township: Township

    @property
    def folder(self) -> str:
        return f"{self.township.pk}/imports/{self.key.hex}"


def keep(township: Township, sheet: bytes, name: str, archive: bytes) -> Batch:
    batch = Batch(uuid.uuid4(), township)
    default_storage.save(f"{batch.folder}/sheet", ContentFile(sheet))
    default_storage.save(f"{batch.folder}/files", ContentFile(archive))
    default_storage.save(f"{batch.folder}/name", ContentFile(json.dumps(name).encode()))
    return batch


def read(batch: Batch) -> ItemSheet:
    """The sheet checked anew against what the township holds now. FileNotFoundError when gone."""
    name = json.loads(_bytes(batch, "name"))
    archive = _bytes(batch, "files")
    files = files_in_zip(archive) if archive else {}
    return read_items(_bytes(batch, "sheet"), name, batch.township, files)


def forget(batch: Batch) -> None:
    for part in ("sheet", "files", "name"):
        default_storage.delete(f"{batch.folder}/{part}")


def _bytes(batch: Batch, part: str) -> bytes:
    with default_storage.open(f"{batch.folder}/{part}") as stream:
        return stream.read()
