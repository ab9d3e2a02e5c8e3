"""Rows of a sheet's table that are nobody: the header printed again on each page, numbers filled in
beforehand, a sentence under the table, a total that stands in a column of its own."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum

from disclosures.lists.kinds import KindColumn, Role
from portal.spreadsheets.rows import Row, is_total

SHORTEST_SENTENCE = 6


class Aside(Enum):
    NOTHING = "nothing"  # not worth telling
    TOLD = "told"
    TOTAL = "total"
    HEADER = "another header"


def aside(
    row: Row, cells: Sequence[object], header: Sequence[str], kept: Mapping[str, KindColumn]
) -> Aside | None:
    """What a row is that is nobody; None for a household."""
    ours = {kept[heading].role: cell for heading, cell in row.values.items() if heading in kept}
    filled = {role: cell for role, cell in ours.items() if cell is not None and str(cell).strip()}
    texts = [cell.strip() for cell in cells if isinstance(cell, str) and cell.strip()]
    if again := _header_again(cells, header):
        return again
    if not filled:
        return Aside.TOLD if texts else Aside.NOTHING
    name = filled.get(Role.NAME)
    if any(map(is_total, texts if name is None else (str(name),))):
        return Aside.TOTAL
    return Aside.TOLD if _is_sentence(filled, len(texts)) else None


def _header_again(cells: Sequence[object], header: Sequence[str]) -> Aside | None:
    """The same headings in the same places are the same table; elsewhere they are another one."""
    found = [
        (cell.strip(), place)
        for place, cell in enumerate(cells)
        if isinstance(cell, str) and cell and cell.strip() in header
    ]
    if len(found) < max(2, sum(map(bool, header)) // 2):
        return None
    same = all(place < len(header) and header[place] == text for text, place in found)
    return Aside.TOLD if same else Aside.HEADER


def _is_sentence(filled: Mapping[Role, object], texts: int) -> bool:
    """Whether a row says one thing alone, and that is neither a name nor an amount."""
    [(role, cell), *more] = filled.items()
    if more or texts > 1:
        return False
    if isinstance(cell, date):
        return True
    text = str(cell).strip()
    return isinstance(cell, str) and (
        role in (Role.VILLAGE, Role.GROUP, Role.REMARK) or len(text) >= SHORTEST_SENTENCE
    )
