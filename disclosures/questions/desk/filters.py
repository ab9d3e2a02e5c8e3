"""What staff may narrow the list of questions by."""

from typing import Any

from django.contrib import admin

from disclosures.questions.desk.piles import piles_of
from portal.core import clock


class QuestionPileFilter(admin.SimpleListFilter):
    """The piles of the desk."""

    title = "待办"
    parameter_name = "pile"

    def __init__(self, request: Any, params: Any, model: Any, model_admin: Any) -> None:
        piles = piles_of(request.user, request.township, clock.today())
        self.piles = {pile.key: pile for pile in piles}
        super().__init__(request, params, model, model_admin)

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [(pile.key, pile.name) for pile in self.piles.values()]

    def queryset(self, request: Any, queryset: Any) -> Any:
        pile = self.piles.get(str(self.value()))
        return queryset.filter(pile.which) if pile else queryset
