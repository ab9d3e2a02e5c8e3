"""A question in each state of its life, brought there by the moves."""

from collections.abc import Callable

from disclosures.questions.answer import Answer, draft, release, reply
from disclosures.questions.assign import assign
from disclosures.questions.close import decline, discard, merge
from disclosures.questions.correct import withdraw
from disclosures.questions.models import Question
from tests import factories
from tests.cast import Cast

WORD = "木樨"
# what the resident wrote and what staff alone may read
ORIGINAL, CONTACT = "原话丹桂", "0559-7654321"
ANSWER = Answer(
    f"{WORD}几月发放？", f"{WORD}什么时候发？", f"{WORD}每月十日前发放。", category="services"
)
PAGE = "/villages/"


def received(cast: Cast, **fields: object) -> Question:
    given = {"message": ORIGINAL, "contact": CONTACT, "page": PAGE}
    return factories.question(cast.town, **given | fields)


def assigned(cast: Cast, **fields: object) -> Question:
    return assign(received(cast, **fields), cast.office, by=cast.officer)


def drafted(cast: Cast, answer: Answer = ANSWER, **fields: object) -> Question:
    return draft(assigned(cast, **fields), answer, by=cast.clerk)


def published(cast: Cast, answer: Answer = ANSWER, **fields: object) -> Question:
    return release(drafted(cast, answer, **fields), by=cast.reviewer)


def answered(cast: Cast, **fields: object) -> Question:
    return reply(assigned(cast, **fields), f"{WORD}只告诉您。", by=cast.clerk)


def declined(cast: Cast, **fields: object) -> Question:
    return decline(received(cast, **fields), by=cast.officer, where=f"{WORD}请找县局。")


def merged(cast: Cast, **fields: object) -> Question:
    earlier = received(cast, message="先问的", at=fields.get("at"))
    return merge(received(cast, **fields), earlier, by=cast.officer)


def spam(cast: Cast, **fields: object) -> Question:
    return discard(received(cast, **fields), by=cast.officer, remark="广告")


def withdrawn(cast: Cast, **fields: object) -> Question:
    return withdraw(published(cast, **fields), by=cast.officer, reason="标准已变。")


STATES: dict[str, Callable[..., Question]] = {
    make.__name__: make
    for make in (
        received,
        assigned,
        drafted,
        published,
        answered,
        declined,
        merged,
        spam,
        withdrawn,
    )
}
