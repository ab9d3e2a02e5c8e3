"""The addresses of the moves, below those of the admin's own pages. One address for each move."""

from collections.abc import Callable
from typing import Any

from django.urls import path

from disclosures.desk import import_views, views
from disclosures.items.states import Move


def edition_urls(model_admin: Any) -> list[Any]:
    wrap = model_admin.admin_site.admin_view
    name = "disclosures_edition"

    def at(route: str, view: Callable[..., Any], **given: Any) -> Any:
        def bound(request: Any, **found: Any) -> Any:
            return view(request, model_admin, **found, **given)

        return path(route, wrap(bound), name=f"{name}_{route.rstrip('/').rsplit('/', 1)[-1]}")

    moves = [at(f"<int:key>/{move.value}/", views.edition_move, move=move) for move in Move]
    return [
        *moves,
        at("<int:key>/discard/", views.edition_discard),
        at("<int:key>/preview/", views.edition_preview),
        at("import/", import_views.upload),
        at("import/template/", import_views.template),
        at("import/<uuid:batch>/preview/", import_views.preview),
        at("import/<uuid:batch>/errors/", import_views.errors),
    ]


def disclosure_urls(model_admin: Any) -> list[Any]:
    wrap = model_admin.admin_site.admin_view
    views_by_name = {
        "revise": views.disclosure_revise,
        "copy": views.disclosure_copy,
        "withdraw": views.disclosure_withdraw,
        "repeal": views.disclosure_repeal,
    }

    def bound(view: Callable[..., Any]) -> Callable[..., Any]:
        return wrap(lambda request, key: view(request, model_admin, key))

    return [
        path(f"<int:key>/{name}/", bound(view), name=f"disclosures_disclosure_{name}")
        for name, view in views_by_name.items()
    ]
