"""What the page parts of a programme fetch and show."""

from typing import Any

from django import template

from disclosures.items.models import Disclosure, Edition
from disclosures.lists.public import public_lists, with_sums
from disclosures.programmes.models import Programme
from disclosures.programmes.standards import Period
from portal.core import clock

register = template.Library()

MOST_LISTS = 5


@register.simple_tag
def bases_of(programme: Programme) -> list[dict[str, Any]]:
    """Each document it rests on, with its text here where residents may read it."""
    rows = programme.basis_rows
    public = Disclosure.objects.public(programme.township, clock.now()).without_bodies()
    texts = public.in_bulk([row.policy_id for row in rows if row.policy_id])
    return [{"row": row, "policy": texts.get(row.policy_id)} for row in rows]


@register.simple_tag
def lists_of(edition: Edition) -> list[Any]:
    """The latest lists of who receives it; they carry no names."""
    found = public_lists(edition.township, clock.now())
    of_it = found.filter(live__noticelist__programme=edition.disclosure_id)
    return list(with_sums(of_it)[:MOST_LISTS])


@register.filter
def runs_today(period: Period) -> bool:
    today = clock.today()
    return period.start <= today and (period.end is None or today <= period.end)
