"""What a project's file must hold before residents may read it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from disclosures.flow.hindrances import hindrances
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from finance.projects.models import ProgressNote, ProjectFund
from finance.projects.stages import Stage
from tests.cast import Cast
from tests.finance.projects.works import change, drafted, note, picture, public
from tests.finance.resolutions.meetings import published as resolution

LAST = Stage.UPKEEP


def _told(edition: Any, words: str) -> bool:
    return any(words in line for line in hindrances(edition))


@pytest.mark.parametrize("done", [None, *Stage])
def test_a_complete_file_has_nothing_in_its_way(cast: Cast, done: Stage | None) -> None:
    assert hindrances(drafted(cast, done=done)) == []


def test_every_stage_is_told_of(cast: Cast) -> None:
    edition = drafted(cast)
    edition.project_stages.filter(kind=Stage.AUDIT).delete()
    change(edition, Stage.FINAL, planned_on=None)
    lines = hindrances(edition)
    assert [line[:4] for line in lines] == ["“审计”", "“决算”"]


def test_days_follow_the_order_of_the_stages(cast: Cast) -> None:
    edition = drafted(cast, done=LAST)
    change(edition, Stage.ACCEPTANCE, done_on=date(2025, 5, 9))
    [line] = hindrances(edition)
    assert line.startswith("“验收”的实际完成日期 2025-05-09 早于“实施”的 2025-05-10")
    change(edition, Stage.ACCEPTANCE, done_on=None, not_needed=True, reason="随实施一并验收")
    change(edition, Stage.AUDIT, done_on=date(2025, 4, 1))
    assert _told(edition, "“审计”的实际完成日期 2025-04-01 早于“实施”")


def test_upkeep_may_begin_before_the_audit(cast: Cast) -> None:
    edition = drafted(cast, done=LAST)
    change(edition, Stage.UPKEEP, done_on=date(2025, 6, 20))
    assert hindrances(edition) == []


def test_nothing_is_done_tomorrow(cast: Cast) -> None:
    edition = drafted(cast, done=Stage.DECISION)
    change(edition, Stage.DECISION, done_on=date(2199, 1, 1), planned_on=None)
    assert _told(edition, "“决策”的实际完成日期 2199-01-01 在今天之后")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"method": ""}, "请选择招标方式"),
        ({"contractor": "别家公司"}, "不是中标单位“青山水利公司”"),
        ({"contractor": ""}, "请填写施工（供货）单位和合同价"),
        ({"contract": None}, "请填写施工（供货）单位和合同价"),
    ],
)
def test_tender_and_contract_are_complete(cast: Cast, fields: dict[str, Any], told: str) -> None:
    assert _told(drafted(cast, done=Stage.CONTRACT, **fields), told)


def test_a_tender_has_bidders_and_one_winner(cast: Cast) -> None:
    edition = drafted(cast, done=Stage.TENDER)
    edition.bidders.update(won=False)
    assert _told(edition, "勾选中标的一家")
    edition.bidders.all().delete()
    assert _told(edition, "请填写投标单位和各自的报价")
    edition.projectfile.method = "direct"
    edition.projectfile.save()
    assert hindrances(edition) == []


def test_a_contract_has_its_day_and_one_price(cast: Cast) -> None:
    early = drafted(cast, contract=Decimal(9), contractor="青山水利公司")
    assert _told(early, "还要在“合同”一行填写")
    edition = drafted(cast, done=Stage.CONTRACT)
    change(edition, Stage.CONTRACT, amount=Decimal(51_000))
    assert _told(edition, "“合同”一行的金额 51,000.00 元与合同价不一致")


def test_there_are_funds(cast: Cast) -> None:
    edition = drafted(cast)
    edition.project_funds.all().delete()
    assert _told(edition, "没有填写资金来源")
    ProjectFund.objects.create(
        township=cast.town, edition=edition, source="6-village", amount=Decimal(0)
    )
    assert _told(edition, "资金来源合计不大于 0")


def test_a_village_decides_by_a_public_resolution(cast: Cast) -> None:
    edition = drafted(cast, done=Stage.DECISION, village=cast.village)
    assert _told(edition, "村级项目要经村民会议或村民代表会议讨论决定")
    decided = resolution(cast.village, by=cast.officer)
    change(edition, Stage.DECISION, document=decided, done_on=date(2025, 12, 20))
    assert hindrances(edition) == []
    withdraw(decided, by=cast.officer, reason="票数有误，更正后重发。")
    assert _told(edition, "请先公开决议")


def test_an_office_is_no_village(cast: Cast) -> None:
    assert _told(drafted(cast, village=cast.office), "不是村（社区）")


def test_progress_goes_forward_and_ends_at_the_whole(cast: Cast) -> None:
    edition = drafted(cast, done=Stage.WORKS)
    note(edition, 60, date(2025, 4, 20))
    assert _told(edition, "最近一次进度还是 60%")
    late = note(edition, 40, date(2025, 5, 1))
    assert _told(edition, "2025-05-01 的进度 40% 小于 2025-04-20 的 60%")
    late.percent = 100
    late.save()
    assert hindrances(edition) == []
    note(edition, 100, date(2199, 1, 1))
    assert _told(edition, "进展的日期 2199-01-01 在今天之后")


def test_a_revision_keeps_its_pictures(cast: Cast) -> None:
    edition = drafted(cast)
    note(edition, 0, date(2025, 1, 2), picture=picture(edition, cast), moment="1-before")
    revised = revise(public(edition, cast), by=cast.officer)
    copy = ProgressNote.objects.get(edition=revised)
    assert copy.picture is not None
    assert copy.picture.edition == revised
    assert revised.project_stages.count() == len(Stage)
