from typing import Any

from applications.desk import (
    board_views,
    case_views,
    correct_views,
    draft_views,
    letter_views,
    register_views,
    step_views,
)
from disclosures.desk.addresses import Addresses


def application_urls(model_admin: Any) -> list[Any]:
    at = Addresses(model_admin).at
    return [
        at("board/", board_views.board_page),
        at("register/<str:who>/", register_views.register_page, "register"),
        at("receipt/", register_views.print_receipt),
        at("<int:key>/change/", case_views.case_page),
        at("<int:key>/step/<str:kind>/", step_views.step, "step"),
        at("<int:key>/correct/<int:number>/", correct_views.correct, "correct"),
        at("<int:key>/person/", case_views.open_person),
        at("<int:key>/give-to/", case_views.give_to),
        at("<int:key>/add-paper/", case_views.add_paper),
        at("<int:key>/papers/<int:paper>/", case_views.open_paper, "paper"),
        at("<int:key>/letter/", letter_views.letter),
    ]


def draft_urls(model_admin: Any) -> list[Any]:
    at = Addresses(model_admin).at
    return [
        at("<int:key>/change/", draft_views.look),
        at("<int:key>/return/", draft_views.return_draft),
    ]
