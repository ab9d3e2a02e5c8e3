"""答复转为主动公开 (条例 art. 44): from an answer to a draft, which is reviewed as any other."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from applications.answers.querysets import DISCLOSED
from applications.answers.traces import Traces, traces_of
from applications.cases.models import Application
from applications.cases.record_event import require_desk
from applications.release.models import Release
from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.attach import attach
from disclosures.flow.paragraphs import to_html
from disclosures.flow.refusal import CannotMove
from disclosures.flow.write import start_draft
from disclosures.items.models import Edition
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.uploads.refused import Refused
from portal.uploads.text import text_of_file

SOURCE = "依申请公开转主动公开"
NOT_DISCLOSED = "只有已经答复、并且公开或者部分公开了的，才能转为主动公开。"
ALREADY = "这件申请的答复已经转为主动公开，不用再转。"
FORGOTTEN = "这件申请已隐去个人信息，无法核对稿件里有没有申请人的信息，请直接新建稿件。"
PERSONAL = "有的文件里留有个人信息，只能交给申请人，不能放到网上。请另做一份遮盖过的。"


@dataclass(frozen=True)
class Published:
    """What everybody will read. None of it comes from the application by itself."""

    title: str
    text: str
    entry: CatalogueEntry
    issuer: Organisation
    files: Sequence[Release] = ()


def files_for_all(application: Application) -> list[Release]:
    """Files of the answer that may go on the web: confirmed, and nothing personal found in them."""
    found = Release.objects.confirmed().with_files().filter(application=application)
    return [release for release in found if not release.findings]


@transaction.atomic
def publish_answer(application: Application, told: Published, *, by: Staff) -> Edition:
    """A draft with the released files; `answered_by_item` leads to it from now on. Raises
    CannotMove with everything that stands in the way, PermissionDenied."""
    require_desk(application, by)
    rows = Application.objects.select_for_update(of=("self",)).select_related("township")
    application = rows.get(pk=application.pk)
    if reason := why_not(application):
        raise CannotMove(reason)
    if findings := _findings(application, told):
        raise CannotMove(*findings)
    edition = start_draft(
        application.township,
        by=by,
        title=told.title,
        body=to_html(told.text),
        entry=told.entry,
        issuer=told.issuer,
        source=SOURCE,
        formed_on=application.answered_on,
    )
    _attach(edition, told, by)
    application.answered_by_item = edition.disclosure
    application.save(update_fields=["answered_by_item"])
    record(application, "答复转为主动公开", by=by)
    return edition


def why_not(application: Application) -> str:
    """Why the answer can't become a draft; "" where it can."""
    if application.outcome not in DISCLOSED or application.answered_on is None:
        return NOT_DISCLOSED
    if application.answered_by_item_id is not None:
        return ALREADY
    return FORGOTTEN if application.is_anonymised else ""


def _findings(application: Application, told: Published) -> list[str]:
    """Everything of the applicant in the words and in the files."""
    traces = traces_of(application)
    found = [*traces.told_in(told.title, "标题"), *traces.told_in(told.text, "正文")]
    allowed = {release.pk for release in files_for_all(application)}
    if any(release.pk not in allowed for release in told.files):
        found.append(PERSONAL)
    for number, release in enumerate(told.files, start=1):
        found += _in_file(traces, release, f"第{number}份文件")
    return found


def _in_file(traces: Traces, release: Release, which: str) -> list[str]:
    assert release.copy is not None
    extracted = text_of_file(release.copy.file.plain(), release.copy.name)
    found = (one for part in extracted.parts for one in traces.told_in(part.text, which))
    return list(dict.fromkeys(found))


def _attach(edition: Edition, told: Published, by: Staff) -> None:
    """Files go out under the title, never under the name that they came by."""
    for number, release in enumerate(told.files, start=1):
        assert release.copy is not None
        many = f"（附件{number}）" if len(told.files) > 1 else ""
        extension = release.copy.name.rpartition(".")[2]
        try:
            attach(
                edition,
                release.copy.file.plain(),
                f"{told.title[:60]}{many}.{extension}",
                by=by,
            )
        except Refused as refusal:
            raise CannotMove(str(refusal)) from refusal
