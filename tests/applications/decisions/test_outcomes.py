"""Every official outcome has its row in the annual report and its article."""

import pytest

from applications.decisions.outcomes import Outcome, combined, release_something
from applications.decisions.rows import Row, Section


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_row_and_a_basis(outcome: Outcome) -> None:
    assert outcome.row in Row
    assert outcome.basis.startswith(("《", "政府信息公开工作年度报告格式"))
    assert outcome.label


def test_every_row_of_the_report_is_reached() -> None:
    assert {outcome.row for outcome in Outcome} == set(Row)


def test_the_rows_stand_as_the_form_has_them() -> None:
    assert [len(section.rows) for section in Section] == [1, 1, 8, 3, 5, 3]
    assert [row.number for row in Section.REFUSED.rows][:2] == ["（三）1", "（三）2"]
    assert (Row.GRANTED.number, Row.PARTIAL.number) == ("（一）", "（二）")
    assert (Row.STILL_UNCLEAR.number, Row.OTHER.number) == ("（四）3", "（六）3")


@pytest.mark.parametrize(
    ("outcome", "row", "article"),
    [
        (Outcome.GRANTED, "（一）", "第三十六条第（二）项"),
        (Outcome.ALREADY_PUBLIC, "（一）", "第三十六条第（一）项"),
        (Outcome.PARTIAL, "（二）", "第三十七条"),
        (Outcome.STATE_SECRET, "（三）1", "第十四条"),
        (Outcome.THIRD_PARTY, "（三）4", "第三十二条"),
        (Outcome.PROCESS, "（三）6", "第十六条第二款"),
        (Outcome.OWN_PROCEDURE, "（三）8", "第三十六条第（七）项"),
        (Outcome.NOT_FOUND, "（四）1", "第三十六条第（四）项"),
        (Outcome.NOT_OURS, "（四）1", "第三十六条第（五）项"),
        (Outcome.TO_BE_MADE, "（四）2", "第三十八条"),
        (Outcome.PETITION, "（五）1", "第三十九条第一款"),
        (Outcome.REPEATED, "（五）2", "第三十六条第（六）项"),
        (Outcome.EXCESSIVE, "（五）4", "第三十五条"),
        (Outcome.NOT_SUPPLEMENTED, "（六）1", "第三十条"),
        (Outcome.NOT_PAID, "（六）2", "国办函〔2020〕109号"),
    ],
)
def test_where_an_outcome_is_counted_and_what_it_rests_on(
    outcome: Outcome, row: str, article: str
) -> None:
    assert outcome.row.number == row
    assert article in outcome.basis


@pytest.mark.parametrize(
    ("parts", "counted"),
    [
        ([Outcome.GRANTED], Outcome.GRANTED),
        ([Outcome.GRANTED, Outcome.GRANTED], Outcome.GRANTED),
        ([Outcome.GRANTED, Outcome.ALREADY_PUBLIC], Outcome.GRANTED),
        ([Outcome.GRANTED, Outcome.PROCESS], Outcome.PARTIAL),
        ([Outcome.NOT_FOUND, Outcome.ALREADY_PUBLIC], Outcome.PARTIAL),
        ([Outcome.PARTIAL, Outcome.PROCESS], Outcome.PARTIAL),
        ([Outcome.NOT_FOUND, Outcome.PROCESS], Outcome.PROCESS),
        ([Outcome.PETITION, Outcome.NOT_OURS], Outcome.NOT_OURS),
    ],
)
def test_several_parts_are_counted_once(parts: list[Outcome], counted: Outcome) -> None:
    assert combined(parts) is counted
    assert combined(reversed(parts)) is counted


def test_nothing_decided_is_no_outcome() -> None:
    with pytest.raises(ValueError, match="没有任何处理结果"):
        combined([])


def test_what_releases_something() -> None:
    assert release_something([Outcome.PROCESS, Outcome.PARTIAL])
    assert not release_something([Outcome.PROCESS, Outcome.ALREADY_PUBLIC])
