"""When the calendar changes, running notices end on another day, and that is recorded."""

from django.db import transaction

from disclosures.lists.models import NoticeList
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.core.workdays.days import WorkCalendar


@transaction.atomic
def redate_notices(calendar: WorkCalendar, *, by: Staff | None) -> list[NoticeList]:
    """Count the end of every notice that hasn't ended anew, in all townships; those that moved.
    A notice that is over stays over."""
    moved = []
    running = NoticeList.objects.filter(notice_ends_on__gte=clock.today())
    for notice in running.select_related("kind", "edition").select_for_update(of=("self",)):
        old = notice.notice_ends_on
        if notice.notice_starts_on is None or old is None:
            continue
        notice.set_notice(notice.notice_starts_on, calendar)
        if notice.notice_ends_on != old:
            moved.append(notice)
            told = f"放假安排变更，公示结束日期由 {old} 改为 {notice.notice_ends_on}。"
            record(notice.edition, "公示期调整", by=by, remark=told)
    return moved
