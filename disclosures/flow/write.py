"""Beginning and changing drafts. Nothing here touches what the public sees."""

from typing import Any

from django.db import transaction

from disclosures.flow.body import prepare_body
from disclosures.flow.clock import set_due
from disclosures.flow.refusal import CannotMove
from disclosures.items.models import Disclosure, Edition
from disclosures.items.states import State
from disclosures.items.templates import ItemTemplate
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import WRITERS
from portal.core.township.models import Township
from portal.core.trail.record import record
from portal.uploads.sanitise import plain_text

# what a copy, or a revision, takes over from the edition it starts from
CARRIED = (
    "shape",
    "title",
    "entry",
    "issuer",
    "document_number",
    "summary",
    "keywords",
    "body",
    "source",
    "audience",
    "responsible",
    "effective_on",
    "expires_on",
)


@transaction.atomic
def start_draft(township: Township, *, by: Staff, **fields: Any) -> Edition:
    """A first draft of something not yet public. `fields` are those of Edition."""
    by.require(WRITERS, fields["issuer"])
    disclosure = Disclosure.objects.create(township=township)
    return add_draft(disclosure, by=by, act="新建稿件", **fields)


def add_draft(disclosure: Disclosure, *, by: Staff, act: str, **fields: Any) -> Edition:
    """An open edition of `disclosure`; the caller has checked that `by` may write it."""
    edition = Edition(
        township=disclosure.township, disclosure=disclosure, author=by, last_editor=by, **fields
    )
    edition.body = prepare_body(edition.body)
    set_due(edition)
    edition.save()
    record(edition, act, by=by)
    return edition


@transaction.atomic
def save_draft(edition: Edition, *, by: Staff) -> Edition:
    """Keep what was typed into the draft `edition`; its writer is now `by`."""
    by.require(WRITERS, edition.issuer)
    stored = (
        Edition.objects.select_for_update(of=("self",)).select_related("issuer").get(pk=edition.pk)
    )
    by.require(WRITERS, stored.issuer)
    if stored.state != State.DRAFT:
        raise CannotMove("稿件已提交，不能再改；需要修改请先退回。")
    edition.body = prepare_body(edition.body)
    edition.last_editor = by
    edition.override_reason = ""
    set_due(edition)
    edition.save()
    record(edition, "修改稿件", by=by, changed=_changes(stored, edition))
    return edition


def _changes(old: Edition, new: Edition) -> dict[str, list[str]]:
    """Which fields changed, from what to what, shortened for the trail."""
    changes = {}
    for field in Edition._meta.concrete_fields:
        before, after = getattr(old, field.attname), getattr(new, field.attname)
        if field.editable and before != after:
            changes[str(field.verbose_name)] = [_shown(old, field.name), _shown(new, field.name)]
    return changes


def _shown(edition: Edition, name: str) -> str:
    """A value as people read it: the name of what is referred to, the words of a body."""
    value = getattr(edition, name)
    text = plain_text(value) if name == "body" else "" if value is None else str(value)
    return text[:80]


@transaction.atomic
def copy_as_draft(disclosure: Disclosure, *, by: Staff) -> Edition:
    """A new item from the words of a public one (去年的同类信息), to be brought up to date."""
    live = disclosure.live
    if live is None:
        raise CannotMove("这条信息还没有公开的版本，没有可复制的内容。")
    fields = {name: getattr(live, name) for name in CARRIED}
    fields |= {
        "responsible": by,
        "document_number": "",
        "effective_on": None,
        "expires_on": None,
        "formed_on": clock.today(),
    }
    draft = start_draft(disclosure.township, by=by, **fields)
    if live.part is not None:
        live.part.copy_to(draft)
    return draft


@transaction.atomic
def draft_from_template(
    template: ItemTemplate, *, by: Staff, issuer: Organisation | None = None
) -> Edition:
    """A draft that starts from the usual words of `template`, for the writer's own organisation."""
    issuer = issuer or by.organisation or template.entry.publisher
    if issuer is None:
        raise CannotMove("请先在“工作人员”中填写您的所在机构，再使用模板。")
    return start_draft(
        template.township,
        by=by,
        entry=template.entry,
        issuer=issuer,
        title=template.title,
        summary=template.summary,
        keywords=template.keywords,
        body=template.body,
    )


@transaction.atomic
def discard(edition: Edition, *, by: Staff) -> None:
    """Drop an open draft. What was never public leaves only its trail."""
    by.require(WRITERS, edition.issuer)
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    if edition.state != State.DRAFT:
        raise CannotMove("只有草稿可以作废；已提交的请先退回。")
    record(edition, "作废稿件", by=by)
    disclosure = edition.disclosure
    edition.delete()
    if disclosure.live_id is None:
        disclosure.delete()
