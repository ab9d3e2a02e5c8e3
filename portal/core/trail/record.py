"""Writing and reading the trail. Call `record` inside the transaction of the move it records."""

from datetime import datetime
from typing import Any

from django.db import models

from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.models import TrailEntry


def record(
    subject: models.Model,
    act: str,
    *,
    by: Staff | None,
    at: datetime | None = None,
    remark: str = "",
    **detail: Any,
) -> TrailEntry:
    """Add one line to the trail of `subject`, which has a `township_id`."""
    return TrailEntry.objects.create(
        township_id=subject.township_id,  # type: ignore[attr-defined]
        at=at or clock.now(),
        by=by,
        act=act,
        subject_kind=subject._meta.label_lower,
        subject_key=subject.pk,
        subject_name=str(subject)[:200],
        remark=remark,
        detail=detail,
    )


def history(subject: models.Model) -> models.QuerySet[TrailEntry]:
    """The trail of `subject`, oldest first."""
    return (
        TrailEntry.objects.filter(subject_kind=subject._meta.label_lower, subject_key=subject.pk)
        .select_related("by")
        .order_by("pk")
    )
