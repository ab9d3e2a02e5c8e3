"""A budget adds up, and whatever moved says why."""

from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.flow.refusal import CannotMove
from disclosures.items.models import Edition
from finance.budgets.compare import adjusted, compare
from finance.budgets.tables import Table
from finance.budgets.tree import faults, forest, total, walk
from portal.core import clock
from tests import factories
from tests.cast import Cast
from tests.finance.budgets.books import (
    EXPENSE,
    INCOME,
    WHOLE,
    changed,
    drafted,
    explained,
    published,
)

# to a budget of WHOLE
MORE = (
    ("02-income", "", "一般公共预算拨款收入", "1050.00", "追加"),
    ("03-expense", "213", "农林水支出", "450.00", "追加"),
)


def _line(code: str, amount: str, name: str = "") -> SimpleNamespace:
    return SimpleNamespace(code=code, name=name or code, amount=Decimal(amount), reason="")


def _told(edition: object) -> str:
    return " ".join(edition.part.hindrances())


def test_codes_make_a_tree() -> None:
    lines = [_line("20810", "1"), _line("208", "1"), _line("2081002", "1"), _line("213", "2")]
    assert [(node.line.code, node.depth) for node in walk(forest(lines))] == [
        ("208", 0),
        ("20810", 1),
        ("2081002", 2),
        ("213", 0),
    ]
    assert total(lines) == Decimal(3)


def test_a_line_whose_class_is_missing_stands_at_the_top() -> None:
    assert [node.line.code for node in forest([_line("20810", "1"), _line("21301", "2")])] == [
        "20810",
        "21301",
    ]


def test_a_sum_that_is_not_the_sum_of_what_is_below_is_told() -> None:
    [told] = faults("支出总表", [_line("208", "5"), _line("20810", "4")])
    assert "写的是 5.00 元，下面各项相加是 4.00 元，相差 1.00 元" in told


def test_a_code_that_stands_there_twice_is_told() -> None:
    assert any("有两行" in told for told in faults("表", [_line("208", "5"), _line("208", "4")]))


def test_what_adds_up_and_is_the_first_of_its_kind_may_go_on(cast: Cast) -> None:
    assert _told(drafted(cast, *WHOLE)) == ""


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((INCOME,), "没有支出总表"),
        (EXPENSE, "没有收入总表"),
        (
            changed(WHOLE, income="999.00"),
            "收入合计 999.00 元，支出合计 1,000.00 元，相差 -1.00 元",
        ),
        (changed(WHOLE, A_208="601.00"), "“208 社会保障和就业支出”写的是 601.00 元"),
        (
            (*WHOLE, ("04-economic", "501", "工资福利支出", "900.00", "")),
            "按经济分类合计 900.00 元，应当相等",
        ),
    ],
)
def test_what_does_not_add_up_is_refused(cast: Cast, lines: tuple, told: str) -> None:
    assert told in _told(drafted(cast, *lines))


def test_a_line_that_moved_against_last_year_says_why(cast: Cast) -> None:
    published(cast, *WHOLE, year=2025)
    moved = changed(WHOLE, A_213="500.00", income="1100.00")
    told = _told(drafted(cast, *moved))
    assert "“213 农林水支出”比上年预算增加 100.00 元，增长 25.00%，没有写原因" in told
    assert "一般公共预算拨款收入" in told
    assert "208" not in told
    assert _told(drafted(cast, *explained(moved))) == ""


def test_only_the_lines_at_the_bottom_are_asked_for_reasons(cast: Cast) -> None:
    published(cast, *WHOLE, year=2025)
    grown = {"A_208": "700.00", "A_20810": "700.00", "A_2081002": "700.00", "income": "1100.00"}
    told = _told(drafted(cast, *changed(WHOLE, **grown)))
    assert "2081002 老年福利" in told
    assert "“20810 " not in told


def test_a_line_that_is_gone_is_asked_for_too(cast: Cast) -> None:
    published(cast, *WHOLE, year=2025)
    rest = tuple(line for line in changed(WHOLE, income="600.00") if line[1] != "213")
    assert "科目取消的，加一行金额为 0，并填写“增减原因”" in _told(drafted(cast, *rest))


def test_a_final_account_is_measured_against_the_adjusted_budget(cast: Cast) -> None:
    published(cast, *WHOLE, year=2025)
    published(cast, *MORE, kind="adjustment", year=2025, at="2025-07-01 10:00")
    final = changed(WHOLE, A_213="460.00", income="1060.00")
    told = _told(drafted(cast, *final, kind="final", year=2025))
    assert "“213 农林水支出”比调整后预算增加 10.00 元，增长 2.22%，没有写原因" in told
    same = changed(WHOLE, A_213="450.00", income="1050.00")
    assert _told(drafted(cast, *same, kind="final", year=2025)) == ""


def test_a_final_account_says_too_why_it_moved_against_last_years(cast: Cast) -> None:
    published(cast, *WHOLE, kind="final", year=2024, at="2025-08-01 10:00")
    final = explained(changed(WHOLE, A_213="500.00", income="1100.00"))
    edition = drafted(cast, *final, kind="final", year=2025)
    assert "“213 农林水支出”比上年决算增加 100.00 元" in _told(edition)
    assert "请填写“比上年原因”" in _told(edition)
    edition.budget_lines.update(reason_last="防汛")
    assert _told(Edition.objects.get(pk=edition.pk)) == ""


