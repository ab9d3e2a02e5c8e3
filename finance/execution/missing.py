"""Why a report on the budget's execution can't go on yet."""

from collections.abc import Iterator
from typing import Any

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.budgets.tables import Side
from finance.budgets.tree import faults
from portal.core import clock


def missing(part: Any) -> Iterator[str]:
    if not part.progress:
        yield "没有填写执行情况，请至少填一行。"
    today = clock.today()
    if (part.year, part.through) > (today.year, today.month):
        yield f"{part.year}年{part.through}月还没有到，请核对截至月份。"
    if _is_there_already(part):
        yield f"{part}的执行情况已经公开，要改请修订那一份。"
    for side in Side:
        yield from faults(side.label, [one for one in part.progress if one.line.side == side])
    for one in part.progress:
        if one.planned is None:
            yield (
                f"“{one.name}”在公开的{part.year}年预算里找不到，请填“预算数”，"
                "或把编码改成预算里的编码。"
            )


def _is_there_already(part: Any) -> bool:
    found = Disclosure.objects.public(part.township, clock.now()).filter(
        live__shape=Shape.EXECUTION,
        live__execution__unit=part.unit_id,
        live__execution__year=part.year,
        live__execution__through=part.through,
    )
    return bool(found.exclude(pk=part.edition.disclosure_id).exists())
