"""Adding files to drafts and taking them off: checked by content, scanned for personal data."""

import hashlib

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from disclosures.attachments.models import Attachment
from disclosures.flow.refusal import CannotMove
from disclosures.items.models import Edition
from disclosures.items.states import State
from portal.core.staff.models import Staff
from portal.core.staff.roles import WRITERS
from portal.core.trail.record import record
from portal.privacy.scan import scan_file
from portal.uploads.checks import CheckedFile, Refused, check_upload
from portal.uploads.images import IMAGE_EXTENSIONS, BadImage, clean_image


@transaction.atomic
def attach(edition: Edition, data: bytes, name: str, *, by: Staff) -> Attachment:
    """Add a file to a draft. Raises Refused (portal.uploads.checks) with a sentence."""
    require_draft(edition, by)
    attachment = store(edition, checked(data, name))
    record(edition, "添加附件", by=by, file=attachment.name)
    return attachment


@transaction.atomic
def detach(attachment: Attachment, *, by: Staff) -> None:
    """Take a file off a draft. The bytes stay if another edition shows them."""
    require_draft(attachment.edition, by)
    record(attachment.edition, "删除附件", by=by, file=attachment.name)
    path, storage = str(attachment.file.name), attachment.file.storage
    attachment.delete()
    if not Attachment.objects.filter(file=path).exists():
        transaction.on_commit(lambda: storage.delete(path))


def checked(data: bytes, name: str) -> CheckedFile:
    """`data` proven to be what its name says; pictures re-encoded and stripped."""
    file = check_upload(data, name, max_bytes=settings.MAX_UPLOAD_BYTES)
    if file.extension not in IMAGE_EXTENSIONS:
        return file
    try:
        image = clean_image(file.data)
    except BadImage as refusal:
        raise Refused(str(refusal)) from refusal
    stem = file.name.rsplit(".", 1)[0]
    return CheckedFile(f"{stem}.{image.extension}", image.extension, image.media_type, image.data)


def store(edition: Edition, file: CheckedFile) -> Attachment:
    """Keep a checked file as an attachment of `edition`, scanned."""
    attachment = Attachment(
        township=edition.township,
        edition=edition,
        name=file.name,
        extension=file.extension,
        media_type=file.media_type,
        size=len(file.data),
        sha256=hashlib.sha256(file.data).hexdigest(),
        scan=scan_file(file.data, file.name).as_dict(),
        position=edition.attachments.count(),
    )
    attachment.file.save(file.name, ContentFile(file.data), save=False)
    attachment.save()
    return attachment


def carry_over(source: Edition, target: Edition) -> None:
    """Give `target` the attachments of `source`: rows of its own, the same bytes."""
    for attachment in source.attachments.all():
        attachment.pk = None
        attachment._state.adding = True
        attachment.edition = target
        attachment.save()


def require_draft(edition: Edition, by: Staff) -> None:
    by.require(WRITERS, edition.issuer)
    if edition.state != State.DRAFT:
        raise CannotMove("稿件已提交，附件不能再改；需要修改请先退回。")