def test_an_adjustment_needs_its_budget(cast: Cast) -> None:
    assert "没有找到公开的2026年预算" in _told(drafted(cast, *MORE, kind="adjustment"))
    assert "至少填一行" in _told(drafted(cast, kind="adjustment"))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (MORE, ""),
        (MORE[:1], "调整以后，收入合计 1,050.00 元，支出合计 1,000.00 元"),
        (
            (MORE[0], ("03-expense", "2081002", "老年福利", "650.00", "追加")),
            "“20810 社会福利”写的是 600.00 元，下面各项相加是 650.00 元",
        ),
        (
            tuple((table, code, name, amount, "") for table, code, name, amount, _ in MORE),
            "“213 农林水支出”比预算增加 50.00 元，增长 12.50%，没有写原因",
        ),
    ],
)
def test_a_budget_is_right_after_its_adjustment(cast: Cast, lines: tuple, told: str) -> None:
    published(cast, *WHOLE)
    found = _told(drafted(cast, *lines, kind="adjustment"))
    assert told in found if told else found == ""


def test_an_adjustment_of_the_expense_says_how_it_is_spent(cast: Cast) -> None:
    economic = ("04-economic", "501", "工资福利支出", "1000.00", "")
    published(cast, *WHOLE, economic)
    assert "调整以后，支出按功能分类合计 1,050.00 元，按经济分类合计 1,000.00 元" in _told(
        drafted(cast, *MORE, kind="adjustment")
    )
    more = (*MORE, ("04-economic", "501", "工资福利支出", "1050.00", ""))
    assert _told(drafted(cast, *more, kind="adjustment")) == ""


def test_a_second_adjustment_starts_from_the_first(cast: Cast) -> None:
    published(cast, *WHOLE)
    first = published(cast, *MORE, kind="adjustment", at="2026-06-01 10:00")
    again = tuple(
        (table, code, name, str(Decimal(amount) + 10), "") for table, code, name, amount, _ in MORE
    )
    assert "比调整后预算增加 10.00 元" in _told(drafted(cast, *again, kind="adjustment"))
    published(cast, *explained(again), kind="adjustment", at="2026-07-01 10:00")
    assert _told(first.live) == ""


@pytest.mark.parametrize("kind", ["budget", "final"])
def test_what_is_public_is_revised_and_not_said_twice(cast: Cast, kind: str) -> None:
    item = published(cast, *WHOLE, kind=kind, year=2025, at="2026-02-01 10:00")
    assert "已经公开" in _told(drafted(cast, *WHOLE, kind=kind, year=2025))
    assert _told(item.live) == ""


@pytest.mark.parametrize(
    ("kind", "ahead", "told"),
    [("final", 0, "还没有过完"), ("final", -1, ""), ("budget", 2, "还早"), ("budget", 1, "")],
)
def test_a_year_has_its_time(cast: Cast, kind: str, ahead: int, told: str) -> None:
    year = clock.today().year + ahead
    found = _told(drafted(cast, *WHOLE, kind=kind, year=year))
    assert told in found if told else found == ""


def test_a_code_has_the_digits_of_a_level(cast: Cast) -> None:
    odd = (INCOME, ("03-expense", "2081", "社会保障", "1000.00", ""))
    assert "“2081”有 4 位，科目编码应是 3、5、7 位数字" in _told(drafted(cast, *odd))


def test_another_units_budget_is_no_base(cast: Cast) -> None:
    published(cast, *WHOLE, year=2025, unit=cast.office)
    assert _told(drafted(cast, *changed(WHOLE, A_213="500.00", income="1100.00"))) == ""


def test_what_is_not_explained_cannot_be_published(cast: Cast) -> None:
    published(cast, *WHOLE, year=2025)
    with pytest.raises(CannotMove, match="没有写原因"):
        published(cast, *changed(WHOLE, A_213="500.00", income="1100.00"))


def test_a_revision_takes_the_lines_over(cast: Cast) -> None:
    item = published(cast, *WHOLE)
    target = factories.draft(cast.town, by=cast.officer, shape="budget")
    copy = item.live.part.copy_to(target)
    assert copy.total(Table.EXPENSE) == Decimal("1000.00")
    assert target.budget_lines.count() == len(WHOLE)


def test_an_adjustment_names_only_what_it_changes() -> None:
    original = [_line("208", "1"), _line("213", "2")]
    now = adjusted(original, [_line("213", "5")])
    assert {key: line.amount for key, line in now.items()} == {"208": 1, "213": 5}


@given(
    before=st.dictionaries(st.sampled_from(["201", "208", "213"]), st.integers(0, 99)),
    after=st.dictionaries(st.sampled_from(["201", "208", "213"]), st.integers(0, 99)),
)
def test_changes_sum_to_the_change_of_the_sums(before: dict, after: dict) -> None:
    old = {code: _line(code, str(amount)) for code, amount in before.items()}
    new = [_line(code, str(amount)) for code, amount in after.items()]
    moved = compare(old, new)
    assert sum(one.change.amount for one in moved) == sum(after.values()) - sum(before.values())
    assert {one.code for one in moved} == before.keys() | after.keys()
