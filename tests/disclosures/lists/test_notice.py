"""The notice of a list: when it runs, what it shows, what remains."""

from datetime import date

import pytest

from disclosures.flow.advance import approve, clear, submit
from disclosures.flow.refusal import CannotMove
from disclosures.flow.revise import revise
from disclosures.flow.write import copy_as_draft, save_draft
from disclosures.items.digest import digest_of
from disclosures.items.models import Edition
from disclosures.lists.erase import erase_names
from disclosures.lists.models import ListRow
from disclosures.lists.public import names_of
from disclosures.lists.redate import redate_notices
from disclosures.lists.save_list import save_list
from portal.core import clock
from portal.core.trail.models import TrailEntry
from portal.core.workdays.load import current_calendar
from portal.core.workdays.models import HolidayNotice
from tests.cast import Cast
from tests.disclosures.lists.rolls import (
    ENDS,
    NAMES,
    ROWS,
    TOTAL,
    draft,
    published,
    read,
    roll,
    row,
)
from tests.factories import moment


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> object:
    def set_now(text: str) -> None:
        now = moment(text)
        monkeypatch.setattr(clock, "now", lambda: now)
        monkeypatch.setattr(clock, "today", lambda: now.date())

    set_now("2026-09-23 10:00")
    return set_now


def _revised(cast: Cast, disclosure: object) -> Edition:
    edition = revise(disclosure, by=cast.clerk)
    edition.change_note = "补充公示结果"
    save_draft(edition, by=cast.clerk)
    return edition


def _publish(cast: Cast, edition: Edition) -> None:
    submit(edition, by=cast.clerk)
    approve(edition, by=cast.reviewer)
    clear(edition, by=cast.keeper)


def test_it_ends_with_the_last_working_day_over_national_day(cast: Cast) -> None:
    notice = published(cast).live.part
    assert (notice.notice_starts_on, notice.notice_ends_on) == (date(2026, 9, 22), ENDS)


@pytest.mark.parametrize(
    ("at", "count"),
    [
        ("2026-09-21 23:59:59", 0),
        ("2026-09-22 00:00:00", 3),
        ("2026-10-09 23:59:59", 3),
        ("2026-10-10 00:00:00", 0),
    ],
)
def test_names_are_shown_from_the_first_to_the_end_of_the_last_day(
    cast: Cast, at: str, count: int
) -> None:
    notice = published(cast).live.part
    assert names_of(notice, moment(at)).count() == count


def test_totals_by_village_are_kept(cast: Cast) -> None:
    [total] = published(cast).live.part.totals
    assert total.told == "3 户，30.00 亩，3,225.00 元"


def test_what_is_said_of_a_list_names_nobody(cast: Cast) -> None:
    told = published(cast).live.part.words()
    assert "3 户" in told
    assert not any(name in told for name in NAMES)


def test_a_list_that_is_announced_for_later_waits(cast: Cast) -> None:
    edition = draft(cast)
    part = edition.part
    part.starts_on = date(2026, 9, 28)
    part.save()
    save_list(edition, read(cast, roll(*ROWS)), by=cast.officer)
    part.made_public(moment("2026-09-22 09:00"))
    assert part.notice_starts_on == date(2026, 9, 28)
    assert names_of(part, moment("2026-09-27 12:00")).count() == 0


def test_a_revision_keeps_the_days_and_the_names(cast: Cast, on: object) -> None:
    disclosure = published(cast)
    _publish(cast, _revised(cast, disclosure))
    disclosure.refresh_from_db()
    part = disclosure.live.part
    assert (part.notice_starts_on, part.notice_ends_on) == (date(2026, 9, 22), ENDS)
    assert names_of(part, clock.now()).count() == 3
    assert ListRow.objects.count() == 3


def test_a_revision_after_the_end_has_no_names(cast: Cast, on: object) -> None:
    disclosure = published(cast)
    on("2026-10-12 10:00")  # type: ignore[operator]
    edition = _revised(cast, disclosure)
    assert edition.list_rows.count() == 0
    assert [total.told for total in edition.part.totals] == ["3 户，30.00 亩，3,225.00 元"]


def test_a_copy_for_the_next_period_begins_empty(cast: Cast, on: object) -> None:
    edition = copy_as_draft(published(cast), by=cast.officer)
    assert (edition.part.totals, edition.list_rows.count()) == ([], 0)
    assert edition.part.kind.slug == "farmland-notice"
    assert edition.part.notice_starts_on is None


def test_an_empty_list_cannot_go_on(cast: Cast) -> None:
    with pytest.raises(CannotMove, match="请先导入名单"):
        submit(draft(cast), by=cast.officer)


def test_a_submitted_list_is_not_replaced(cast: Cast) -> None:
    edition = draft(cast)
    save_list(edition, read(cast, roll(*ROWS)), by=cast.officer)
    submit(edition, by=cast.officer)
    with pytest.raises(CannotMove, match="已提交"):
        save_list(edition, read(cast, roll(*ROWS)), by=cast.officer)


def test_a_list_with_problems_is_not_kept(cast: Cast) -> None:
    edition = draft(cast)
    with pytest.raises(CannotMove, match="一行也没有导入"):
        save_list(edition, read(cast, roll(row(1, "", **{"补贴金额（元）": 1}))), by=cast.officer)
    assert not ListRow.objects.exists()


def test_a_new_import_replaces_the_old_rows(cast: Cast) -> None:
    edition = draft(cast)
    save_list(edition, read(cast, roll(*ROWS, TOTAL)), by=cast.officer)
    save_list(edition, read(cast, roll(ROWS[0])), by=cast.officer)
    assert edition.list_rows.count() == 1
    assert edition.part.sum["households"] == 1


def test_names_are_erased_after_their_time_and_totals_stay(cast: Cast) -> None:
    disclosure = published(cast)
    digest = digest_of(disclosure.live)
    assert erase_names(moment("2027-04-07 03:00")) == 0
    assert erase_names(moment("2027-04-08 03:00")) == 1
    assert erase_names(moment("2027-04-09 03:00")) == 0
    assert not ListRow.objects.exists()
    disclosure.live.refresh_from_db()
    assert disclosure.live.part.sum["households"] == 3
    assert digest_of(disclosure.live) == digest
    assert TrailEntry.objects.filter(act="删除名单姓名").count() == 1


def test_the_trail_names_nobody(cast: Cast) -> None:
    published(cast)
    told = str(list(TrailEntry.objects.values()))
    assert not any(name in told for name in NAMES)


def test_a_calendar_that_changes_moves_a_running_notice(cast: Cast, on: object) -> None:
    part = published(cast).live.part
    HolidayNotice.objects.filter(year=2026).delete()
    [moved] = redate_notices(current_calendar(), by=None)
    assert moved.pk == part.pk
    assert moved.notice_ends_on != ENDS
    assert TrailEntry.objects.filter(act="公示期调整").count() == 1


def test_a_notice_that_is_over_stays_over(cast: Cast, on: object) -> None:
    published(cast)
    on("2026-10-12 10:00")  # type: ignore[operator]
    HolidayNotice.objects.filter(year=2026).delete()
    assert redate_notices(current_calendar(), by=None) == []
