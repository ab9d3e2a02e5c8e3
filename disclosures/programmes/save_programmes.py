"""Saving a checked workbook of programmes: all of them or none."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from disclosures.flow.publish import publish_archived
from disclosures.flow.refusal import CannotMove
from disclosures.flow.write import start_draft
from disclosures.items.models import Edition
from disclosures.items.shapes import Shape
from disclosures.items.states import TAKES_OVER
from disclosures.programmes.book import BASES, DOCUMENTS, STANDARDS, STEPS, Book, ReadProgramme
from disclosures.programmes.models import Programme
from disclosures.programmes.rows import (
    Basis,
    CheckAnswer,
    CheckQuestion,
    ProgrammeDocument,
    ProgrammeStep,
    Standard,
)
from portal.core.staff.models import Staff
from portal.core.township.models import Township

OPENING = time(9, 0)
ROWS: dict[str, Any] = {
    STANDARDS: Standard,
    STEPS: ProgrammeStep,
    DOCUMENTS: ProgrammeDocument,
    BASES: Basis,
    "questions": CheckQuestion,
    "answers": CheckAnswer,
}


@transaction.atomic
def save_programmes(
    book: Book, township: Township, *, by: Staff, archived: bool = False
) -> list[Edition]:
    """Make a draft of every programme; with `archived`, take them over as public since 发布日期."""
    if archived and TAKES_OVER not in by.roles:
        raise CannotMove("历史信息导入后直接公开、不再审核，只能由系统管理员办理；请导入为草稿。")
    if not book.ok:
        raise CannotMove("表格还有错误，一项也没有导入；请按提示改好后重新导入。")
    if archived and any(one.published_on is None for one in book.programmes):
        raise CannotMove("按历史信息导入时，每个项目都要有发布日期。")
    order = sorted(book.programmes, key=lambda one: (_day(one), one.number))
    editions = [_draft(one, township, by) for one in order]
    if archived:
        for place, (one, edition) in enumerate(zip(order, editions, strict=True)):
            publish_archived(edition, at=_moment(one, place), by=by)
    return editions


def _draft(one: ReadProgramme, township: Township, by: Staff) -> Edition:
    edition = start_draft(township, by=by, shape=Shape.PROGRAMME, **one.edition)
    owned = {"township": township, "edition": edition}
    Programme.objects.create(**owned, **one.part)
    for kind, model in ROWS.items():
        for fields in one.rows.get(kind, []):
            model.objects.create(**owned, **_fitting(model, fields))
    return edition


def _fitting(model: Any, fields: dict[str, Any]) -> dict[str, Any]:
    """Questions are ordered by their numbers, not by a place."""
    names = {field.name for field in model._meta.concrete_fields}
    return {name: value for name, value in fields.items() if name in names}


def _day(one: ReadProgramme) -> date:
    found: date = one.published_on or one.edition["formed_on"]
    return found


def _moment(one: ReadProgramme, place: int) -> datetime:
    """In the morning of the publication date, in the order of the sheet."""
    opening = datetime.combine(_day(one), OPENING) + timedelta(seconds=place % 10_000)
    return timezone.make_aware(opening)
