"""Saving a checked sheet of service guides: all of its rows or none."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from disclosures.flow.attach import store
from disclosures.flow.publish import publish_archived
from disclosures.flow.refusal import CannotMove
from disclosures.flow.write import start_draft
from disclosures.guides.guide_sheet import GuideRow, GuideSheet
from disclosures.guides.models import GuideStep, Material, ServiceGuide
from disclosures.items.models import Edition
from disclosures.items.shapes import Shape
from disclosures.items.states import TAKES_OVER
from portal.core.staff.models import Staff
from portal.core.township.models import Township

OPENING = time(9, 0)


@transaction.atomic
def save_guides(
    sheet: GuideSheet,
    township: Township,
    *,
    by: Staff,
    archived: bool = False,
    override_reason: str = "",
) -> list[Edition]:
    """Make a draft of every row; with `archived`, take them over as public since 发布日期.

    Files that could not be checked (scans, pictures) then need `override_reason`.
    """
    if archived and TAKES_OVER not in by.roles:
        raise CannotMove("历史信息导入后直接公开、不再审核，只能由系统管理员办理；请导入为草稿。")
    _refuse_unfit(sheet, archived, override_reason)
    rows = sorted(sheet.rows, key=lambda row: row.published_on or row.edition["formed_on"])
    editions = [_draft(row, sheet, township, by, override_reason) for row in rows]
    if archived:
        for place, (row, edition) in enumerate(zip(rows, editions, strict=True)):
            publish_archived(edition, at=_moment(row, place), by=by)
    return editions


def _refuse_unfit(sheet: GuideSheet, archived: bool, override_reason: str) -> None:
    if sheet.problems:
        raise CannotMove("表格还有错误，一行也没有导入；请按提示改好后重新导入。")
    if archived and any(row.published_on is None for row in sheet.rows):
        raise CannotMove("按历史信息导入时，每行都要有发布日期。")
    if archived and sheet.unreadable and not override_reason.strip():
        raise CannotMove(
            *sheet.unreadable, "这些文件无法自动检查个人信息，请人工查看后写明检查情况。"
        )


def _draft(
    row: GuideRow, sheet: GuideSheet, township: Township, by: Staff, override_reason: str
) -> Edition:
    edition = start_draft(
        township,
        by=by,
        shape=Shape.SERVICE_GUIDE,
        override_reason=override_reason.strip(),
        **row.edition,
    )
    files = {name: store(edition, sheet.files[name]) for name in row.files}
    owned = {"township": township, "edition": edition}
    ServiceGuide.objects.create(**owned, **row.guide)
    for one in row.materials:
        Material.objects.create(**owned, **one.fields, form=files.get(one.form))
    for one in row.steps:
        GuideStep.objects.create(**owned, **one.fields)
    return edition


def _moment(row: GuideRow, place: int) -> datetime:
    """In the morning of the publication date, in the order of the sheet."""
    opening = datetime.combine(row.published_on or row.edition["formed_on"], OPENING)
    return timezone.make_aware(opening + timedelta(seconds=place % 10_000))
