"""Personal data in words or files blocks publication until masked or explained."""

import pytest

from disclosures.flow.advance import approve, clear, submit
from disclosures.flow.attach import attach
from disclosures.flow.hindrances import privacy_of
from disclosures.flow.refusal import CannotMove
from disclosures.flow.write import save_draft
from disclosures.items.models import Edition
from disclosures.items.states import State
from portal.core.trail.record import history
from tests import factories
from tests.cast import Cast
from tests.factories import moment

NOW = moment("2026-03-05 15:00")
PHONE = "<p>请联系张三，手机 139<b>0551</b>2345。</p>"


def reviewed(cast: Cast, **fields: object) -> Edition:
    draft = factories.draft(cast.town, by=cast.clerk, **fields)
    return approve(submit(draft, by=cast.clerk), by=cast.reviewer)


def test_a_phone_number_in_the_body_blocks_publication(cast: Cast) -> None:
    with pytest.raises(CannotMove, match="正文发现手机号 1 处"):
        clear(reviewed(cast, body=PHONE), by=cast.keeper, at=NOW)


def test_the_reviewer_may_keep_it_with_a_reason(cast: Cast) -> None:
    edition = reviewed(cast, body=PHONE)
    edition = clear(edition, by=cast.keeper, override_reason="公布的监督手机", at=NOW)
    assert edition.state == State.PUBLISHED
    step = history(edition).get(act="保密审查通过")
    assert step.detail["override_reason"] == "公布的监督手机"


def test_a_number_in_an_attachment_blocks_publication(cast: Cast) -> None:
    draft = factories.draft(cast.town, by=cast.clerk)
    attach(draft, "姓名,电话\r\n张三,13905512345\r\n".encode(), "名单.csv", by=cast.clerk)
    edition = approve(submit(draft, by=cast.clerk), by=cast.reviewer)
    with pytest.raises(CannotMove, match="附件《名单.csv》.*手机号"):
        clear(edition, by=cast.keeper, at=NOW)


def test_a_number_in_the_title_is_found_too(cast: Cast) -> None:
    draft = factories.draft(cast.town, by=cast.clerk, title="关于13905512345的通知")
    assert [item["where"] for item in privacy_of(draft).findings] == ["标题"]


def test_changing_the_text_voids_the_reason_given(cast: Cast) -> None:
    draft = factories.draft(cast.town, by=cast.clerk, override_reason="旧理由")
    assert save_draft(draft, by=cast.clerk).override_reason == ""
