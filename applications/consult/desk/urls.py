from typing import Any

from applications.consult.desk import views
from disclosures.desk.addresses import Addresses


def consultation_urls(model_admin: Any) -> list[Any]:
    """`key` is the application's for the first, the consultation's for the others."""
    at = Addresses(model_admin).at
    return [
        at("of/<int:key>/ask/", views.ask, "ask"),
        at("<int:key>/change/", views.look, "change"),
        at("<int:key>/file/<int:file>/", views.file, "file"),
    ]
