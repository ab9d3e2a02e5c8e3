"""How a question is shown to staff."""

from datetime import date
from urllib.parse import urlencode

from django.template.defaultfilters import linebreaks_filter
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from disclosures.questions.models import Question
from disclosures.questions.steps import may
from portal.core.staff.models import Staff
from portal.core.staff.roles import OFFICE, WRITERS

SOON = 2  # calendar days


def may_see_contact(person: Staff, question: Question) -> bool:
    """Those who answer it, and those who give out questions."""
    return may(person, WRITERS | OFFICE, question)


def due(question: Question, on: date) -> str:
    """The promised day and the days left or gone; once answered, whether that was in time."""
    if question.due_on is None:
        return "没有承诺期限"
    mark = "（暂定）" if question.due_provisional else ""
    css, when = _how_late(question, on)
    return format_html("<span class='{}'>{}{} {}</span>", css, f"{question.due_on}", mark, when)


def _how_late(question: Question, on: date) -> tuple[str, str]:
    if not question.is_open:
        return {True: ("due-fine", "按时"), False: ("due-late", "迟复")}.get(
            question.in_time,  # type: ignore[arg-type]
            ("due-fine", ""),
        )
    left = (question.due_on - on).days  # type: ignore[operator]
    if left < 0:
        return "due-late", f"已超过 {-left} 天"
    when = f"还有 {left} 天" if left else "今天到期"
    return "due-soon" if left <= SOON else "due-fine", when


def due_explained(question: Question, on: date) -> str:
    """The same, with the way to the count day by day."""
    if question.promised_days is None:
        return due(question, on)
    query = {
        "received": question.received_on,
        "days": question.promised_days,
        "unit": "working",
    }
    page = f"{reverse('site:deadline')}?{urlencode(query)}"
    return format_html("{} <a href='{}'>逐日说明</a>", due(question, on), page)


def page(question: Question) -> str:
    name = question.subject or ("首页" if question.page == "/" else question.page)
    return format_html("<a href='{}'>{}</a>", question.page, name)


def text(words: str) -> str:
    """Typed words with their line breaks."""
    if not words:
        return "—"
    return format_html("<div class='body-shown'>{}</div>", linebreaks_filter(words))


def supplements(question: Question) -> str:
    """Each with its day, or that it waits."""
    shown = SafeString("")
    for one in question.supplements.all():
        when = f"{localdate(one.released_at)}公开" if one.released_at else "等审核"
        shown += format_html("<p><strong>{}</strong></p>{}", when, text(one.text))
    return shown or "—"
