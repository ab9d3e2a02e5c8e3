"""同上: what clerks write for the village or group of the row above."""

from collections.abc import Mapping
from dataclasses import replace

from disclosures.lists.kinds import KindColumn, Role
from portal.spreadsheets.rows import Row

DITTO = frozenset({"同上", "同", "〃", "″", '"', "''", "“", "”", "......", "……"})
REPEATED = (Role.VILLAGE, Role.GROUP)


def without_ditto(row: Row, above: Mapping[str, object], kept: Mapping[str, KindColumn]) -> Row:
    """`row` with what stands in the row above (`above`) in place of such a mark."""
    meant = {
        heading: above.get(heading, "")
        for heading, column in kept.items()
        if column.role in REPEATED and str(row.values.get(heading, "")).strip() in DITTO
    }
    return replace(row, values=row.values | meant) if meant else row
