"""Writing in a paper of the year while it is a draft."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.core.staff.models import Staff
from portal.reports.papers.issue import locked
from portal.reports.papers.may import require_writer
from portal.reports.papers.models import Paper


@transaction.atomic
def write(paper: Paper, fields: Iterable[str], *, by: Staff) -> None:
    """Keep what was changed, and who wrote last. Raises PermissionDenied, also where it was
    issued meanwhile."""
    require_writer(paper, by)
    if locked(paper).is_issued:
        raise PermissionDenied("已经公布，不能再改。")
    paper.written_by = by
    paper.save(update_fields=[*fields, "written_by"])
