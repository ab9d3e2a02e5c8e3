"""The list of answered questions, as a page or as a file to take away."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponseBase

from disclosures.questions.filters import QuestionFilter
from disclosures.questions.models import Question
from disclosures.questions.querysets import QuestionQuerySet
from portal.core import clock
from portal.core.paging import Page, keyset_page
from portal.core.public_page import PublicRequest
from portal.spreadsheets.download import file_of

COLUMNS = (
    "编号",
    "类型",
    "标题",
    "问题",
    "答复",
    "答复机构",
    "提问日期",
    "承诺答复日期",
    "答复日期",
    "是否按时",
    "重点类别",
    "公开事项",
    "网址",
)
MOST_ROWS = 50_000
IN_TIME = {True: "按时", False: "迟复", None: "没有承诺期限"}


@dataclass(frozen=True)
class Listing:
    """What the list page shows; `query` are the filters as they go on in the paging links."""

    filter: QuestionFilter
    page: Page
    count: int
    query: str


def public_questions(request: PublicRequest) -> QuestionQuerySet:
    return Question.objects.public(request.township, clock.now())


def listing(request: PublicRequest) -> Listing:
    chosen = _filtered(request)
    kept = request.GET.copy()
    for name in ("before", "after", "format"):
        kept.pop(name, None)
    return Listing(
        filter=chosen,
        page=keyset_page(chosen.qs, request.GET),
        count=chosen.qs.count(),
        query=f"{kept.urlencode()}&" if kept else "",
    )


def download(request: PublicRequest) -> HttpResponseBase:
    """Exactly this list; what asks for it stays with the one who asked."""
    found = _filtered(request).qs.prefetch_related("supplements")[:MOST_ROWS]
    return file_of(request, f"{request.township.name}问答", COLUMNS, _rows(request, found))


def _filtered(request: PublicRequest) -> QuestionFilter:
    return QuestionFilter(request.GET, public_questions(request), request.township)


def _rows(request: PublicRequest, questions: Any) -> Iterator[list[Any]]:
    site = f"{request.scheme}://{request.get_host()}"
    for question in questions.iterator(chunk_size=500):
        yield [
            question.pk,
            question.get_kind_display(),
            question.title,
            question.asked,
            question.whole_answer,
            question.assigned_to.name,
            question.received_on,
            question.due_on,
            question.answered_on,
            IN_TIME[question.in_time],
            question.get_category_display(),
            question.entry.name if question.entry else "",
            site + question.get_absolute_url(),
        ]
