"""Keeping a paper of an application: checked by its content, sealed on the disk."""

import hashlib

from applications.cases.models import Application, CaseFile, RecordedEvent
from portal.core import clock
from portal.core.staff.models import Staff
from portal.uploads.checks import check_upload

MOST_BYTES = 20 * 1024 * 1024


def keep_file(
    application: Application,
    data: bytes,
    name: str,
    kind: CaseFile.Kind,
    *,
    by: Staff | None = None,
    event: RecordedEvent | None = None,
    shared: bool = False,
) -> CaseFile:
    """`by` is None for what the applicant sent. Raises Refused with the reason in Chinese."""
    checked = check_upload(data, name, max_bytes=MOST_BYTES)
    file = CaseFile(
        township_id=application.township_id,
        application=application,
        event=event,
        kind=kind,
        name=checked.name,
        media_type=checked.media_type,
        size=len(checked.data),
        sha256=hashlib.sha256(checked.data).hexdigest(),
        shared=shared,
        at=clock.now(),
        by=by,
    )
    file.file.keep(checked.data)
    file.save()
    return file
