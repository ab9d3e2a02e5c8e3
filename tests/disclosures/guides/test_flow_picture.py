"""The drawing of the steps."""

from dataclasses import dataclass
from itertools import pairwise

import pytest

from disclosures.guides.flow_picture import DETAIL_SIZE, NAME_SIZE, NARROW, WIDE, across, down


@dataclass
class Step:
    name: str
    by_whom: str = ""
    days: str = ""


LONG = Step(
    "向村民小组书面提出申请并公示", "农业农村办公室、自然资源和规划所、村镇建设办公室", "12个工作日"
)


def steps(count: int) -> list[Step]:
    return [Step(f"第{number}件事", "民政办公室", "5个工作日") for number in range(1, count + 1)]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 9])
def test_every_step_has_a_box_inside_the_drawing_and_an_arrow_to_the_next(count: int) -> None:
    for picture, most in ((across(steps(count)), WIDE), (down(steps(count)), NARROW)):
        assert len(picture.boxes) == count
        assert len(picture.arrows) == count - 1
        assert picture.width <= most
        assert all(box.x + box.width <= picture.width for box in picture.boxes)
        assert all(box.y + box.height <= picture.height for box in picture.boxes)


def test_at_most_four_stand_in_a_row_and_rows_do_not_touch() -> None:
    boxes = across([*steps(5), LONG, *steps(3)]).boxes
    rows: dict[int, list] = {}
    for box in boxes:
        rows.setdefault(box.y, []).append(box)
    assert [len(row) for row in rows.values()] == [4, 4, 1]
    for upper, lower in pairwise(rows.values()):
        assert max(box.y + box.height for box in upper) < lower[0].y


def test_boxes_below_each_other_do_not_touch() -> None:
    for one, other in pairwise(down([LONG, *steps(4)]).boxes):
        assert one.y + one.height < other.y


def test_words_stay_inside_their_box() -> None:
    for picture in (across([LONG] * 5), down([LONG])):
        for box in picture.boxes:
            for line in box.lines:
                wide = len(line.text) * (DETAIL_SIZE if line.detail else NAME_SIZE)
                assert line.x + wide <= box.x + box.width + DETAIL_SIZE
                assert box.y < line.y < box.y + box.height


def test_no_word_is_lost_and_no_line_begins_with_a_comma() -> None:
    (box,) = down([LONG]).boxes
    assert "".join(line.text for line in box.lines) == LONG.name + LONG.by_whom + LONG.days
    assert not any(line.text.startswith(("、", "，", "。")) for line in box.lines)


def test_those_who_hear_the_page_hear_the_steps() -> None:
    told = across([Step("申请", "本人", "当场"), Step("发放")]).told
    assert told == "办理流程图，共 2 步：第1步申请，本人，当场；第2步发放。"
