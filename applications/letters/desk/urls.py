from typing import Any

from applications.letters.desk import views
from disclosures.desk.addresses import Addresses


def letter_urls(model_admin: Any) -> list[Any]:
    at = Addresses(model_admin).at
    return [
        at("<int:key>/docx/", views.file, "docx", which="docx"),
        at("<int:key>/pdf/", views.file, "pdf", which="pdf"),
    ]


def template_urls(model_admin: Any) -> list[Any]:
    at = Addresses(model_admin).at
    return [
        at("preview/<slug:kind>/", views.preview, "preview"),
        at("<int:key>/reset/", views.reset),
    ]
