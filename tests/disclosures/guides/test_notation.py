"""What clerks write into the cells of a sheet of guides."""

from decimal import Decimal

import pytest

from disclosures.guides.notation import as_fee, as_limit, as_materials, as_steps
from portal.core.workdays.limits import Limit, Unit
from portal.spreadsheets.rows import BadCell


def test_a_paper_with_its_parts_in_any_order() -> None:
    line = "委托书｜1份｜原件｜备注：手写即可｜来源：窗口填写｜仅限：请人代办的｜表格：委托书.docx"
    (row,) = as_materials(line)
    assert row.fields == {
        "position": 10,
        "name": "委托书",
        "copies": 1,
        "kind": "original",
        "note": "手写即可",
        "source": "窗口填写",
        "only_when": "请人代办的",
    }
    assert row.form == "委托书.docx"


def test_a_line_is_a_paper_and_plain_bars_do_as_well() -> None:
    rows = as_materials("身份证|原件|1份\n\n户口簿 | 复印件 | 3 份\n证件照｜电子件")
    assert [row.fields["name"] for row in rows] == ["身份证", "户口簿", "证件照"]
    assert [row.fields.get("copies") for row in rows] == [1, 3, None]
    assert [row.fields["position"] for row in rows] == [10, 20, 30]


def test_a_part_that_means_nothing_is_named_with_the_cure() -> None:
    with pytest.raises(BadCell, match="“身份证”这一行的“正本”看不懂.*“来源：”"):
        as_materials("户口簿｜原件\n身份证｜正本")


def test_a_step_with_who_when_and_what() -> None:
    (row,) = as_steps("窗口受理｜看材料齐不齐，缺的一次告诉｜由：3号窗口｜当场｜备注：可预约")
    assert row.fields == {
        "position": 10,
        "name": "窗口受理",
        "what": "看材料齐不齐，缺的一次告诉",
        "by_whom": "3号窗口",
        "days": "当场",
        "note": "可预约",
    }


@pytest.mark.parametrize("time", ["当场", "5个工作日", "7日", "24小时内", "15日内告知"])
def test_the_time_of_a_step(time: str) -> None:
    assert as_steps(f"审核｜{time}")[0].fields["days"] == time


def test_two_sentences_in_one_step_are_refused() -> None:
    with pytest.raises(BadCell, match="做什么只写一格"):
        as_steps("审核｜看材料｜打电话")


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("5个工作日", Limit(5, Unit.WORKING_DAYS)),
        ("20工作日", Limit(20, Unit.WORKING_DAYS)),
        ("30日", Limit(30, Unit.CALENDAR_DAYS)),
        ("7天内", Limit(7, Unit.CALENDAR_DAYS)),
        ("当场办结", Limit(0, Unit.AT_ONCE)),
        ("无", None),
    ],
)
def test_a_limit_in_a_cell(text: str, limit: Limit | None) -> None:
    assert as_limit(text) == limit


@pytest.mark.parametrize("text", ["尽快", "0日", "5", "三天", "5个工作日左右"])
def test_a_limit_that_cannot_be_counted_is_refused(text: str) -> None:
    with pytest.raises(BadCell, match="请写成“5个工作日”"):
        as_limit(text)


def test_a_fee() -> None:
    assert as_fee("不收费") == {"charge": "free"}
    assert as_fee("300元/穴（10年）") == {
        "charge": "paid",
        "fee": Decimal("300.00"),
        "fee_per": "穴（10年）",
    }
    assert as_fee("12.50 元每证") == {"charge": "paid", "fee": Decimal("12.50"), "fee_per": "证"}
    assert as_fee("10元")["fee_per"] == ""


@pytest.mark.parametrize("text", ["按规定", "十元", "收费"])
def test_a_fee_without_an_amount_is_refused(text: str) -> None:
    with pytest.raises(BadCell, match="请写“不收费”"):
        as_fee(text)
