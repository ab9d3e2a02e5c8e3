"""No personal number of anybody goes out with a question or its answer."""

from disclosures.flow.refusal import CannotMove
from disclosures.questions.models import Question
from portal.privacy.scan import scan_text

CURE = "公开的文字里不能有个人号码：请删去，或改成办公电话；涉及个人情况的，请改为“只答复本人”。"


def refuse_personal_data(question: Question) -> None:
    """What would be public of `question` is scanned each time, whoever looked before."""
    places = (("标题", question.title), ("公开的问题", question.asked), ("答复", question.answer))
    _refuse([str(found) for place, text in places for found in scan_text(text, place)])


def refuse_personal_text(text: str, place: str) -> None:
    _refuse([str(found) for found in scan_text(text, place)])


def _refuse(found: list[str]) -> None:
    if found:
        raise CannotMove(*(f"{line}。" for line in found), CURE)
