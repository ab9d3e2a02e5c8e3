"""The demo's questions: many, in all states, natural, and without anybody's personal data."""

import json

from disclosures.questions.states import Kind
from portal.privacy.scan import scan_text
from portal.site.setup.demo import FOLDER

ROWS = json.loads((FOLDER / "questions.json").read_text(encoding="utf-8"))
ENDS = ("answer", "reply", "merge_into", "decline", "discard")


def test_there_are_many_of_every_kind_over_a_year() -> None:
    assert len(ROWS) >= 45
    assert {row.get("kind", "question") for row in ROWS} == set(Kind.values)
    days = sorted(row["asked_at"] for row in ROWS)
    assert days[0][:7] == "2025-12"
    assert days[-1][:10] == "2026-11-20"


def test_they_stand_in_every_state() -> None:
    assert sum("released_at" in row for row in ROWS) >= 30
    for end in (*ENDS, "withdrawn", "supplement", "hand_back"):
        assert any(end in row for row in ROWS), end
    waiting = [row for row in ROWS if not any(end in row for end in ENDS)]
    assert any("office" in row for row in waiting)
    assert any("office" not in row for row in waiting)


def test_they_hold_nobodys_numbers() -> None:
    text = json.dumps(ROWS, ensure_ascii=False)
    assert scan_text(text, "示例") == ()
