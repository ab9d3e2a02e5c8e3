"""Benefit programmes of the tests: complete by default, so that a test names what it is about."""

from datetime import date
from decimal import Decimal
from typing import Any

from disclosures.flow.advance import approve, clear, submit
from disclosures.flow.publish import publish_archived
from disclosures.items.models import Disclosure, Edition
from disclosures.items.shapes import Shape
from disclosures.programmes.models import Programme
from disclosures.programmes.rows import (
    Basis,
    CheckAnswer,
    CheckQuestion,
    ProgrammeDocument,
    ProgrammeStep,
    Standard,
)
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from tests import factories
from tests.cast import Cast

FIELDS: dict[str, Any] = {
    "key": "gaoling",
    "area": "social-assistance",
    "what": "满80周岁的老人每月一份津贴。",
    "how_much": "按年龄分档。",
    "who": "本县户籍\n年满80周岁",
    "not_for": "户口迁出的",
    "limit": "10个工作日",
    "apply_where": "便民服务中心3号窗口",
    "paid_how": "“一卡通”打到社保卡",
    "fund": "县财政",
    "phone": "0559-7000003",
    "complaint_phone": "0559-7000009",
    "meant_for": ["very-old"],
}
EDITION = {"title", "entry", "issuer", "summary", "keywords", "body", "go_live_at", "down_at"}
EDITION |= {"expires_on", "effective_on"}

Period = tuple[str, str, str | None]  # amount, from, to
STANDARDS: dict[str, tuple[Period, ...]] = {
    "80—89周岁": (("50", "2025-01-01", "2026-09-30"), ("60", "2026-10-01", None)),
    "100周岁以上": (("500", "2025-01-01", "2026-09-30"), ("600", "2026-10-01", None)),
}
# question, and its answers: text, then, to, remark
Asked = tuple[str, tuple[tuple[str, str, int | None, str], ...]]
QUESTIONS: dict[int, Asked] = {
    1: (
        "老人满80周岁了吗？",
        (("满了", "on", None, ""), ("没有", "unlikely", None, "还没有到龄。")),
    ),
    2: (
        "户口在本县吗？",
        (("在", "fits", None, "带户口簿。"), ("不在", "unlikely", None, "问当地。")),
    ),
}


def drafted(
    town: Township,
    *,
    by: Staff,
    standards: dict[str, tuple[Period, ...]] | None = None,
    questions: dict[int, Asked] | None = None,
    unit: str = "元/人·月",
    **fields: Any,
) -> Edition:
    """A draft with its programme, complete unless `fields` take something away."""
    words = {name: fields.pop(name) for name in EDITION & fields.keys()}
    given = {"title": "高龄津贴", "body": ""} | words
    edition = factories.draft(town, by=by, shape=Shape.PROGRAMME, **given)
    own = {"township": town, "edition": edition}
    Programme.objects.create(**own, **FIELDS | fields)
    give_standards(edition, STANDARDS if standards is None else standards, unit)
    ProgrammeStep.objects.create(
        **own, position=10, name="申请", what="带身份证", by_whom="本人", days="当场"
    )
    ProgrammeDocument.objects.create(**own, position=10, name="身份证", how="原件看一眼")
    Basis.objects.create(**own, position=10, name="老年人权益保障法", number="主席令第24号")
    give_questions(edition, QUESTIONS if questions is None else questions)
    return Edition.objects.get(pk=edition.pk)


def give_standards(
    edition: Edition, standards: dict[str, tuple[Period, ...]], unit: str = "元/人·月"
) -> None:
    for place, (grade, periods) in enumerate(standards.items()):
        for amount, start, end in periods:
            Standard.objects.create(
                township=edition.township,
                edition=edition,
                position=place,
                grade=grade,
                amount=Decimal(amount),
                unit=unit,
                valid_from=date.fromisoformat(start),
                valid_to=date.fromisoformat(end) if end else None,
                basis=f"县文〔{start[:4]}〕1号",
            )


def give_questions(edition: Edition, questions: dict[int, Asked]) -> None:
    own = {"township": edition.township, "edition": edition}
    for number, (text, answers) in questions.items():
        CheckQuestion.objects.create(**own, number=number, text=text)
        for place, (answer, then, to, remark) in enumerate(answers):
            CheckAnswer.objects.create(
                **own, number=number, position=place, text=answer, then=then, to=to, remark=remark
            )


def published(
    town: Township, *, by: Staff, at: str = "2026-03-10 09:00", **given: Any
) -> Disclosure:
    edition = drafted(town, by=by, **given)
    return publish_archived(edition, at=factories.moment(at), by=by)


def through(edition: Edition, cast: Cast) -> Disclosure:
    """All the way to the public."""
    submit(edition, by=cast.clerk)
    approve(edition, by=cast.reviewer)
    clear(edition, by=cast.keeper)
    return Disclosure.objects.get(pk=edition.disclosure_id)
