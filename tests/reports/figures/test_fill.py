"""Figures stand in a text by name, and follow the records until they are written in."""

import pytest

from portal.documents.named import names_in
from portal.reports.figures.fill import figures_for, fill, unknown_names
from portal.reports.figures.known import known_figures
from tests import factories
from tests.cast import Cast
from tests.factories import moment


def test_a_figure_follows_the_records(cast: Cast) -> None:
    text = "全年主动公开信息【主动公开信息】，【主动公开信息】。"
    assert fill(text, figures_for(cast.town, 2026, text)) == "全年主动公开信息0条，0条。"
    factories.published(cast.town, by=cast.officer, at=moment("2026-05-06 10:00"))
    factories.published(cast.town, by=cast.officer, at=moment("2025-05-06 10:00"))
    assert fill(text, figures_for(cast.town, 2026, text)) == "全年主动公开信息1条，1条。"


def test_an_unknown_name_is_told_and_stays_to_be_seen(cast: Cast) -> None:
    text = "【主动公开信息】【编出来的数】"
    assert names_in(text) == ["主动公开信息", "编出来的数"]
    assert unknown_names(text) == ["编出来的数"]
    assert fill(text, figures_for(cast.town, 2026, text)) == "0条【编出来的数】"


@pytest.mark.parametrize("name", list(known_figures()))
def test_every_figure_counts_and_shows_its_records(cast: Cast, client: object, name: str) -> None:
    factories.township(host="elsewhere.test")
    cast.town.host = "testserver"
    cast.town.save()
    filled = figures_for(cast.town, 2026, f"【{name}】")[name]
    assert filled.value[0].isdecimal() or filled.value == "—"
    assert client.get(filled.address).status_code == 200  # type: ignore[attr-defined]
