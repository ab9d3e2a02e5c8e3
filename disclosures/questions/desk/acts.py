"""What staff can do with a question: what will come of it, what is asked for, what is run."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from disclosures.desk.move_forms import RemarkForm, WithdrawForm
from disclosures.flow.refusal import CannotMove
from disclosures.questions.answer import Answer, draft, release, reply, send_back
from disclosures.questions.assign import assign, hand_back
from disclosures.questions.close import decline, discard, merge, reopen
from disclosures.questions.correct import drop_supplement, release_supplement, supplement, withdraw
from disclosures.questions.desk.forms import AssignForm, DraftForm, MergeForm, WordsForm
from disclosures.questions.models import Question
from disclosures.questions.states import Move
from portal.core.staff.models import Staff

WHERE_HELP = "写清应当找哪个单位、电话、地址。提问人查询时看得到。"


@dataclass(frozen=True)
class Act:
    """`form` is made from what was posted and the question; `run` gets what the form cleaned;
    `button` says what pressing will do where the move's name doesn't."""

    does: str
    form: Callable[[Any, Question], forms.Form]
    run: Callable[[Question, Staff, dict[str, Any]], Any]
    quiet: bool = False
    button: str = ""


def _remark(label: str) -> Callable[[Any, Question], forms.Form]:
    return lambda data, question: RemarkForm(data, required=True, label=label)


def _nothing(data: Any, question: Question) -> forms.Form:
    return forms.Form(data)


def _draft(question: Question, by: Staff, given: dict[str, Any]) -> Any:
    return draft(question, Answer(**given), by=by)


def _merge(question: Question, by: Staff, given: dict[str, Any]) -> Any:
    earlier = Question.objects.of(question.township).filter(pk=given["earlier"]).first()
    if earlier is None:
        raise CannotMove("本镇没有这个编号的留言，请核对编号。")
    return merge(question, earlier, by=by)


ACTS: dict[Move, Act] = {
    Move.ASSIGN: Act(
        "交给管这件事的机构答复。答复期限不变。",
        AssignForm,
        lambda question, by, given: assign(
            question, given["office"], by=by, remark=given["remark"]
        ),
    ),
    Move.DRAFT: Act(
        "写一份大家都能看的答复，由另一位同事审核后公开。",
        DraftForm,
        _draft,
        button="交给同事审核",
    ),
    Move.REPLY: Act(
        "只有提问人凭查询码看得到，不公开，不用审核。留了联系方式的，还要打电话或发邮件告诉他。",
        lambda data, question: WordsForm(data, "答复", initial=question.answer),
        lambda question, by, given: reply(question, given["text"], by=by),
        quiet=True,
        button="答复本人，办结",
    ),
    Move.HAND_BACK: Act(
        "不归本机构办的，退给政务公开办公室另行交办。",
        _remark("为什么不归本机构，应当由谁办"),
        lambda question, by, given: hand_back(question, by=by, remark=given["remark"]),
        quiet=True,
    ),
    Move.RELEASE: Act(
        "内容属实，没有个人信息。点下按钮就立即公开，公开后只能补充或撤下，不能再改。",
        _nothing,
        lambda question, by, given: release(question, by=by),
        button="立即公开",
    ),
    Move.SEND_BACK: Act(
        "退回重写；写的人自己想改，也用这一步收回。",
        _remark("要改什么"),
        lambda question, by, given: send_back(question, by=by, remark=given["remark"]),
        quiet=True,
    ),
    Move.DECLINE: Act(
        "不归本镇办的，告诉提问人应当找谁。",
        lambda data, question: WordsForm(data, "应当找谁", WHERE_HELP),
        lambda question, by, given: decline(question, by=by, where=given["text"]),
        quiet=True,
    ),
    Move.MERGE: Act(
        "别人已经问过同样的事：两件一并答复，提问人查询时看到那一件的办理情况。",
        lambda data, question: MergeForm(data),
        _merge,
        quiet=True,
    ),
    Move.DISCARD: Act(
        "广告、试填、看不出要问什么的。提问人查询时会看到没有办理。",
        _remark("为什么无效"),
        lambda question, by, given: discard(question, by=by, remark=given["remark"]),
        quiet=True,
    ),
    Move.REOPEN: Act(
        "办结办错了，重新办理。答复期限不变。",
        _remark("为什么恢复办理"),
        lambda question, by, given: reopen(question, by=by, remark=given["remark"]),
        quiet=True,
    ),
    Move.SUPPLEMENT: Act(
        "原来的答复不动，在下面加一段注明日期的补充，由另一位同事审核后公开。",
        lambda data, question: WordsForm(data, "补充内容"),
        lambda question, by, given: supplement(question, given["text"], by=by),
        button="交给同事审核",
    ),
    Move.RELEASE_SUPPLEMENT: Act(
        "补充的内容属实，没有个人信息。点下按钮就立即公开。",
        _nothing,
        lambda question, by, given: release_supplement(question, by=by),
        button="立即公开",
    ),
    Move.DROP_SUPPLEMENT: Act(
        "这份补充还没有公开，不用了。",
        _nothing,
        lambda question, by, given: drop_supplement(question, by=by),
        quiet=True,
    ),
    Move.WITHDRAW: Act(
        "从网站、列表、订阅和下载中去掉，原网址留下撤下的时间和原因。不能恢复。",
        lambda data, question: WithdrawForm(data),
        lambda question, by, given: withdraw(question, by=by, reason=given["reason"]),
        quiet=True,
    ),
}
