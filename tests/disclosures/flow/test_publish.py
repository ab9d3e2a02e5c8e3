"""Publication: index numbers, dates, schedule, expiry; and what happens afterwards."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from disclosures.flow.advance import approve, clear, submit
from disclosures.flow.publish import EXPIRED, publish_due
from disclosures.flow.refusal import CannotMove
from disclosures.flow.repeal import repeal
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from disclosures.flow.write import copy_as_draft, discard, save_draft
from disclosures.items.models import Disclosure, Edition
from disclosures.items.states import State
from portal.core.trail.models import TrailEntry
from tests import factories
from tests.cast import Cast
from tests.factories import moment

MARCH = moment("2026-03-10 10:00")
APRIL = moment("2026-04-01 10:00")


def scheduled(cast: Cast, **fields: object) -> Edition:
    draft = factories.draft(cast.town, by=cast.clerk, **fields)
    approve(submit(draft, by=cast.clerk), by=cast.reviewer)
    return clear(draft, by=cast.keeper, at=MARCH)


def revised(disclosure: Disclosure, cast: Cast, **fields: object) -> Edition:
    edition = revise(disclosure, by=cast.clerk)
    for name, value in ({"change_note": "更正补贴标准"} | fields).items():
        setattr(edition, name, value)
    save_draft(edition, by=cast.clerk)
    approve(submit(edition, by=cast.clerk), by=cast.reviewer)
    return clear(edition, by=cast.keeper, at=APRIL)


def test_index_numbers_follow_the_pattern_month_by_month(cast: Cast) -> None:
    for at in ("2026-03-02 09:00", "2026-03-31 09:00", "2026-04-01 09:00"):
        factories.published(cast.town, by=cast.officer, at=moment(at))
    code = cast.town.credit_code
    assert list(Disclosure.objects.order_by("pk").values_list("index_number", flat=True)) == [
        f"{code}/202603-00001",
        f"{code}/202603-00002",
        f"{code}/202604-00001",
    ]


def test_the_month_of_the_index_number_is_shanghais(cast: Cast) -> None:
    late_in_march_utc = moment("2026-04-01 00:30")
    item = factories.published(cast.town, by=cast.officer, at=late_in_march_utc)
    assert "/202604-" in item.index_number


def test_the_job_publishes_what_is_due_and_nothing_twice(cast: Cast) -> None:
    scheduled(cast, go_live_at=moment("2026-03-20 08:00"))
    assert publish_due(moment("2026-03-20 07:59")).published == []
    assert len(publish_due(moment("2026-03-20 08:00")).published) == 1
    assert publish_due(moment("2026-03-20 08:01")).published == []


def test_an_item_leaves_at_its_time_without_waiting_for_the_job(cast: Cast) -> None:
    scheduled(cast, down_at=moment("2026-03-17 00:00"))
    before, after = moment("2026-03-16 23:59"), moment("2026-03-17 00:00")
    assert Disclosure.objects.public(cast.town, before).count() == 1
    assert Disclosure.objects.public(cast.town, after).count() == 0
    assert Disclosure.objects.gone(cast.town, after).count() == 1


def test_the_job_records_what_it_takes_down(cast: Cast) -> None:
    edition = scheduled(cast, down_at=moment("2026-03-17 00:00"))
    publish_due(moment("2026-03-17 00:05"))
    publish_due(moment("2026-03-17 00:10"))
    edition.disclosure.refresh_from_db()
    assert edition.disclosure.withdrawal_reason == EXPIRED
    assert TrailEntry.objects.filter(act="到期撤下").count() == 1


def test_a_revision_replaces_the_text_and_keeps_the_old_one(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer, issuer=cast.office)
    revised(item, cast, title="新标题")
    item.refresh_from_db()
    assert item.live.title == "新标题"
    past = Edition.objects.past(item)
    assert [(edition.number, edition.state) for edition in past] == [
        (2, State.PUBLISHED),
        (1, State.SUPERSEDED),
    ]


def test_the_public_text_stands_while_a_revision_is_written(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer, title="旧标题")
    edition = revise(item, by=cast.officer)
    edition.title = "新标题"
    save_draft(edition, by=cast.officer)
    assert Disclosure.objects.public(cast.town, APRIL).get().live.title == "旧标题"


def test_a_revision_without_a_note_is_refused(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer)
    with pytest.raises(CannotMove, match="修改说明"):
        submit(revise(item, by=cast.clerk), by=cast.clerk)


def test_only_one_revision_is_open_at_a_time(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer)
    revise(item, by=cast.officer)
    with pytest.raises(CannotMove, match="正在办理的修订稿"):
        revise(item, by=cast.officer)


def test_mending_a_typing_error_does_not_move_the_date(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer, at=MARCH)
    revised(item, cast, substantial=False)
    item.refresh_from_db()
    assert item.published_at == MARCH


def test_the_index_number_survives_revision(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer)
    revised(item, cast)
    assert Disclosure.objects.get().index_number == item.index_number


def test_a_public_edition_cannot_be_changed(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer)
    item.live.title = "悄悄改掉"
    with pytest.raises(CannotMove, match="不能再改"):
        save_draft(item.live, by=cast.officer)


def test_withdrawing_says_why_and_hides_the_item(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer)
    withdraw(item, by=cast.officer, reason="含个人信息", at=APRIL)
    assert not Disclosure.objects.public(cast.town, APRIL).exists()
    assert Disclosure.objects.gone(cast.town, APRIL).get().withdrawal_reason == "含个人信息"


def test_withdrawing_without_a_reason_is_refused(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer)
    with pytest.raises(CannotMove, match="撤下的原因"):
        withdraw(item, by=cast.officer, reason="")


def test_a_clerk_cannot_withdraw(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer)
    with pytest.raises(PermissionDenied):
        withdraw(item, by=cast.clerk, reason="不想要了")


def test_a_withdrawn_item_cannot_come_back_by_a_revision_under_way(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer)
    edition = revise(item, by=cast.clerk)
    edition.change_note = "更正"
    save_draft(edition, by=cast.clerk)
    approve(submit(edition, by=cast.clerk), by=cast.reviewer)
    withdraw(item, by=cast.officer, reason="含个人信息")
    with pytest.raises(CannotMove, match="已撤下"):
        clear(edition, by=cast.keeper)


def test_a_repealed_item_stays_readable_and_says_so(cast: Cast) -> None:
    old, new = (factories.published(cast.town, by=cast.officer) for _ in range(2))
    repeal(old, by=cast.officer, on=date(2026, 4, 1), reason="已出新办法", replaced_by=new)
    item = Disclosure.objects.public(cast.town, APRIL).get(pk=old.pk)
    assert (item.validity, item.replaced_by) == ("废止", new)


def test_last_years_item_can_be_copied_into_a_draft(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer, document_number="青政〔2026〕1号")
    copy = copy_as_draft(item, by=cast.clerk)
    assert (copy.title, copy.document_number, copy.first) == (item.live.title, "", True)


def test_a_discarded_draft_leaves_its_trail_only(cast: Cast) -> None:
    discard(factories.draft(cast.town, by=cast.clerk, title="写错了"), by=cast.clerk)
    assert not Disclosure.objects.exists()
    assert TrailEntry.objects.get(act="作废稿件").subject_name == "写错了"
