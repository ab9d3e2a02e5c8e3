"""Saving a checked sheet of items: all of its rows or none."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from disclosures.flow.attach import store
from disclosures.flow.item_sheet import Explains, ItemRow, ItemSheet
from disclosures.flow.publish import publish_archived
from disclosures.flow.read_items import find_policy
from disclosures.flow.refusal import CannotMove
from disclosures.flow.write import start_draft
from disclosures.items.models import Edition
from disclosures.items.states import TAKES_OVER
from disclosures.policies.models import Interpretation
from portal.core.staff.models import Staff
from portal.core.township.models import Township

OPENING = time(9, 0)


@transaction.atomic
def save_items(
    sheet: ItemSheet,
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
    rows = sorted(sheet.rows, key=lambda row: (row.published_on or row.formed_on, row.number))
    # policies first, so that interpretations of the same sheet find them
    rows.sort(key=lambda row: row.explains is not None)
    editions = [(row, _draft(row, sheet, township, by, override_reason)) for row in rows]
    if archived:
        editions.sort(key=lambda pair: (pair[0].published_on, pair[0].number))
        for place, (row, edition) in enumerate(editions):
            publish_archived(edition, at=_moment(row, place), by=by)
    return [edition for _, edition in editions]


def _refuse_unfit(sheet: ItemSheet, archived: bool, override_reason: str) -> None:
    if sheet.problems:
        raise CannotMove("表格还有错误，一行也没有导入；请按提示改好后重新上传。")
    if archived and any(row.published_on is None for row in sheet.rows):
        raise CannotMove("按历史信息导入时，每行都要有发布日期。")
    if archived and sheet.unreadable and not override_reason.strip():
        raise CannotMove(
            *sheet.unreadable, "这些文件无法自动检查个人信息，请人工查看后写明检查情况。"
        )


def _draft(
    row: ItemRow, sheet: ItemSheet, township: Township, by: Staff, override_reason: str
) -> Edition:
    fields = row.edition_fields() | {"override_reason": override_reason.strip()}
    edition = start_draft(township, by=by, **fields)
    for name in row.files:
        store(edition, sheet.files[name])
    if row.explains:
        _bind(edition, row.explains, township)
    return edition


def _bind(edition: Edition, explains: Explains, township: Township) -> None:
    policy = find_policy(township, explains.policy)
    if policy is None:
        raise CannotMove(f"没有找到解读的政策“{explains.policy}”。")
    Interpretation.objects.create(
        township=township,
        disclosure=edition.disclosure,
        policy=policy,
        form=explains.form,
        explained_by_whom=explains.by_whom,
        video_url=explains.video_url,
    )


def _moment(row: ItemRow, place: int) -> datetime:
    """In the morning of the publication date, in the order of the sheet."""
    opening = datetime.combine(row.published_on or row.formed_on, OPENING)
    return timezone.make_aware(opening + timedelta(seconds=place % 10_000))
