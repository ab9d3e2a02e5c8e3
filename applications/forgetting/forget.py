"""隐去个人信息: what was kept long enough after its end loses its persons and keeps its figures.

The record of events and the trail are append-only through `save`. Here, and nowhere else, they are
changed by `update`: words and names go; days, kinds, outcomes, numbers, and who of the staff did
what, stay. That it was done is an entry of the trail of each application.
"""

from dataclasses import dataclass
from datetime import date
from json import dumps, loads

from django.db import transaction

from applications.cases.models import Application, RecordedEvent
from applications.forgetting.due import pieces_due
from applications.forgetting.sealed import empty, rooms
from applications.forgetting.words import wordless
from applications.procedure.written import from_data, to_data
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.trail.models import TrailEntry
from portal.core.trail.record import record


@dataclass
class Forgotten:
    """Numbers of the applications, and how many files went."""

    numbers: list[str]
    files: int = 0


def forget_applicants(
    township: Township, on: date, *, by: Staff | None = None, dry_run: bool = False
) -> Forgotten:
    """Forget all that is due on the day `on`, a piece at a time, so that it can be stopped and
    begun again. What is forgotten already is passed over."""
    told = Forgotten([])
    for piece in pieces_due(township, on):
        told.numbers += [one.number for one in piece]
        if not dry_run:
            told.files += forget(piece, by=by)
    return told


@transaction.atomic
def forget(applications: list[Application], *, by: Staff | None) -> int:
    """Forget these, whatever their age; the number of files removed."""
    keys = [one.pk for one in applications]
    locked = Application.objects.select_for_update(of=("self",)).filter(
        pk__in=keys, anonymised_at__isnull=True
    )
    found = list(locked.select_related("township").prefetch_related("events"))
    for application in found:
        _write_wordless(application)
    _quieten_trail(found)
    gone = empty(found)
    _mark(found, by)
    for file in gone:  # last: what breaks off before is simply begun again
        file.storage.delete(str(file.name))
    return len(gone)


def _write_wordless(application: Application) -> None:
    rows = sorted(application.events.all(), key=lambda row: row.number)
    events = [from_data(loads(row.data)) for row in rows]
    for row, old, new in zip(rows, events, wordless(events), strict=True):
        if new != old:
            data = dumps(to_data(new), ensure_ascii=False)
            RecordedEvent.objects.filter(pk=row.pk).update(data=data)


def _quieten_trail(applications: list[Application]) -> None:
    """The trail called them by number and subject, and held remarks; the number stays."""
    keys = [one.pk for one in applications]
    for model, way in rooms():
        rows = model._default_manager.filter(**{f"{way}__in": keys}).order_by()
        entries = TrailEntry.objects.filter(
            subject_kind=model._meta.label_lower,
            subject_key__in=list(rows.values_list("pk", flat=True)),
        )
        entries.update(subject_name=model._meta.verbose_name, remark="", detail={})
    for one in applications:
        about = TrailEntry.objects.filter(subject_kind=one._meta.label_lower, subject_key=one.pk)
        about.update(subject_name=one.number)


def _mark(applications: list[Application], by: Staff | None) -> None:
    at = clock.now()
    for application in applications:
        Application.objects.filter(pk=application.pk).update(anonymised_at=at)
        application.refresh_from_db()
        record(application, "隐去个人信息", by=by, at=at, remark="保存期满，只留统计。")
