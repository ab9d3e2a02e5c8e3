"""The parts of an edition's page in the order in which a clerk fills them."""

from typing import Any

from disclosures.catalogue.models import CatalogueEntry
from disclosures.desk.forms import BOND
from disclosures.items.models import Edition

READ_ONLY = ("deadline_shown", "body_shown", "attachments_shown", "bond_shown")
INTERPRETATION = CatalogueEntry.Kind.INTERPRETATION

Sets = list[tuple[str | None, dict[str, Any]]]


def layout(edition: Edition | None, *, typed: bool) -> Sets:
    """Fieldsets to type into, or only to read; what does not concern this edition is left out."""
    sets: Sets = [
        (None, {"fields": _first(typed)}),
        ("附件", {"fields": _files(edition, typed)}),
    ]
    sets += _bond(edition, typed)
    if edition is not None and not edition.first:
        sets.append(("修订说明", {"fields": ("change_note", "substantial")}))
    sets.append(("发布时间", {"fields": (("go_live_at", "down_at"),)}))
    others = (("source", "audience", "responsible"), ("effective_on", "expires_on"))
    sets.append(("其他", {"fields": others}))
    return sets


def _first(typed: bool) -> tuple[Any, ...]:
    head = (
        "title",
        ("entry", "issuer"),
        ("formed_on", "changed_on"),
        "document_number",
        "deadline_shown",
    )
    if typed:
        return (*head, "summary", "keywords", "body")
    return (*head, "summary", "keywords", "body_shown")


def _files(edition: Edition | None, typed: bool) -> tuple[str, ...]:
    shown: tuple[str, ...] = ("attachments_shown",)
    if not typed:
        return shown
    if edition is not None and edition.attachments.exists():
        shown += ("removed",)
    return (*shown, "files")


def _bond(edition: Edition | None, typed: bool) -> Sets:
    """What an interpretation explains: closed where the matter is another, as it still may change;
    only to be read in a revision, for the bond belongs to what is public already."""
    explains = edition is not None and edition.entry.kind == INTERPRETATION
    if not typed or (edition is not None and not edition.first):
        return [("政策解读", {"fields": ("bond_shown",)})] if explains else []
    policy, form, whom, video = BOND
    options: dict[str, Any] = {"fields": (policy, (form, whom), video)}
    if not explains:
        options |= {"classes": ("collapse",), "description": "公开事项是政策解读时填写。"}
    return [("政策解读", options)]
