"""Filling in the form as a resident's browser would."""

from typing import Any

import pytest

from portal.privacy.idnumber import check_character
from tests.disclosures.questions.sending import mark_of

FORM = "/applications/new/citizen/"
# a region that was never given out: nobody's number
NUMBER = "349999" + "19600101" + "001"
NUMBER += check_character(NUMBER)


def filled(mark: str, **changed: Any) -> dict[str, Any]:
    given = {
        "started": mark,
        "send": "1",
        "subject": "青禾村2025年修路合同",
        "description": "通组路硬化工程的施工合同全文",
        "supply_form": "electronic",
        "delivery": "online",
        "name": "周小满",
        "identity_kind": "居民身份证",
        "identity_number": NUMBER,
        "phone": "0559-7000003",
    }
    return given | changed


def aged(monkeypatch: pytest.MonkeyPatch, seconds: int = 60) -> str:
    return mark_of(monkeypatch, seconds)
