"""Seal everything anew under the first key of SEAL_KEYS.

It may be broken off at any moment and run again: rows change together or not at all, a file takes
the place of the old one when it is whole. What can't be opened or found is left as it is, told at
the end, and holds up nothing else.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, models, transaction

from portal.core.sealed.fields import SealedFieldFile, SealedFile, SealedText
from portal.core.sealed.seal import CannotOpen, reseal

TOGETHER = 200
MOST_TOLD = 10
MISSING = "文件不在了"


class Command(BaseCommand):
    help = "更换加密密钥：用 SEAL_KEYS 的第一把密钥重新加密所有加密内容（可反复运行）。"

    def handle(self, *args: Any, **options: Any) -> None:
        left: list[str] = []
        texts = sum(_texts(model, left) for model in apps.get_models())
        files = sum(_files(model, left) for model in apps.get_models())
        self.stdout.write(f"已重新加密：{texts} 条记录、{files} 个文件。")
        if left:
            raise CommandError("\n".join(_told(left)))


def _of(model: type[models.Model], kind: type[models.Field]) -> list[Any]:
    return [field for field in model._meta.local_concrete_fields if isinstance(field, kind)]


def _told(left: list[str]) -> Iterator[str]:
    yield f"还有 {len(left)} 处没有重新加密，原样未动。处理以后再运行一次，在此之前不要去掉旧密钥："
    yield from left[:MOST_TOLD]
    if len(left) > MOST_TOLD:
        yield f"……另有 {len(left) - MOST_TOLD} 处。"


def _texts(model: type[models.Model], left: list[str]) -> int:
    """The columns as they lie in the database, past the fields that would open them."""
    if not (columns := [field.column for field in _of(model, SealedText)]):
        return 0
    table = connection.ops.quote_name(model._meta.db_table)
    key = connection.ops.quote_name(str(model._meta.pk.column))
    names = [connection.ops.quote_name(column) for column in columns]
    keys = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
    refused: list[str] = []
    for start in range(0, len(keys), TOGETHER):
        for pk in _reseal_rows(table, key, names, keys[start : start + TOGETHER]):
            refused.append(f"{model._meta.verbose_name} {pk}：{CannotOpen()}")
    left += refused
    return len(keys) - len(refused)


def _reseal_rows(table: str, key: str, names: list[str], keys: list[int]) -> list[int]:
    """The keys of the rows that none of the seals opens. No one else writes them meanwhile."""
    refused = []
    marks = ", ".join(["%s"] * len(keys))
    held = " FOR UPDATE" if connection.features.has_select_for_update else ""
    sets = ", ".join(f"{name} = %s" for name in names)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {key}, {', '.join(names)} FROM {table} WHERE {key} IN ({marks}){held}", keys
        )
        for pk, *values in cursor.fetchall():
            try:
                fresh = [reseal(value.encode()).decode() if value else value for value in values]
            except CannotOpen:
                refused.append(pk)
            else:
                cursor.execute(f"UPDATE {table} SET {sets} WHERE {key} = %s", [*fresh, pk])
    return refused


def _files(model: type[models.Model], left: list[str]) -> int:
    count = 0
    for field in _of(model, SealedFile):
        for record in model._base_manager.exclude(**{field.name: ""}).only(field.name).iterator():
            try:
                _reseal_file(getattr(record, field.name))
            except (CannotOpen, FileNotFoundError) as refusal:
                why = refusal if isinstance(refusal, CannotOpen) else MISSING
                left.append(f"{model._meta.verbose_name} {record.pk}：{why}")
            else:
                count += 1
    return count


def _reseal_file(file: SealedFieldFile) -> None:
    """Beside the old file first; what a broken run left there is written over by the next."""
    place = Path(file.path)
    fresh = reseal(place.read_bytes())
    beside = place.with_name(f"{place.name}.reseal")
    try:
        with beside.open("wb") as whole:
            whole.write(fresh)
            whole.flush()
            os.fsync(whole.fileno())
        shutil.copystat(place, beside)
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
