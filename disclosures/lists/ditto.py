"""What clerks leave to the row above: 同上, or the village written once over all its households."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from disclosures.lists.kinds import KindColumn, Role
from disclosures.lists.reading import shown
from portal.spreadsheets.rows import Row, is_total

DITTO = frozenset({"同上", "同", "〃", "″", '"', "''", "“", "”", "......", "……"})
REPEATED = (Role.VILLAGE, Role.GROUP)
ONCE = "村只写在各村的第一行，下面空着的 {rows} 行当作同一个村，请核对。"


def without_ditto(
    row: Row, above: Mapping[str, object], kept: Mapping[str, KindColumn], *, once: bool = False
) -> Row:
    """`row` with what stands in the row above (`above`) in place of such a mark; where the village
    is written `once`, also in place of an empty one."""
    meant = {
        heading: above.get(heading, "")
        for heading, column in kept.items()
        if column.role in REPEATED
        and _written(row, heading)
        in ({*DITTO, ""} if once and column.role is Role.VILLAGE else DITTO)
    }
    return replace(row, values=row.values | meant) if meant else row


def left_to_above(rows: Iterable[Row], kept: Mapping[str, KindColumn]) -> int:
    """How many households leave the village to the row above; 0 where an empty cell is a slip.

    A merged cell that was saved as text leaves more cells empty than full, the first one full, and
    never one village twice running.
    """
    village = next((name for name, one in kept.items() if one.role is Role.VILLAGE), None)
    name = next((name for name, one in kept.items() if one.role is Role.NAME), None)
    if village is None or name is None:
        return 0
    people = (row for row in rows if (whom := _written(row, name)) and not is_total(whom))
    cells = [_written(row, village) for row in people]
    told = [cell for cell in cells if cell]
    blank = len(cells) - len(told)
    once = bool(told) and cells[0] != "" and all(one != two for one, two in pairwise(told))
    return blank if once and blank > len(told) else 0


def _written(row: Row, heading: str) -> str:
    return shown(row.values.get(heading, "")).strip()
