"""Issuing a paper of the year: written by one, issued by another, then fixed with its digest."""

import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.reports.papers.may import require_writer
from portal.reports.papers.models import Paper

P = TypeVar("P", bound=Paper)
Content = dict[str, Any]
# all that it says, and what stands in the way of saying it
Reading = Callable[[P], tuple[Content, Sequence[str]]]


@transaction.atomic
def issue_paper(paper: P, read: Reading[P], *, by: Staff, at: datetime | None = None) -> P:
    """Make it public and fix it. Raises CannotMove, PermissionDenied."""
    require_writer(paper, by)
    paper = locked(paper)
    if paper.is_issued:
        raise CannotMove("已经公布过了。")
    require_another(paper.written_by, by)
    content, hindrances = read(paper)
    if hindrances:
        raise CannotMove(*hindrances)
    paper.issued, paper.digest = content, digest_of(content)
    paper.issued_at, paper.issued_by = at or clock.now(), by
    paper.save(update_fields=["issued", "digest", "issued_at", "issued_by"])
    record(paper, "公布", by=by, at=paper.issued_at, remark=f"摘要值 {paper.digest}")
    return paper


def locked(paper: P) -> P:
    """The row as it stands now, kept from others until the transaction ends."""
    rows: Any = type(paper)._default_manager.select_for_update(of=("self",))
    found: P = rows.get(pk=paper.pk)
    return found


def require_another(writer: Staff | None, issuer: Staff) -> None:
    if writer == issuer:
        raise CannotMove("起草和签发要由两个人办，请另一位同事签发。")


def digest_of(content: Content) -> str:
    """SHA-256 of the content as JSON with sorted keys and without blanks."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
