"""A public work: its file with the nine stages, and what the books paid for it."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from PIL import Image

from disclosures.attachments.models import Attachment
from disclosures.flow.attach import attach
from disclosures.flow.publish import publish_archived
from disclosures.items.models import Disclosure, Edition
from finance.accounts.models import BookRules
from finance.ledger.models import LedgerEntry, Period
from finance.projects.models import (
    Bidder,
    ProgressNote,
    ProjectFile,
    ProjectFund,
    ProjectStage,
)
from finance.projects.stages import Stage
from tests import factories
from tests.cast import Cast
from tests.finance.ledger.village_books import Books, keep_books

FAR = date(2099, 1, 1)
DAYS = {stage: date(2025, number, 10) for number, stage in enumerate(Stage, start=1)}
AMOUNTS = {Stage.BUDGET: Decimal(60_000), Stage.AUDIT: Decimal(50_000)}


def drafted(cast: Cast, *, done: Stage | None = None, **fields: Any) -> Edition:
    """A township's work, done up to `done`, with all that is asked of it."""
    words = {name: fields.pop(name) for name in ("title", "by") if name in fields}
    edition = factories.draft(
        cast.town,
        by=words.get("by", cast.officer),
        shape="projectfile",
        title=words.get("title", "塘坝清淤工程"),
        body="",
    )
    signed = done is not None and done.value >= Stage.CONTRACT.value
    given = {
        "kind": "water",
        "year": 2025,
        "place": "大塘组",
        "lead": cast.office,
        "scale": "清淤 3000 立方米",
        "method": "compared",
        "contractor": "青山水利公司" if signed else "",
        "contract": Decimal(52_000) if signed else None,
    }
    own = {"township": cast.town, "edition": edition}
    ProjectFile.objects.create(**own, **given | fields)
    ProjectFund.objects.create(source="4-county", amount=Decimal(60_000), **own)
    if done is not None and done.value >= Stage.TENDER.value:
        Bidder.objects.create(firm="青山水利公司", price=Decimal(52_000), won=True, **own)
        Bidder.objects.create(firm="绿水建筑公司", price=Decimal(53_500), **own)
    for stage in Stage:
        over = done is not None and stage.value <= done.value
        days = {"done_on": DAYS[stage]} if over else {"planned_on": FAR}
        amount = AMOUNTS.get(stage) if over else None
        ProjectStage.objects.create(kind=stage, amount=amount, **own, **days)
    return edition


def change(edition: Edition, stage: Stage, **fields: Any) -> None:
    edition.project_stages.filter(kind=stage).update(**fields)


def note(edition: Edition, percent: int, on: date, **fields: Any) -> ProgressNote:
    own = {"township": edition.township, "edition": edition}
    given = {"text": f"完成{percent}%", "percent": percent, "on": on}
    return ProgressNote.objects.create(**own, **given | fields)


def picture(edition: Edition, cast: Cast) -> Attachment:
    stream = BytesIO()
    Image.new("RGB", (6, 4), "green").save(stream, "PNG")
    return attach(edition, stream.getvalue(), "塘坝.png", by=cast.officer)


def public(edition: Edition, cast: Cast, at: str = "2026-03-10 10:00") -> Disclosure:
    return publish_archived(edition, at=factories.moment(at), by=cast.officer)


def books_of(cast: Cast) -> Books:
    """Where no payment is so large that it needs a resolution of its own."""
    books = keep_books(cast, opening="500000")
    BookRules.objects.update(large_expense=Decimal(1_000_000))
    return books


def pay(books: Books, period: Period, item: Disclosure, amount: str) -> LedgerEntry:
    [entry] = books.post(period, books.posting(amount, purpose=f"工程款{amount}", project=item))
    return entry
