"""The demo's warnings: a year of past ones, and one in force on whatever day it is loaded."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from disclosures.warnings.models import EmergencyWarning
from disclosures.warnings.moves import issue, lift, update, withdraw
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township


@transaction.atomic
def load_warnings(township: Township, file: Path, by: Staff, tell: Callable[[str], None]) -> None:
    """Issue what `file` names, with its updates and its end; leave alone what is there already."""
    if EmergencyWarning.objects.of(township).exists():
        return
    bodies = {body.name: body for body in Organisation.objects.of(township)}
    given = json.loads(file.read_text(encoding="utf-8"))
    for row in given:
        _load(township, row, bodies, by)
    tell(f"预警 {len(given)} 条")


def _load(township: Township, row: dict[str, Any], bodies: dict[str, Any], by: Staff) -> None:
    warning = EmergencyWarning.objects.create(
        township=township,
        title=row["title"],
        hazard=row["hazard"],
        level=row["level"],
        area=row["area"],
        situation=row["situation"],
        advice="\n".join(row["advice"]),
        issuer=bodies[row["issuer"]],
        source=row["source"],
        starts_at=_moment(row["starts"]),
        ends_at=_moment(row["ends"]),
    )
    warning.villages.set(bodies[name] for name in row["villages"])
    issue(warning, by=by, at=warning.starts_at)
    for one in row["updates"]:
        end = _moment(one["ends"]) if "ends" in one else None
        at, level = _moment(one["at"]), one.get("level", "")
        update(warning, text=one["text"], level=level, ends_at=end, by=by, at=at)
    if row["lifted"]:
        lift(warning, text="", by=by, at=_moment(row["lifted"]))
    if row["withdrawn"]:
        withdraw(warning, reason=row["withdrawn"], by=by)


def _moment(told: str) -> datetime:
    """A moment in Shanghai, or hours before or after now: "-20h", "+52h"."""
    if told.endswith("h"):
        return clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(
            hours=int(told[:-1])
        )
    return timezone.make_aware(datetime.fromisoformat(told))
