"""A resolution that isn't one (no quorum, no majority, votes that don't add up) isn't published."""

from datetime import date

import pytest

from tests import factories
from tests.cast import Cast
from tests.finance.resolutions.meetings import MET_ON, drafted, published, step


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, ""),
        ({"called": 36, "present": 24, "in_favour": 22}, ""),
        ({"present": 37, "in_favour": 35}, "多于应到 36 人"),
        ({"in_favour": 30}, "合计 32 票，与实到 33 人不一致"),
        ({"present": 23, "in_favour": 21}, "不够法定人数"),
        ({"in_favour": 16, "against": 16}, "没有超过到会人数的一半"),
        ({"met_on": date(2199, 1, 1)}, "会议日期在今天之后"),
        ({"assembly": "villagers", "present": 18, "in_favour": 16}, ""),
    ],
)
def test_what_is_wrong_with_it_is_said(cast: Cast, fields: dict, told: str) -> None:
    edition = drafted(cast.village, by=cast.officer, **fields)
    found = " ".join(edition.part.hindrances())
    assert (told in found) if told else found == ""


def test_the_steps_follow_one_another_and_the_decision_is_the_meeting(cast: Cast) -> None:
    edition = drafted(cast.village, by=cast.officer)
    step(edition, "1-proposed", date(2025, 12, 10))
    step(edition, "2-consulted", date(2025, 12, 8))
    step(edition, "4-decided", date(2025, 12, 21))
    found = list(edition.part.hindrances())
    assert any("早于“村党组织提议”（2025-12-10）" in line for line in found)
    assert f"“村民代表会议决议”的日期应是会议日期 {MET_ON}。" in found


def test_residents_read_who_came_and_how_they_voted(cast: Cast, client: object) -> None:
    item = published(cast.village, by=cast.officer, amount=86000)
    page = client.get(item.get_absolute_url()).content.decode()
    for told in ("应到 36 人", "31", "反对 1 票", "86,000.00"):
        assert told in page
    listed = client.get("/finance/resolutions/?village=qinghe")
    assert item.live.title in listed.content.decode()
    rows = client.get("/finance/resolutions/?format=csv").getvalue().decode("utf-8-sig")
    assert "86000.00" in rows


def test_a_revision_takes_the_meeting_over(cast: Cast) -> None:
    edition = drafted(cast.village, by=cast.officer)
    step(edition, "4-decided", MET_ON)
    copy = edition.part.copy_to(factories.draft(cast.town, by=cast.officer, shape="resolution"))
    assert copy.in_favour == 31
    assert [one.on for one in copy.edition.resolution_steps.all()] == [MET_ON]
