"""Where each of the nine stages of a public work stands on a day, and why, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.db import models


class Stage(models.TextChoices):
    """建设程序, in its order."""

    DECISION = "1-decision", "决策"
    BUDGET = "2-budget", "预算"
    TENDER = "3-tender", "招标"
    CONTRACT = "4-contract", "合同"
    WORKS = "5-works", "实施"
    ACCEPTANCE = "6-acceptance", "验收"
    AUDIT = "7-audit", "审计"
    FINAL = "8-final", "决算"
    UPKEEP = "9-upkeep", "管护"


class Standing(models.TextChoices):
    DONE = "done", "已完成"
    DONE_LATE = "done-late", "晚完成"
    UNDER_WAY = "under-way", "办理中"
    LATE = "late", "逾期"
    SKIPPED = "skipped", "跳过"
    NOT_NEEDED = "not-needed", "不需要"
    TO_COME = "to-come", "未到"


class Phase(models.TextChoices):
    """How far the whole work is."""

    PREPARING = "preparing", "前期准备"
    BUILDING = "building", "正在实施"
    ACCEPTED = "accepted", "已验收"
    CLOSED = "closed", "全部办结"


# upkeep begins with acceptance, while the accounts are still audited
BESIDE_UPKEEP = (Stage.AUDIT, Stage.FINAL)
AMISS = (Standing.LATE, Standing.SKIPPED)
OVER = (Standing.DONE, Standing.DONE_LATE, Standing.NOT_NEEDED)


class Told(Protocol):
    """What is written of a stage."""

    planned_on: date | None
    done_on: date | None
    not_needed: bool
    reason: str


@dataclass(frozen=True)
class Step:
    """One stage as it stands; `row` is None where nothing was written of it."""

    stage: Stage
    standing: Standing
    why: str
    row: Told | None

    @property
    def amiss(self) -> bool:
        return self.standing in AMISS

    @property
    def over(self) -> bool:
        return self.standing in OVER


def steps_of(rows: Mapping[str, Told], today: date) -> list[Step]:
    """All nine in order; `rows` by the value of their stage."""
    steps: list[Step] = []
    for stage in Stage:
        row, current = rows.get(stage), all(step.over for step in steps)
        passed_by = _passed_by(stage, rows)
        standing = _standing(row, passed_by is not None, current, today)
        steps.append(Step(stage, standing, _why(standing, row, passed_by, today), row))
    return steps


def _passed_by(stage: Stage, rows: Mapping[str, Told]) -> Stage | None:
    """The last stage that is done though it comes after `stage`."""
    later = [
        one
        for one in Stage
        if one.value > stage.value and not (one is Stage.UPKEEP and stage in BESIDE_UPKEEP)
    ]
    done = [one for one in later if (row := rows.get(one)) is not None and row.done_on]
    return done[-1] if done else None


def phase_of(steps: list[Step]) -> Phase:
    by_stage = {step.stage: step for step in steps}
    if all(step.over for step in steps):
        return Phase.CLOSED
    if by_stage[Stage.ACCEPTANCE].over:
        return Phase.ACCEPTED
    if by_stage[Stage.CONTRACT].over:
        return Phase.BUILDING
    return Phase.PREPARING


def _standing(row: Told | None, passed: bool, current: bool, today: date) -> Standing:
    """`passed`: a later stage is done; `current`: all before are over."""
    if row is not None and row.not_needed:
        return Standing.NOT_NEEDED
    if row is not None and row.done_on:
        late = row.planned_on is not None and row.done_on > row.planned_on
        return Standing.DONE_LATE if late else Standing.DONE
    if passed:
        return Standing.SKIPPED
    if row is not None and row.planned_on and row.planned_on < today:
        return Standing.LATE
    return Standing.UNDER_WAY if current else Standing.TO_COME


def _why(standing: Standing, row: Told | None, passed_by: Stage | None, today: date) -> str:
    if standing is Standing.SKIPPED and passed_by is not None:
        return f"没有办，也没有说明原因，后面的“{passed_by.label}”已经办完"
    if row is None:
        return "还没有公布计划日期"
    if standing is Standing.NOT_NEEDED:
        return row.reason
    if row.done_on:
        return _done(row.done_on, row.planned_on)
    if row.planned_on is None:
        return "还没有公布计划日期"
    if standing is Standing.LATE:
        return f"计划 {row.planned_on} 完成，已逾期 {(today - row.planned_on).days} 天"
    return f"计划 {row.planned_on} 完成"


def _done(done_on: date, planned_on: date | None) -> str:
    if planned_on is None:
        return "没有公布计划日期"
    days = (done_on - planned_on).days
    return f"比计划晚 {days} 天" if days > 0 else "没有超过计划日期"
