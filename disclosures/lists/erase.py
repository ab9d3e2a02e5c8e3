"""Names leave the database for good some time after their notice has ended."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from disclosures.lists.models import ListRow, NoticeList
from portal.core.trail.record import record


def erase_names(at: datetime) -> int:
    """Erase the rows of lists whose retention is over; how many lists it were. Totals stay.
    Idempotent; all townships."""
    today = timezone.localdate(at)
    waiting = NoticeList.objects.filter(notice_ends_on__lt=today, names_erased_at__isnull=True)
    over = [
        one.pk
        for one in waiting.select_related("kind")
        if one.notice_ends_on and one.notice_ends_on + _kept_for(one) < today
    ]
    return sum(_erase(pk, at) for pk in over)


def _kept_for(notice: NoticeList) -> timedelta:
    return timedelta(days=notice.kind.retention_days)


@transaction.atomic
def _erase(key: int, at: datetime) -> bool:
    notice = NoticeList.objects.select_for_update().get(pk=key)
    if notice.names_erased_at is not None:
        return False
    erased, _ = ListRow.objects.filter(edition=notice.edition_id).delete()
    notice.names_erased_at = at
    notice.save(update_fields=["names_erased_at"])
    record(
        notice.edition, "删除名单姓名", by=None, at=at, remark="公示期和保存期已满。", rows=erased
    )
    return True
