"""What was typed in one piece, for rooms that look into their own columns: 生孩子补贴."""

from collections.abc import Callable
from functools import reduce
from operator import and_, or_

from django.db.models import Q

from portal.search.words import meanings, terms


def every_part(typed: str, stands: Callable[[str], Q]) -> Q:
    """The condition that `typed` stands somewhere as it is, or each of its telling words does, or
    what means the same. `stands` says where a word is looked for."""
    parts = [reduce(or_, map(stands, meanings(word))) for word in terms(typed)]
    return stands(typed) | reduce(and_, parts) if parts else stands(typed)
