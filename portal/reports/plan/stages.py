"""Where a measure stands, told from what is on record. No database."""

from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    REPLACED = "replaced"
    BEHIND = "behind"
    EMPTY = "empty"
    DONE = "done"
    GOING = "going"
    UNCOUNTED = "uncounted"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def amiss(self) -> bool:
        return self in (Stage.BEHIND, Stage.EMPTY)


LABELS = {
    Stage.REPLACED: "已由补充的措施代替",
    Stage.BEHIND: "有应公开没公开的",
    Stage.EMPTY: "到期还没有公开信息",
    Stage.DONE: "到期，都已公开",
    Stage.GOING: "正在进行",
    Stage.UNCOUNTED: "没有可以数的公开事项",
}


def stage_of(
    *, due_on: date, on: date, replaced: bool, matters: int, published: int, missed: int
) -> Stage:
    """`matters` are the entries that show its progress; what was missed counts at once, that
    nothing was published only when the day has passed."""
    if replaced:
        return Stage.REPLACED
    if missed:
        return Stage.BEHIND
    if due_on >= on:
        return Stage.GOING
    if not matters:
        return Stage.UNCOUNTED
    return Stage.DONE if published else Stage.EMPTY
