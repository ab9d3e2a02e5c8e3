"""The draft that a unit's budget is imported into: the one at work, or a new one."""

from django.db import transaction

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.refusal import CannotMove
from disclosures.flow.write import start_draft
from disclosures.items.models import Edition
from disclosures.items.shapes import Shape
from disclosures.items.states import State
from finance.budgets.models import Budget
from finance.budgets.public import public_parts
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township

Kind = Budget.Kind
# 政府预算 (and its adjustments), 政府决算 of the catalogue
ENTRIES = {Kind.BUDGET: "D01-01", Kind.ADJUSTMENT: "D01-01", Kind.FINAL: "D01-02"}


@transaction.atomic
def draft_of(
    township: Township, unit: Organisation | None, year: int, kind: Kind, *, by: Staff
) -> Edition:
    """Raises CannotMove where it isn't clear which draft is meant, or it is public already."""
    drafts = Edition.objects.of(township).filter(
        state=State.DRAFT,
        shape=Shape.BUDGET,
        budget__unit=unit,
        budget__year=year,
        budget__kind=kind,
    )
    found = list(drafts.select_related("issuer")[:2])
    if len(found) > 1:
        raise CannotMove("这个单位这一年有几份同种草稿，请在后台打开要用的那一份导入。")
    if found:
        return found[0]
    if kind != Kind.ADJUSTMENT and public_parts(township, unit=unit, year=year, kind=kind):
        raise CannotMove(f"{year}年的{kind.label}已经公开，请在后台修订那一份，再导入。")
    return _begun(township, unit, year, kind, by)


def _begun(
    township: Township, unit: Organisation | None, year: int, kind: Kind, by: Staff
) -> Edition:
    entry = CatalogueEntry.objects.of(township).filter(code=ENTRIES[kind]).first()
    issuer = by.organisation or (entry.publisher if entry else None)
    if entry is None or issuer is None:
        raise CannotMove("分不清归哪个公开事项、由哪个机构发布，请先在后台新建稿件，再导入。")
    name = unit.name if unit else township.name
    edition = start_draft(
        township,
        by=by,
        shape=Shape.BUDGET,
        title=f"{name}{year}年{kind.label}公开",
        entry=entry,
        issuer=issuer,
        formed_on=clock.today(),
    )
    Budget.objects.create(township=township, edition=edition, unit=unit, year=year, kind=kind)
    return edition
