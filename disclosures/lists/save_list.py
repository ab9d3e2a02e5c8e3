"""Putting a checked list into a draft: all of its rows or none, and the totals that will last."""

from django.db import transaction
from django.db.models import Count, Sum

from disclosures.flow.attach import require_draft
from disclosures.flow.refusal import CannotMove
from disclosures.items.models import Edition
from disclosures.items.parts import BATCH
from disclosures.lists.models import ListRow, ListTotal
from disclosures.lists.sheet import ListSheet, ReadRow
from portal.core.staff.models import Staff
from portal.core.trail.record import record


@transaction.atomic
def save_list(edition: Edition, sheet: ListSheet, *, by: Staff) -> int:
    """Replace the rows of the draft `edition` by those of `sheet`; how many there are.

    The trail keeps counts and sums, never a name.
    """
    if not sheet.ok:
        raise CannotMove("名单还有错误，一行也没有导入；请按提示改好后重新上传。")
    edition = (
        Edition.objects.select_for_update(of=("self",)).select_related("issuer").get(pk=edition.pk)
    )
    require_draft(edition, by)
    ListRow.objects.filter(edition=edition).delete()
    rows = (_row(edition, place, row) for place, row in enumerate(sheet.rows, start=1))
    ListRow.objects.bulk_create(rows, batch_size=BATCH)
    write_totals(edition)
    record(edition, "导入名单", by=by, rows=len(sheet.rows), total=str(sheet.total))
    return len(sheet.rows)


def _row(edition: Edition, place: int, row: ReadRow) -> ListRow:
    village = row.village
    assert village is not None, "the reading keeps no row without a village"
    return ListRow(
        township_id=edition.township_id,
        edition=edition,
        number=place,
        village_id=village,
        group=row.group,
        name=row.name,
        count=row.count,
        area=row.area,
        standard=row.standard,
        amount=row.amount,
        period=row.period,
        remark=row.remark,
        others=row.others,
    )


def write_totals(edition: Edition) -> None:
    """Sum the rows of `edition` by village, for when the names are gone."""
    ListTotal.objects.filter(edition=edition).delete()
    rows = ListRow.objects.filter(edition=edition).order_by().values("village_id")
    sums = rows.annotate(
        households=Count("pk"), persons=Sum("count"), areas=Sum("area"), amounts=Sum("amount")
    )
    ListTotal.objects.bulk_create(
        ListTotal(
            township_id=edition.township_id,
            edition=edition,
            village_id=one["village_id"],
            households=one["households"],
            persons=one["persons"],
            area=one["areas"],
            amount=one["amounts"],
        )
        for one in sums
    )
