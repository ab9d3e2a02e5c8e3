"""What is sealed is personal: found in every room that keeps something of an application, also in
rooms that come later, and emptied."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from applications.cases.models import Applicant, Application, CaseFile, RecordedEvent
from applications.forgetting.words import GONE
from applications.letters.models import Letter
from portal.core.sealed.fields import SealedFieldFile, SealedFile, SealedText

Model = type[models.Model]

# plain columns that tell of a person, or in which somebody's words stand
PLAIN: dict[Model, dict[str, str]] = {
    Application: {"subject": GONE, "code_digest": ""},
    Applicant: dict.fromkeys(
        ("identity_kind", "postcode", "name_mark", "identity_mark", "phone_mark"), ""
    ),
    RecordedEvent: {"proof": ""},
    CaseFile: {"name": GONE, "sha256": ""},
    Letter: {"title": GONE, "docx_sha256": "", "pdf_sha256": ""},
}
# sealed texts that are read as data: the record keeps its days and outcomes (words.py)
KEPT = {(RecordedEvent, "data")}
JSON_TEXTS = {"release.found"}


@cache
def way_to_application(model: Model) -> str | None:
    """The lookup that leads from `model` to its application; None where there is none."""
    if model is Application:
        return "pk"
    for field in model._meta.concrete_fields:
        target: Any = field.related_model
        if not isinstance(field, models.ForeignKey) or target._meta.app_label != "applications":
            continue
        if target is Application:
            return field.name
        if (further := way_to_application(target)) is not None:
            return f"{field.name}__{further}"
    return None


def rooms() -> Iterator[tuple[Model, str]]:
    """Every model that keeps something of an application, with the way to it."""
    for model in apps.get_app_config("applications").get_models():
        way = way_to_application(model)
        if way is not None and not model._meta.proxy:
            yield model, way


def emptied(model: Model) -> dict[str, str]:
    """What each column of `model` that may tell of a person becomes."""
    changed = dict(PLAIN.get(model, {}))
    for field in model._meta.concrete_fields:
        if isinstance(field, SealedText) and (model, field.name) not in KEPT:
            name = f"{model._meta.model_name}.{field.name}"
            changed[field.name] = "{}" if name in JSON_TEXTS else "" if field.blank else GONE
        if isinstance(field, SealedFile):
            changed[field.name] = ""
    return changed


def empty(applications: list[Application]) -> list[SealedFieldFile]:
    """Empty all that is kept of `applications`; the files that have to leave the disk now."""
    keys = [one.pk for one in applications]
    gone: list[SealedFieldFile] = []
    for model, way in rooms():
        rows = model._default_manager.filter(**{f"{way}__in": keys}).order_by()
        gone += _files(model, rows)
        if changed := emptied(model):
            rows.update(**changed)
    return gone


def _files(model: Model, rows: models.QuerySet[models.Model]) -> Iterator[SealedFieldFile]:
    names = [one.name for one in model._meta.concrete_fields if isinstance(one, SealedFile)]
    for row in rows.only(*names) if names else ():
        for name in names:
            if getattr(row, name):
                yield getattr(row, name)
