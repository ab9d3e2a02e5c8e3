from typing import Any

from applications.release.desk import views
from disclosures.desk.addresses import Addresses


def release_urls(model_admin: Any) -> list[Any]:
    """`key` is the application's for the first two, the release's for the others."""
    at = Addresses(model_admin).at
    return [
        at("of/<int:key>/add/", views.add, "add"),
        at("of/<int:key>/hand-out/", views.hand_out, "hand-out"),
        at("<int:key>/change/", views.look, "change"),
        at("<int:key>/drop/", views.take_back, "drop"),
        at("<int:key>/source/", views.file, "source", which="source"),
        at("<int:key>/copy/", views.file, "copy", which="copy"),
    ]
