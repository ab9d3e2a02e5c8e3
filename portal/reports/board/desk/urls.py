"""The addresses of moves, below those of the admin's own pages."""

from typing import Any

from disclosures.desk.addresses import Addresses
from portal.reports.board.desk import views


def board_urls(model_admin: Any) -> list[Any]:
    return [Addresses(model_admin).at("<int:key>/picture/", views.picture, "picture")]


def posting_urls(model_admin: Any) -> list[Any]:
    own = Addresses(model_admin)
    return [
        own.at("hang/", views.find, "hang"),
        own.at("<int:key>/down/", views.down, "down"),
        own.at("<int:key>/photo/", views.photo, "photo"),
        own.at("photos/<uuid:key>", views.picture_of_posting, "picture"),
        own.at("names/<int:key>/", views.names, "names"),
    ]
