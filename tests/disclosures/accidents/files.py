"""An accident and its stages."""

from datetime import date
from typing import Any

from disclosures.accidents.models import AccidentFile, AccidentStage
from disclosures.items.models import Edition
from tests import factories
from tests.cast import Cast


def drafted(cast: Cast, **fields: Any) -> Edition:
    edition = factories.draft(
        cast.town, by=cast.officer, shape="accidentfile", title="茶厂机械伤害事故", body=""
    )
    given = {"kind": "机械伤害", "happened_on": date(2026, 3, 1), "place": "石塘村", "injuries": 1}
    AccidentFile.objects.create(township=cast.town, edition=edition, **given | fields)
    return edition


def stage(edition: Edition, kind: str = "event", on: date = date(2026, 3, 1), **more: Any) -> None:
    AccidentStage.objects.create(
        township=edition.township, edition=edition, kind=kind, on=on, text=f"{kind} 的经过", **more
    )
