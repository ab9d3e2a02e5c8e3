"""Files of a draft: checked, kept once, carried on by revisions."""

import pytest
from django.core.files.base import ContentFile

from disclosures.attachments.models import Attachment
from disclosures.flow.attach import attach, detach
from disclosures.flow.refusal import CannotMove
from disclosures.flow.revise import revise
from portal.uploads.checks import Refused
from tests import factories
from tests.cast import Cast

NOTE = "项目,金额\r\n修路,1200\r\n".encode()


def test_a_file_is_kept_under_a_name_of_ours(cast: Cast) -> None:
    draft = factories.draft(cast.town, by=cast.clerk)
    attachment = attach(draft, NOTE, "收支表.csv", by=cast.clerk)
    assert attachment.name == "收支表.csv"
    assert "收支表" not in attachment.file.name
    assert attachment.file.read() == NOTE


def test_a_lying_file_is_refused(cast: Cast) -> None:
    draft = factories.draft(cast.town, by=cast.clerk)
    with pytest.raises(Refused):
        attach(draft, b"MZ\x90\x00" + b"\x00" * 300, "通知.pdf", by=cast.clerk)


def test_a_public_editions_files_cannot_be_changed(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer)
    with pytest.raises(CannotMove, match="附件不能再改"):
        attach(item.live, NOTE, "后补.csv", by=cast.officer)


def test_a_revision_keeps_the_files_and_may_drop_them(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    item = factories.published(cast.town, by=cast.officer)
    kept = Attachment.objects.create(
        township=cast.town, edition=item.live, name="表.csv", extension="csv", size=3, sha256="0"
    )
    kept.file.save("x", ContentFile(b"abc"))
    edition = revise(item, by=cast.officer)
    with django_capture_on_commit_callbacks(execute=True):
        detach(edition.attachments.get(), by=cast.officer)
    assert item.live.attachments.get().file.read() == b"abc"
