"""The panel for the clerk's page."""

import pytest
from django.template.loader import render_to_string

from applications.alike.find import alike_to
from applications.cases.take_in import submit
from tests import factories
from tests.applications.cases.test_take_in import wanted
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PANEL = "admin/alike/_panel.html"


def test_repeats_others_and_what_is_public_stand_apart(cast: Cast) -> None:
    factories.published(cast.town, by=cast.officer, title="青禾村修路合同公示")
    other = {"name": "吴二", "identity_number": "341700199202021234", "phone": "13900002222"}
    for fields in ({}, other):
        submit(cast.town, wanted(**fields))
    shown = render_to_string(PANEL, {"alike": alike_to(submit(cast.town, wanted()).application)})
    for words in (
        "同一申请人以前的申请",
        "证件号码相同",
        "可能是重复申请",
        "别人的相近申请",
        "合同公示",
    ):
        assert words in shown
    assert "周小满" not in shown
    assert "吴二" not in shown


def test_nothing_alike_is_said(cast: Cast) -> None:
    shown = render_to_string(PANEL, {"alike": alike_to(submit(cast.town, wanted()).application)})
    assert "没有相近的申请" in shown
