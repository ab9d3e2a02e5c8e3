"""The addresses of the moves, below those of the admin's own pages."""

from typing import Any

from django.urls import path

from disclosures.questions.desk import views
from disclosures.questions.states import Move


def question_urls(model_admin: Any) -> list[Any]:
    return [_address(model_admin, move) for move in Move]


def _address(model_admin: Any, move: Move) -> Any:
    def bound(request: Any, key: int) -> Any:
        return views.question_move(request, model_admin, key, move)

    wrapped = model_admin.admin_site.admin_view(bound)
    return path(f"<int:key>/{move.value}/", wrapped, name=f"disclosures_question_{move.value}")
