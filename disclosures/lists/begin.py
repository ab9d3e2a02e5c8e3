"""Beginning a draft that holds a list."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.refusal import CannotMove
from disclosures.flow.write import start_draft
from disclosures.items.models import Disclosure, Edition
from disclosures.items.shapes import Shape
from disclosures.lists.models import ListKind, NoticeList
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff

EDITION_FIELDS = tuple(field.name for field in Edition._meta.fields)
NEEDED = {"entry": "公开事项（--entry）", "period": "所属时段（--period）"}


@transaction.atomic
def begin_list(kind: ListKind, about: dict[str, Any], *, by: Staff) -> Edition:
    """A draft for a list of `kind`. `about` may name title, entry (code or name), issuer, period,
    from, to, programme (index number), phone and fund; what is missing takes the usual value."""
    township = kind.township
    missing = [label for name, label in NEEDED.items() if not about.get(name)]
    if missing:
        raise CannotMove(f"保存名单还要写明{'、'.join(missing)}。")
    entry = _entry(kind, about["entry"])
    issuer = _issuer(kind, about.get("issuer"), entry, by)
    title = about.get("title") or f"{about['period']}{kind.name}"
    _require_fitting(Edition(title=title), [one for one in EDITION_FIELDS if one != "title"])
    edition = start_draft(
        township,
        by=by,
        shape=Shape.NOTICE_LIST,
        title=title,
        entry=entry,
        issuer=issuer,
        formed_on=about.get("formed_on") or clock.today(),
    )
    notice = NoticeList(
        township=township,
        edition=edition,
        kind=kind,
        programme=_programme(kind, about.get("programme")),
        period=about["period"],
        period_from=about.get("from"),
        period_to=about.get("to"),
        fund=about.get("fund") or "",
        objections_phone=about.get("phone") or issuer.phone or township.phone,
        objections_place=about.get("place") or issuer.name,
    )
    _require_fitting(notice)
    notice.save()
    return edition


def _require_fitting(one: Model, exclude: Iterable[str] = ()) -> None:
    """What a form would have refused, for those who come without one."""
    labels = {field.name: f"{field.verbose_name}：" for field in one._meta.fields}
    try:
        one.full_clean(exclude=exclude, validate_unique=False, validate_constraints=not exclude)
    except ValidationError as refusal:
        told = refusal.message_dict.items()
        raise CannotMove(
            *(f"{labels.get(name, '')}{line}" for name, lines in told for line in lines)
        ) from refusal


def _entry(kind: ListKind, named: str) -> CatalogueEntry:
    entries = CatalogueEntry.objects.of(kind.township).filter(active=True, children__isnull=True)
    entry = entries.filter(code=named).first() or entries.filter(name=named).first()
    if entry is None:
        raise CannotMove(f"目录里没有公开事项“{named}”，请写编码或名称。")
    return entry


def _issuer(kind: ListKind, named: str | None, entry: CatalogueEntry, by: Staff) -> Organisation:
    if not named:
        issuer = entry.publisher or by.organisation
    else:
        bodies = Organisation.objects.of(kind.township).filter(active=True)
        issuer = bodies.filter(name=named).first()
    if issuer is None:
        raise CannotMove("请写明发布机构（--issuer）。")
    return issuer


def _programme(kind: ListKind, index_number: str | None) -> Disclosure | None:
    if not index_number:
        return None
    found = Disclosure.objects.of(kind.township).filter(
        index_number=index_number, live__shape=Shape.PROGRAMME
    )
    programme = found.first()
    if programme is None:
        raise CannotMove(f"没有索引号是“{index_number}”的惠民项目。")
    return programme
