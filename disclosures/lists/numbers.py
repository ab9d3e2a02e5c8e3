"""Counts, areas, standards and amounts as cells of a roll hold them."""

import re
from decimal import ROUND_HALF_UP, Decimal

from disclosures.lists.kinds import Role
from portal.spreadsheets.rows import as_amount, as_text, as_whole_number

PLACES = {Role.AREA: 4, Role.STANDARD: 4, Role.AMOUNT: 2}
UNIT = re.compile(
    r"(?<=[0-9０-９])\s*(?:元[/每]?(?:亩|人|户|月|年|台|学期)?(?:/?(?:月|年))?|亩|人|户|口|台|套|头)$"
)


def number_of(role: Role, cell: object) -> Decimal | int:
    """What a cell of this role says: 10, 10亩, 107.5元/亩. Raises BadCell.

    A formula's result has more decimals than the sheet shows; it is rounded as the sheet does.
    Decimals that somebody typed as text are not.
    """
    if isinstance(cell, str):
        cell = UNIT.sub("", cell.strip())
    if role is Role.COUNT:
        return as_whole_number(cell)
    places = PLACES[role]
    if isinstance(cell, float):
        return Decimal(as_text(cell)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return as_amount(cell, places=places)
