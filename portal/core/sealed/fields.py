from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import models
from django.db.models.fields.files import FieldFile

from portal.core.sealed.seal import seal, unseal


class SealedText(models.TextField):
    """Text that is plain in Python and sealed in the database. It can't be searched by."""

    def from_db_value(self, value: str | None, *args: Any) -> str | None:
        return unseal(value.encode()).decode() if value else value

    def get_prep_value(self, value: Any) -> Any:
        plain = super().get_prep_value(value)
        return seal(plain.encode()).decode() if plain else plain

    def get_lookup(self, lookup_name: str) -> Any:
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None


class SealedFieldFile(FieldFile):
    def keep(self, data: bytes) -> None:
        """Write `data` sealed; the row is still to be saved."""
        self.save("sealed", ContentFile(seal(data)), save=False)

    def plain(self) -> bytes:
        """What was kept, opened. Raises FileNotFoundError, CannotOpen."""
        with self.storage.open(str(self.name)) as file:
            return unseal(file.read())


class SealedFile(models.FileField):
    """A file that lies sealed on the disk; use `keep` and `plain`."""

    attr_class = SealedFieldFile

    if TYPE_CHECKING:

        def __get__(self, instance: Any, owner: Any) -> Any: ...
