"""A column called 村组 or 组别 that names the village too: 青禾村前庄组."""

from disclosures.lists.kinds import Role
from disclosures.lists.reading import Reading, shown
from portal.spreadsheets.rows import Table


def groups_as_villages(header: list[object], table: Table, reading: Reading) -> dict[str, str]:
    """The sheet's heading to the kind's heading for the village, where no column of its own tells
    it and most cells of the groups' column do; nothing elsewhere."""
    layout = reading.layout
    if not (layout.has(Role.VILLAGE) and layout.has(Role.GROUP)):
        return {}
    village, group = layout.heading(Role.VILLAGE), layout.heading(Role.GROUP)
    if village in table.places or group not in table.places:
        return {}
    cells = [told for row in table.rows if (told := shown(row.values.get(group, "")).strip())]
    named = sum(reading.village(cell).key is not None for cell in cells)
    return {shown(header[table.places[group]]): village} if named * 2 > len(cells) else {}
