"""Text from spreadsheets against the room that the database has for it; SQLite lets it pass."""

from django.db import models


def too_long(model: type[models.Model], field: str, text: str) -> str:
    """A sentence when `text` is longer than the field takes, else ""."""
    most = model._meta.get_field(field).max_length  # type: ignore[union-attr]
    if most is None or len(text) <= most:
        return ""
    return f"最多 {most} 个字，现有 {len(text)} 个字，请写短些。"
