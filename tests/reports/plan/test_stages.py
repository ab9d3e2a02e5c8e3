"""Where a measure stands follows from the records alone."""

from datetime import date

import pytest

from portal.reports.plan.stages import Stage, stage_of

BEFORE, DUE, AFTER = date(2026, 6, 29), date(2026, 6, 30), date(2026, 7, 1)


@pytest.mark.parametrize(
    ("on", "matters", "published", "missed", "stage"),
    [
        (BEFORE, 2, 0, 0, Stage.GOING),
        (DUE, 2, 0, 0, Stage.GOING),
        (AFTER, 2, 0, 0, Stage.EMPTY),
        (AFTER, 2, 3, 0, Stage.DONE),
        (AFTER, 2, 3, 1, Stage.BEHIND),
        (BEFORE, 2, 3, 1, Stage.BEHIND),
        (AFTER, 0, 0, 0, Stage.UNCOUNTED),
        (BEFORE, 0, 0, 0, Stage.GOING),
    ],
)
def test_a_stage_is_told_from_day_and_counts(
    on: date, matters: int, published: int, missed: int, stage: Stage
) -> None:
    found = stage_of(
        due_on=DUE, on=on, replaced=False, matters=matters, published=published, missed=missed
    )
    assert found is stage


def test_what_was_replaced_is_nobodys_to_miss() -> None:
    found = stage_of(due_on=DUE, on=AFTER, replaced=True, matters=1, published=0, missed=4)
    assert found is Stage.REPLACED
    assert not found.amiss
