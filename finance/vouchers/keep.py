"""Adding pictures and PDFs of vouchers to entries, and taking them off while nobody was told."""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction

from disclosures.flow.attach import checked
from finance.ledger.models import LedgerEntry
from finance.ledger.periods import KEEPERS
from finance.ledger.states import State
from finance.refusal import CannotPost
from finance.vouchers.models import Voucher
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.privacy.scan import KIND_LABELS, scan_file
from portal.uploads.images import IMAGE_EXTENSIONS

ALLOWED = frozenset({*IMAGE_EXTENSIONS, "pdf"})
MOST = 10


@transaction.atomic
def add_voucher(entry: LedgerEntry, data: bytes, name: str, *, by: Staff) -> Voucher:
    """Keep a voucher of an entry whose period is open. `by` has seen that it names no person.

    Raises CannotPost, or Refused (portal.uploads.checks), with a sentence.
    """
    by.require(KEEPERS, entry.period.village)
    _require_open(entry)
    file = checked(data, name)
    if file.extension not in ALLOWED:
        raise CannotPost("凭证只收图片（JPG、PNG、WebP）和 PDF，请拍照或扫描后再传。")
    if entry.vouchers.count() >= MOST:
        raise CannotPost(f"一笔最多 {MOST} 张凭证，请合并成一个 PDF。")
    if found := scan_file(file.data, file.name).findings:
        kinds = "、".join(dict.fromkeys(KIND_LABELS[one.kind] for one in found))
        raise CannotPost(f"文件里有{kinds}，请遮盖后再传。")
    voucher = Voucher(
        township_id=entry.township_id,
        entry=entry,
        name=file.name,
        media_type=file.media_type,
        size=len(file.data),
        sha256=hashlib.sha256(file.data).hexdigest(),
        looked_through_by=by,
    )
    voucher.file.save(file.name, ContentFile(file.data), save=False)
    voucher.save()
    record(entry.period, "添加凭证", by=by, file=file.name)
    return voucher


@transaction.atomic
def drop_voucher(voucher: Voucher, *, by: Staff) -> None:
    """Take it off, bytes and all, while its period is open."""
    by.require(KEEPERS, voucher.entry.period.village)
    _require_open(voucher.entry)
    path, storage = str(voucher.file.name), voucher.file.storage
    record(voucher.entry.period, "删除凭证", by=by, file=voucher.name)
    voucher.delete()
    transaction.on_commit(lambda: storage.delete(path))


def _require_open(entry: LedgerEntry) -> None:
    if entry.period.state != State.OPEN:
        raise CannotPost(f"{entry.period.name}已经提交，凭证不能再增减。")
