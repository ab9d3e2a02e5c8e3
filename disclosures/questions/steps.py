"""What every move of this room begins with: who may make it, and whether it is lawful now."""

from disclosures.flow.refusal import CannotMove
from disclosures.questions.models import Question, Supplement
from disclosures.questions.states import STEPS, Move, State
from portal.core.staff.models import Staff
from portal.core.staff.roles import WHOLE_TOWNSHIP, Role

SUPPLEMENTS = (Move.RELEASE_SUPPLEMENT, Move.DROP_SUPPLEMENT)
LONGEST_REMARK = 300


def offered(question: Question, by: Staff) -> list[Move]:
    """The moves that `by` may make with `question` as it stands."""
    return [move for move in Move if not why_not(question, move, by)]


def begin(question: Question, move: Move, by: Staff) -> Question:
    """The question, locked, once nothing stands in the way of `move`. Inside a transaction."""
    question = (
        Question.objects.select_for_update(of=("self",))
        .select_related("assigned_to", "township", "entry", "merged_into")
        .get(pk=question.pk)
    )
    if reason := why_not(question, move, by):
        raise CannotMove(reason)
    return question


def why_not(question: Question, move: Move, by: Staff) -> str:
    """Why `by` can't make `move` now; "" if they can."""
    step = STEPS[move]
    if question.state not in step.sources:
        now = State(question.state).label
        return f"这条留言现在是“{now}”，不能办理“{move.label}”。"
    if not may(by, step.roles, question):
        wanted = "、".join(role.label for role in Role if role in step.roles)
        return f"您没有为这条留言办理“{move.label}”的权限，需要承办机构的或全镇的：{wanted}。"
    if move in (Move.SUPPLEMENT, *SUPPLEMENTS):
        return _supplement_in_the_way(question, move, by)
    if step.apart and by.pk == question.written_by_id:
        return "答复是您写的，请由另一位同事审核。"
    return ""


def _supplement_in_the_way(question: Question, move: Move, by: Staff) -> str:
    waiting = waiting_supplement(question)
    if move is Move.SUPPLEMENT:
        return "已有一份补充答复在等审核，请先办完它。" if waiting else ""
    if waiting is None:
        return "没有等审核的补充答复。"
    if STEPS[move].apart and by.pk == waiting.written_by_id:
        return "补充答复是您写的，请由另一位同事审核。"
    return ""


def may(by: Staff, roles: frozenset[Role], question: Question) -> bool:
    """Whether `by` holds one of `roles` for the body that deals with it, or for all bodies."""
    if question.assigned_to is not None:
        return by.may(roles, question.assigned_to)
    here = by.is_active and by.belongs_to(question.township_id)
    return here and bool(by.roles & roles & WHOLE_TOWNSHIP)


def waiting_supplement(question: Question) -> Supplement | None:
    return question.supplements.filter(released_at__isnull=True).first()


def needed(text: str, what: str) -> str:
    """`text` without blanks around it; refused where nothing is left."""
    if not text.strip():
        raise CannotMove(f"请写明{what}。")
    return text.strip()
