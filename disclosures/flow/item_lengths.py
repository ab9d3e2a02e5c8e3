"""Which texts of a row are longer than the database takes."""

from collections.abc import Iterator

from django.db import models

from disclosures.flow.item_sheet import TEXTS, ItemRow
from disclosures.items.models import Edition
from disclosures.policies.models import Interpretation
from portal.core.lengths import too_long


def overlong(item: ItemRow) -> Iterator[tuple[str, str]]:
    """(column, sentence) for each."""
    for column, model, field, text in _texts(item):
        if sentence := too_long(model, field, text):
            yield column, sentence


def _texts(item: ItemRow) -> Iterator[tuple[str, type[models.Model], str, str]]:
    yield "标题", Edition, "title", item.title
    for column, field in TEXTS.items():
        yield column, Edition, field, item.texts.get(field, "")
    if item.explains:
        yield "解读人", Interpretation, "explained_by_whom", item.explains.by_whom
        yield "视频链接", Interpretation, "video_url", item.explains.video_url
