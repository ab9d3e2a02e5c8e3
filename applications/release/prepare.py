"""From an original to a clean copy, and what was found on the way."""

from django.db import transaction

from applications.cases.keep_file import keep_file
from applications.cases.models import Application, CaseFile
from applications.cases.record_event import require_desk
from applications.release.models import Release
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.privacy.scan import Scan, scan_file
from portal.uploads.clean.copy import clean_copy
from portal.uploads.refused import Refused


@transaction.atomic
def prepare(application: Application, data: bytes, name: str, *, by: Staff) -> Release:
    """Keep the original, never to be shared, and a clean copy, not shared yet.

    Where no clean copy can be made the original is kept all the same, with what stands in the way.
    Raises Refused for what can't be accepted at all, PermissionDenied.
    """
    require_desk(application, by)
    source = keep_file(application, data, name, CaseFile.Kind.SOURCE, by=by)
    release = Release(
        township_id=application.township_id,
        application=application,
        source=source,
        prepared_by=by,
    )
    original = scan_file(data, source.name)
    try:
        cleaned = clean_copy(data, source.name)
    except Refused as refusal:
        release.tell(
            original=_told(original), unchecked=[*original.unreadable], refusal=[str(refusal)]
        )
    else:
        release.copy = keep_file(
            application, cleaned.data, cleaned.name, CaseFile.Kind.RELEASED, by=by
        )
        scan = scan_file(cleaned.data, cleaned.name)
        unchecked = list(dict.fromkeys([*cleaned.unchecked, *scan.unreadable]))
        release.tell(
            original=_told(original),
            findings=_told(scan),
            unchecked=unchecked,
            removed=cleaned.removed,
        )
    release.save()
    record(application, "制作公开文件", by=by, sha256=release.copy.sha256 if release.copy else "")
    return release


def _told(scan: Scan) -> list[str]:
    return [str(finding) for finding in scan.findings]
