from typing import Any

from django.contrib import admin

from applications.desk.piles import PILES
from portal.core import clock


class PileFilter(admin.SimpleListFilter):
    title = "办到哪一步"
    parameter_name = "pile"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [(pile.key, pile.name) for pile in PILES]

    def queryset(self, request: Any, queryset: Any) -> Any:
        found = [pile for pile in PILES if pile.key == self.value()]
        return queryset.filter(found[0].which(clock.today())) if found else queryset
