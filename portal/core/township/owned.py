"""Tenant isolation in one place: every record belongs to a township and refers only to its own."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models

from portal.core.township.models import Township


class TownshipQuerySet(models.QuerySet[Any]):
    def of(self, township: Township) -> Self:
        """Only this township's records: what every page, feed, count and form starts from."""
        return self.filter(township=township)


class ForeignTownship(ValidationError):
    """A record was about to refer to another township's record."""


class TownshipOwned(models.Model):
    """A record of one township. Saving refuses a reference into another township.

    Every model names its own `objects`, made from TownshipQuerySet or one that extends it.
    """

    township = models.ForeignKey(
        Township, on_delete=models.PROTECT, verbose_name="乡镇", editable=False, related_name="+"
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        refuse_foreign_references(self, kwargs.get("update_fields"))
        super().save(*args, **kwargs)


def refuse_foreign_references(record: Any, only: Any = None) -> None:
    """Raise ForeignTownship if a foreign key of `record` points into another township."""
    for field in owned_references(type(record)):
        if only is not None and field.name not in only and field.attname not in only:
            continue
        if getattr(record, field.attname) is None:
            continue
        if getattr(record, field.name).township_id != record.township_id:
            raise ForeignTownship(f"{field.verbose_name}不属于本镇，请从本镇的选项中选择。")


def owned_references(model: type[models.Model]) -> list[Any]:
    """The foreign keys of `model` that lead to records owned by a township."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and issubclass(field.related_model, TownshipOwned)
    ]
