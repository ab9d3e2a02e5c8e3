"""The unit that a sheet counts in, where it is not the one that the list is kept in."""

import re
from collections.abc import Sequence

from disclosures.lists.kinds import KindColumn, Role
from disclosures.lists.reading import shown
from portal.spreadsheets.rows import plain_heading

# 单位：万元 over a table; (万元) behind its title
TEN_THOUSANDS = re.compile(r"单位:?(?:人民币)?万元|\(万元\)")
AREA = re.compile(r"平方米|公顷|亩|m2")
IN_YUAN = re.compile(r"\([^()]*(?<![万亿千百])元[^()]*\)")
NOT_YUAN = "表的上方写着单位是万元，名单的金额按元保存。请把金额换算成元，再把单位改成元。"
NOT_OURS = "“{theirs}”的单位是{theirs_unit}，这一栏按{ours_unit}保存。请换算后改好栏名。"


def another_unit(
    column: KindColumn, heading: str, above: Sequence[Sequence[object]]
) -> tuple[int, str] | None:
    """What to say of a column under `heading` that counts in another unit than its kind does, and
    how far up: the number of the row in `above`, or 0 for the heading itself."""
    theirs, ours = plain_heading(heading), plain_heading(column.heading)
    if column.role is Role.AMOUNT and not IN_YUAN.search(theirs):
        row = _ten_thousands(above)
        return (row, NOT_YUAN) if row else None
    told, kept = _area_unit(theirs), _area_unit(ours)
    if told and kept and told != kept:
        return 0, NOT_OURS.format(theirs=heading, theirs_unit=told, ours_unit=kept)
    return None


def _ten_thousands(above: Sequence[Sequence[object]]) -> int:
    """The number of the row that gives the unit as 万元; 0 where none does."""
    for number, row in enumerate(above, start=1):
        if TEN_THOUSANDS.search(plain_heading(" ".join(map(shown, row)))):
            return number
    return 0


def _area_unit(heading: str) -> str:
    found = AREA.search(heading)
    return found[0].replace("m2", "平方米") if found else ""
