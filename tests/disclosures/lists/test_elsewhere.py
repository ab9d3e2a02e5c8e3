"""Names of a list stand nowhere but in the list: what is beside it would stay when they go."""

import pytest

from disclosures.flow.attach import attach
from disclosures.flow.hindrances import hindrances
from disclosures.items.models import Edition
from disclosures.lists.save_list import save_list
from tests.cast import Cast
from tests.disclosures.lists.rolls import HEADER, ROWS, draft, read, roll
from tests.spreadsheets.sheets import of_rows


@pytest.fixture
def edition(cast: Cast) -> Edition:
    begun = draft(cast)
    save_list(begun, read(cast, roll(*ROWS)), by=cast.officer)
    return begun


def _told(edition: Edition) -> list[str]:
    return [one for one in hindrances(edition) if "名单上的姓名" in one]


def test_a_list_alone_names_nobody_elsewhere(edition: Edition) -> None:
    assert _told(edition) == []


def test_the_roll_as_an_attachment_is_told(cast: Cast, edition: Edition) -> None:
    names = of_rows([[HEADER[3]], *([row[3]] for row in ROWS)])
    attach(edition, names, "花名册.xlsx", by=cast.officer)
    assert _told(edition) == [
        "附件《花名册.xlsx》里有名单上的姓名（3 个），公示期满不会跟着撤下，请删去。"
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<p>经核实，<b>汪</b>德珍户符合条件。</p>", 1),
        ("<p>方庆、汪德珍两户</p>", 1),
        ("<p>地方庆祝丰收节</p>", 0),
        ("<p>按程序公示。</p>", 0),
    ],
)
def test_names_in_the_body_are_told(edition: Edition, body: str, told: int) -> None:
    edition.body = body
    assert len(_told(edition)) == told
