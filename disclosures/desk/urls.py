"""The addresses of the moves, below those of the admin's own pages. One address for each move."""

from typing import Any

from disclosures.desk import disclosure_views, import_views, list_views, views, workbook_views
from disclosures.desk.addresses import Addresses
from disclosures.desk.parts import import_rows
from disclosures.items.states import Move


def edition_urls(model_admin: Any) -> list[Any]:
    at = Addresses(model_admin).at
    moves = [at(f"<int:key>/{move.value}/", views.edition_move, move=move) for move in Move]
    batch = "import/<uuid:batch>"
    return [
        *moves,
        at("<int:key>/discard/", views.edition_discard),
        at("<int:key>/preview/", views.edition_preview),
        at("<int:key>/rows/", import_rows),
        at("<int:key>/list-template/", list_views.list_template),
        at("import/", import_views.upload),
        at("import/template/", import_views.template, "import-template"),
        at(f"{batch}/preview/", import_views.preview, "import-preview"),
        at(f"{batch}/errors/", import_views.errors, "import-errors"),
        at("import/<slug:kind>/", workbook_views.upload, "workbook"),
        at("import/<slug:kind>/template/", workbook_views.template, "workbook-template"),
        at("import/<slug:kind>/<uuid:batch>/", workbook_views.preview, "workbook-preview"),
    ]


def disclosure_urls(model_admin: Any) -> list[Any]:
    at = Addresses(model_admin).at
    return [
        at("<int:key>/revise/", disclosure_views.disclosure_revise),
        at("<int:key>/copy/", disclosure_views.disclosure_copy),
        at("<int:key>/withdraw/", disclosure_views.disclosure_withdraw),
        at("<int:key>/repeal/", disclosure_views.disclosure_repeal),
    ]


def template_urls(model_admin: Any) -> list[Any]:
    return [Addresses(model_admin).at("<int:key>/start/", views.template_start)]
