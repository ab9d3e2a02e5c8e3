"""How a question stands, in words for the one who asked. Only with its code."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format

from disclosures.questions.models import Question, Supplement
from disclosures.questions.states import State
from portal.core.query_code import fits
from portal.core.township.models import Township

# no question is kept of it, so that a number that isn't there costs the same as a wrong code
NOBODYS = "0" * 64
LONGEST_NUMBER = 15
RELATIONS = ("assigned_to", "township", "merged_into__assigned_to", "merged_into__township")


@dataclass(frozen=True)
class Standing:
    """What is told of a question: a sentence, the answer if there is one, and its public page."""

    head: str
    told: str
    answer: str = ""
    page: str = ""
    added: tuple[Supplement, ...] = ()


def found_by(township: Township, number: str, code: str) -> Question | None:
    """The question with this number, for whoever knows its code."""
    digits = "".join(letter for letter in number if letter.isdecimal())[:LONGEST_NUMBER]
    rows = Question.objects.of(township).select_related(*RELATIONS)
    question = rows.filter(pk=int(digits or 0)).first()
    known = fits(code, question.code_digest if question else NOBODYS)
    return question if known else None


def standing_of(question: Question) -> Standing:
    """Where it is, truthfully: late is called late."""
    if question.state == State.MERGED and question.merged_into:
        return _merged(question.merged_into)
    return _standing(question)


def _merged(earlier: Question) -> Standing:
    there = _standing(earlier)
    told = f"另一位居民先问了同样的事（编号 {earlier.pk}），两件一并办理。{there.told}"
    return replace(there, told=told)


def _standing(question: Question) -> Standing:
    office = question.assigned_to
    match question.state:
        case State.RECEIVED:
            told = f"还没有交给承办机构，正在核对该由谁答复。{_promise(question)}"
            return Standing("已收到", told)
        case State.ASSIGNED:
            return Standing("正在办理", f"已交给{office}办理。{_promise(question)}")
        case State.DRAFTED:
            told = f"{office}已写好答复，正由另一位同事审核。{_promise(question)}"
            return Standing("正在审核答复", told)
        case State.PUBLISHED:
            page = question.get_absolute_url()
            told = f"{office}已答复，答复同时在网上公开。"
            added = tuple(question.supplements.filter(released_at__isnull=False))
            return Standing("已答复", told, question.answer, page, added)
        case State.ANSWERED:
            told = f"{office or question.township.name}已答复，只给您本人，没有公开。"
            return Standing("已答复", told, question.answer)
        case State.DECLINED:
            told = "这件事不归本镇办理，下面是能办的单位。"
            return Standing("请找别的单位", told, question.answer)
        case State.WITHDRAWN:
            day = _day(timezone.localdate(question.withdrawn_at))
            told = f"答复曾经公开，{day}撤下。原因：{question.withdrawal_reason}"
            return Standing("答复已撤下", told)
        case _:
            told = (
                "内容看不出要问什么，或者与政务无关，没有办理。确有事情，请重新写清楚，或打电话。"
            )
            return Standing("没有办理", told)


def _promise(question: Question) -> str:
    if question.due_on is None:
        return ""
    day = _day(question.due_on)
    if question.days_late:
        late = f"承诺 {day}前答复，现在已经超过 {question.days_late} 天，很抱歉。"
        return f"{late}等不及请直接打电话：{question.phone}。"
    provisional = "（暂定，放假安排公布后确定）" if question.due_provisional else ""
    return f"承诺 {day}前{provisional}答复。"


def _day(on: date) -> str:
    return date_format(on, "Y年n月j日")
