"""What stands in the way of an absence, beyond what the database refuses by itself."""

from collections.abc import Iterator
from typing import Any


def problems_of(absence: Any) -> list[str]:
    """In sentences; nothing where a day or the person is still missing."""
    if not (absence.staff_id and absence.first_day and absence.last_day):
        return []
    return [*_about_stand_in(absence), *_overlaps(absence)]


def _about_stand_in(absence: Any) -> Iterator[str]:
    stand_in = absence.stand_in
    if stand_in is None:
        return
    if not stand_in.is_active:
        yield f"{stand_in}已停用，不能接手，请选别人。"
    if stand_in.township_id != absence.staff.township_id:
        yield "只能由本镇的工作人员接手。"


def _overlaps(absence: Any) -> Iterator[str]:
    others = type(absence).objects.filter(
        staff=absence.staff_id, first_day__lte=absence.last_day, last_day__gte=absence.first_day
    )
    for other in others.exclude(pk=absence.pk):
        yield f"已登记过 {other.first_day} 至 {other.last_day} 不在岗，日期不能重叠。"
