"""Seal everything anew under the first key of SEAL_KEYS."""

from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, models, transaction

from portal.core.sealed.fields import SealedFile, SealedText
from portal.core.sealed.seal import CannotOpen, reseal

TOGETHER = 200


class Command(BaseCommand):
    help = "更换加密密钥：用 SEAL_KEYS 的第一把密钥重新加密所有加密内容（可反复运行）。"

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            texts = sum(_texts(model) for model in apps.get_models())
            files = sum(_files(model) for model in apps.get_models())
        except CannotOpen as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"已重新加密：{texts} 条记录、{files} 个文件。")


def _of(model: type[models.Model], kind: type[models.Field]) -> list[Any]:
    return [field for field in model._meta.local_concrete_fields if isinstance(field, kind)]


def _texts(model: type[models.Model]) -> int:
    """The columns as they lie in the database, past the fields that would open them."""
    if not (columns := [field.column for field in _of(model, SealedText)]):
        return 0
    table = connection.ops.quote_name(model._meta.db_table)
    key = connection.ops.quote_name(str(model._meta.pk.column))
    names = [connection.ops.quote_name(column) for column in columns]
    keys = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), TOGETHER):
        _reseal_rows(table, key, names, keys[start : start + TOGETHER])
    return len(keys)


def _reseal_rows(table: str, key: str, names: list[str], keys: list[int]) -> None:
    marks = ", ".join(["%s"] * len(keys))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {key}, {', '.join(names)} FROM {table} WHERE {key} IN ({marks})", keys
        )
        for pk, *values in cursor.fetchall():
            fresh = [reseal(value.encode()).decode() if value else value for value in values]
            sets = ", ".join(f"{name} = %s" for name in names)
            cursor.execute(f"UPDATE {table} SET {sets} WHERE {key} = %s", [*fresh, pk])


def _files(model: type[models.Model]) -> int:
    count = 0
    for field in _of(model, SealedFile):
        for record in model._base_manager.exclude(**{field.name: ""}).iterator():
            file = getattr(record, field.name)
            with file.storage.open(file.name) as kept:
                fresh = reseal(kept.read())
            with file.storage.open(file.name, "wb") as kept:
                kept.write(fresh)
            count += 1
    return count
