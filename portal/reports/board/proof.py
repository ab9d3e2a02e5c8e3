"""Proof of posting on a record's own page, and a village's boards on the village's page."""

from typing import Any

from django.db import models

from disclosures.items.models import Disclosure
from disclosures.warnings.models import EmergencyWarning
from finance.ledger.models import Period
from portal.core.beside import Beside
from portal.core.township.models import Township
from portal.reports.board.kinds import SheetKind
from portal.reports.board.models import Board, Posting, PostingPhoto

KINDS_OF: dict[type[models.Model], tuple[str, ...]] = {
    Disclosure: (SheetKind.ITEM, SheetKind.NAMES),
    Period: (SheetKind.PERIOD,),
    EmergencyWarning: (SheetKind.WARNING,),
}
MOST = 30


def proof_of(record: models.Model, township: Township) -> Beside | None:
    """Where the record hangs or hung, with pictures; its page is public, or nobody asks here."""
    references = [(kind, record.pk) for kind in KINDS_OF[type(record)]]
    found = Posting.objects.of(township).about(*references).select_related("board")
    photos = models.Prefetch("photos", PostingPhoto.objects.showable())
    postings = list(found.prefetch_related(photos).order_by("-hung_on", "-pk")[:MOST])
    return Beside("reports/board/_proof.html", {"postings": postings}) if postings else None


def boards_of(place: Any, township: Township) -> Beside | None:
    boards = list(Board.objects.public(township).kept_by(place))
    return Beside("reports/board/_of_place.html", {"boards": boards}) if boards else None
