"""Words on the buttons of moves: what pressing will do, not what the step is called."""

from datetime import datetime

from django.utils import timezone

from disclosures.items.models import Edition
from disclosures.items.states import Move

DOES = {
    Move.SUBMIT: "交给另一位同事审核。审核期间不能再改，需要改时可由审核员退回。",
    Move.APPROVE: "内容属实、可以公开，转给保密审查员审查。",
    Move.SEND_BACK: "退回录入人修改，改好后重新提交。",
    Move.PUBLISH: "不等到设定的时间，现在就公开。",
}
CLEARED = "不涉密、不侵犯个人隐私。"


def button_of(move: Move, edition: Edition, now: datetime) -> str:
    """The label of the button that makes `move`."""
    if move is Move.CLEAR:
        moment = _appointed(edition, now)
        return f"通过审查，定于 {moment} 发布" if moment else "通过审查，立即发布"
    return "现在就发布" if move is Move.PUBLISH else move.label


def does(move: Move, edition: Edition, now: datetime) -> str:
    """What will come of `move`, in a sentence."""
    if move is not Move.CLEAR:
        return DOES[move]
    moment = _appointed(edition, now)
    if moment:
        return f"{CLEARED}点下按钮后稿件不能再改，到 {moment} 自动公开。"
    return f"{CLEARED}没有设定时间，点下按钮就立即公开。"


def _appointed(edition: Edition, now: datetime) -> str:
    """The minute of publication to come, named; "" where it is now."""
    at = edition.go_live_at
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at and at > now else ""
