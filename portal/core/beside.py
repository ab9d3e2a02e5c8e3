"""What apps above have to show on the page of a record that stands below them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from portal.core.township.models import Township


@dataclass(frozen=True)
class Beside:
    """A part of a page: the template and what it is given; what it holds is public."""

    template: str
    given: dict[str, Any]


Source = Callable[[models.Model, Township], Beside | None]
_SOURCES: dict[type[models.Model], list[Source]] = {}


def add_beside(model: type[models.Model], source: Source) -> None:
    """For an app that has something to show beside records of `model`; called from its module
    `shelves`."""
    _SOURCES.setdefault(model, []).append(source)


def parts_beside(record: models.Model, township: Township) -> list[Beside]:
    """Those that have something to show, in the order of their coming."""
    found = (source(record, township) for source in _SOURCES.get(type(record), ()))
    return [part for part in found if part is not None]
