"""What a guide must say before it may go on."""

from decimal import Decimal
from typing import Any

import pytest

from disclosures.flow.advance import submit
from disclosures.flow.hindrances import hindrances, privacy_of
from disclosures.flow.refusal import CannotMove
from tests.cast import Cast
from tests.disclosures.guides.guides import drafted, through


def told(cast: Cast, **fields: Any) -> list[str]:
    return hindrances(drafted(cast.town, by=cast.clerk, **fields))


def test_a_complete_guide_goes_its_way_to_the_public(cast: Cast) -> None:
    assert through(drafted(cast.town, by=cast.clerk), cast).index_number


@pytest.mark.parametrize(
    ("taken_away", "sentence"),
    [
        ({"who": " "}, "没有写谁可以办"),
        ({"conditions": ""}, "没有写办理条件"),
        ({"basis": ""}, "没有写办理依据"),
        ({"complaint_phone": ""}, "没有写监督电话"),
        ({"charge": ""}, "没有写收不收费"),
        ({"materials": ()}, "没有列出申请材料"),
        ({"steps": ()}, "没有写办理步骤"),
        ({"promised_amount": None}, "没有写承诺时限"),
        ({"title": "办事指南"}, "标题里没有事项的名称"),
    ],
)
def test_what_is_missing_is_named_with_the_cure(
    cast: Cast, taken_away: dict[str, Any], sentence: str
) -> None:
    (only,) = told(cast, **taken_away)
    assert only.startswith(sentence)
    assert "请" in only


def test_a_promise_may_not_exceed_the_law(cast: Cast) -> None:
    (only,) = told(cast, legal_amount=20, promised_amount=21)
    assert only == "承诺时限（21 个工作日）超过法定时限（20 个工作日），请核对后改短承诺时限。"
    assert told(cast, legal_amount=None, promised_amount=60) == []
    assert told(cast, legal_amount=1, promised_amount=None, promised_unit="at_once") == []


def test_a_fee_needs_its_amount_and_its_basis(cast: Cast) -> None:
    assert len(told(cast, charge="paid")) == 2
    assert told(cast, charge="paid", fee=Decimal(10), fee_basis="省价目录") == []
    (only,) = told(cast, fee=Decimal(10))
    assert "没有选“收费”" in only


def test_an_empty_place_is_that_of_the_service_centre(cast: Cast) -> None:
    empty = {"window": "", "address": "", "hours": "", "phone": ""}
    cast.town.phone = ""
    cast.town.save()
    missing = told(cast, **empty)
    assert [sentence[:5] for sentence in missing] == ["没有地址，", "没有办理时", "没有咨询电"]
    cast.office.name, cast.office.address = "阳光镇便民服务中心", "迎春路22号"
    cast.office.office_hours = "工作日 8:30—17:30"
    cast.office.save()
    guide = drafted(cast.town, by=cast.clerk, **empty)
    assert hindrances(guide) == []
    assert guide.part.place.window == "阳光镇便民服务中心"
    assert guide.part.place.phone == cast.office.phone


def test_it_cannot_be_submitted_while_something_is_missing(cast: Cast) -> None:
    with pytest.raises(CannotMove, match="没有列出申请材料"):
        submit(drafted(cast.town, by=cast.clerk, materials=()), by=cast.clerk)


@pytest.mark.parametrize(
    "where",
    [
        {"phone": "13905512345"},
        {"reminder": "找张三 13905512345"},
        {"materials": ({"name": "身份证", "note": "打 13905512345"},)},
        {"steps": ({"name": "受理", "what": "打 13905512345"},)},
    ],
)
def test_a_mobile_number_is_found_in_every_corner(cast: Cast, where: dict[str, Any]) -> None:
    findings = privacy_of(drafted(cast.town, by=cast.clerk, **where)).findings
    assert [one["kind"] for one in findings] == ["phone"]
