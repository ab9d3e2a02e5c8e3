"""Public works, planted: a project with every row it can have, and a levy for it."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from PIL import Image

from disclosures.flow.attach import attach
from disclosures.flow.publish import publish_archived
from disclosures.items.models import Disclosure, Edition
from disclosures.items.shapes import Shape
from finance.levies.models import Levy, LevyExemption, LevyRule
from finance.projects.models import (
    Bidder,
    ProgressNote,
    ProjectFile,
    ProjectFund,
    ProjectStage,
)
from finance.projects.stages import Stage
from tests import factories

PAST = date(2026, 1, 1)


def plant_project(there: Any) -> Disclosure:
    """Decided, late with its budget, with a picture."""
    word = there.word
    edition = _draft(there, Shape.PROJECT_FILE, "项目")
    own = {"township": there.town, "edition": edition}
    given = {"kind": "road", "year": 2026, "lead": there.office, "scale": f"{word}硬化三百米"}
    ProjectFile.objects.create(place=f"{word}组", upkeep_by=f"{word}管护队", **given, **own)
    ProjectFund.objects.create(
        source="4-county", amount=Decimal(90), document_number=f"{word}〔2026〕9号", **own
    )
    Bidder.objects.create(firm=f"{word}建筑公司", price=Decimal(80), **own)
    for stage in Stage:
        days = {"done_on": PAST} if stage is Stage.DECISION else {"planned_on": PAST}
        ProjectStage.objects.create(kind=stage, remark=f"{word}说明", **days, **own)
    stream = BytesIO()
    Image.new("RGB", (6, 4), "green").save(stream, "PNG")
    picture = attach(edition, stream.getvalue(), f"{word}照片.png", by=there.officer)
    ProgressNote.objects.create(on=PAST, text=f"{word}的老路", picture=picture, **own)
    return _public(there, edition)


def plant_levy(there: Any, project: Disclosure) -> Disclosure:
    word = there.word
    limits = {"since": 2020, "per_head": Decimal(20), "days": Decimal(3)}
    LevyRule.objects.create(township=there.town, name=f"{word}限额", **limits)
    edition = _draft(there, Shape.LEVY, "筹资")
    own = {"township": there.town, "edition": edition}
    votes = {"met_on": PAST, "called": 9, "present": 9, "in_favour": 9}
    Levy.objects.create(
        village=there.village,
        year=2026,
        kind="both",
        purpose=f"{word}修路",
        persons=9,
        per_head=Decimal(9),
        workers=5,
        days=Decimal(2),
        reviewed_on=PAST,
        approved_on=PAST,
        approval_number=f"{word}〔2026〕8号",
        project=project,
        **votes,
        **own,
    )
    LevyExemption.objects.create(reason=f"{word}特困户", persons=1, **own)
    return _public(there, edition)


def _draft(there: Any, shape: Shape, what: str) -> Edition:
    return factories.draft(
        there.town,
        by=there.officer,
        entry=there.entry,
        shape=shape,
        issuer=there.office,
        title=f"{there.word}{what}",
        body=f"<p>{there.word}{what}正文</p>",
    )


def _public(there: Any, edition: Edition) -> Disclosure:
    at = factories.moment("2026-01-02 10:00")
    return publish_archived(edition, at=at, by=there.officer)
