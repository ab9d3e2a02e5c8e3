"""What pages of other rooms show of questions."""

from typing import Any

from django import template

from disclosures.questions.models import Question
from disclosures.questions.page_names import ask_address
from portal.core import clock
from portal.core.labels import Labels
from portal.core.township.models import Township

register = template.Library()

MOST = 3


@register.simple_tag
def ask_link(route: str, page: str, labels: Labels | None = None) -> str:
    """The address of the form `route` that remembers this page and what its labels call it."""
    named = labels or {}
    return ask_address(route, page, named.get("ArticleTitle") or named.get("ColumnName", ""))


@register.inclusion_tag("disclosures/questions/_asked_here.html")
def asked_here(township: Township, page: str) -> dict[str, Any]:
    """The latest answers to what was asked on this very page: one small query."""
    found = Question.objects.public(township, clock.now()).about(page)
    return {"questions": found[:MOST]}
