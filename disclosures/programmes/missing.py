"""What a programme still lacks before residents may rely on it."""

import re
from collections.abc import Iterator
from typing import Any

from disclosures.programmes.amounts import PERCENT
from disclosures.programmes.eligibility import flaws
from disclosures.programmes.standards import hindrances

# field, and the sentence that says what is missing and how to cure it
WORDS = (
    ("what", "没有写是什么，请用一两句大白话说清楚。"),
    ("who", "没有写谁可以享受，请一行一条写明条件。"),
    ("limit", "没有写审核审批时限，请写明几个工作日。"),
    ("paid_how", "没有写怎样发放，请写明打到哪里。"),
    ("fund", "没有写资金来源，请填写。"),
    ("complaint_phone", "没有写监督电话，群众不知道向谁投诉，请填写。"),
    ("asked_at", "没有咨询电话，请填写，或补全经办机构的电话。"),
)
UNIT = re.compile(r"元(/\S.*)?|%")


def missing(programme: Any) -> Iterator[str]:
    yield from (sentence for name, sentence in WORDS if not getattr(programme, name).strip())
    if not programme.step_rows:
        yield "没有写申请步骤，请一步一步填写；不用申请的写一行“不用申请”。"
    if not programme.document_rows:
        yield "没有写申请材料，请逐项填写；不用带的写一行“不用材料”。"
    if not programme.basis_rows:
        yield "没有写政策依据，请填写文件的名称和文号。"
    yield from of_standards(programme.standard_rows)
    yield from flaws(programme.asks)
    yield from _loose_answers(programme)


def of_standards(rows: list[Any]) -> Iterator[str]:
    if not rows:
        yield "没有写标准，请至少填写现在执行的一档。"
    yield from hindrances(rows)
    for row in rows:
        if not UNIT.fullmatch(row.unit):
            yield f"“{row.grade}”的单位“{row.unit}”请写成“元/人·月”“元/亩”的样子，或者 {PERCENT}。"


def _loose_answers(programme: Any) -> Iterator[str]:
    asked = {ask.number for ask in programme.asks}
    answered = {row.number for row in programme.edition.check_answers.all()}
    for number in sorted(answered - asked):
        yield f"自测题的答案里有第 {number} 题，可没有这一题；请补上题目，或删去答案。"
