"""Where a stage stands on a day: in time, late, under way, skipped, spared or to come."""

from dataclasses import dataclass
from datetime import date

import pytest

from finance.projects.stages import Phase, Stage, Standing, Step, phase_of, steps_of

TODAY = date(2026, 6, 30)
EARLY, LATER = date(2026, 5, 1), date(2026, 12, 1)


@dataclass
class Row:
    planned_on: date | None = None
    done_on: date | None = None
    not_needed: bool = False
    reason: str = ""


def _steps(**rows: Row) -> dict[Stage, Step]:
    told = {Stage[name].value: row for name, row in rows.items()}
    return {step.stage: step for step in steps_of(told, TODAY)}


def test_there_are_always_nine_in_their_order() -> None:
    assert [step.stage for step in steps_of({}, TODAY)] == list(Stage)
    assert [stage.label for stage in Stage] == [
        "决策",
        "预算",
        "招标",
        "合同",
        "实施",
        "验收",
        "审计",
        "决算",
        "管护",
    ]


@pytest.mark.parametrize(
    ("row", "standing", "why"),
    [
        (Row(planned_on=EARLY, done_on=EARLY), Standing.DONE, "没有超过计划日期"),
        (Row(done_on=EARLY), Standing.DONE, "没有公布计划日期"),
        (Row(planned_on=EARLY, done_on=date(2026, 5, 9)), Standing.DONE_LATE, "晚 8 天"),
        (Row(planned_on=EARLY), Standing.LATE, "已逾期 60 天"),
        (Row(planned_on=TODAY), Standing.UNDER_WAY, "计划 2026-06-30 完成"),
        (Row(planned_on=LATER), Standing.UNDER_WAY, "计划 2026-12-01 完成"),
        (Row(not_needed=True, reason="金额小"), Standing.NOT_NEEDED, "金额小"),
        (Row(), Standing.UNDER_WAY, "还没有公布计划日期"),
    ],
)
def test_a_stage_is_told_in_words(row: Row, standing: Standing, why: str) -> None:
    step = _steps(DECISION=row)[Stage.DECISION]
    assert step.standing is standing
    assert why in step.why


def test_what_waits_for_earlier_ones_is_to_come() -> None:
    steps = _steps(DECISION=Row(done_on=EARLY), CONTRACT=Row(planned_on=LATER))
    assert steps[Stage.BUDGET].standing is Standing.UNDER_WAY
    assert steps[Stage.CONTRACT].standing is Standing.TO_COME


def test_a_stage_is_skipped_when_a_later_one_is_done_and_nobody_says_why() -> None:
    steps = _steps(TENDER=Row(planned_on=LATER), CONTRACT=Row(done_on=EARLY))
    assert steps[Stage.TENDER].standing is Standing.SKIPPED
    assert "后面的“合同”已经办完" in steps[Stage.TENDER].why
    assert steps[Stage.DECISION].standing is Standing.SKIPPED
    spared = _steps(TENDER=Row(not_needed=True, reason="金额小"), CONTRACT=Row(done_on=EARLY))
    assert spared[Stage.TENDER].standing is Standing.NOT_NEEDED


def test_upkeep_begins_while_the_accounts_are_audited() -> None:
    steps = _steps(UPKEEP=Row(done_on=EARLY), AUDIT=Row(planned_on=EARLY))
    assert steps[Stage.AUDIT].standing is Standing.LATE
    assert steps[Stage.FINAL].standing is Standing.TO_COME
    assert steps[Stage.ACCEPTANCE].standing is Standing.SKIPPED


@pytest.mark.parametrize(
    ("done", "phase"),
    [
        (0, Phase.PREPARING),
        (3, Phase.PREPARING),
        (4, Phase.BUILDING),
        (5, Phase.BUILDING),
        (6, Phase.ACCEPTED),
        (8, Phase.ACCEPTED),
        (9, Phase.CLOSED),
    ],
)
def test_the_whole_work_has_a_phase(done: int, phase: Phase) -> None:
    rows = {stage.value: Row(done_on=EARLY) for stage in list(Stage)[:done]}
    assert phase_of(steps_of(rows, TODAY)) is phase
