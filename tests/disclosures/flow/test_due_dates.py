"""Due days of drafts: counted from the day of forming, moved when the calendar changes."""

from datetime import date

from django.test import Client

from disclosures.flow.redate import redate_open_editions
from disclosures.flow.revise import revise
from disclosures.flow.write import save_draft
from disclosures.items.models import Edition
from portal.core.trail.record import history
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.limits import Unit
from portal.core.workdays.load import current_calendar
from tests import factories
from tests.cast import Cast


def test_a_draft_is_due_after_twenty_working_days(cast: Cast) -> None:
    draft = factories.draft(cast.town, by=cast.clerk, formed_on=date(2026, 9, 24))
    assert draft.due_on == date(2026, 10, 29)


def test_an_entry_can_have_its_own_limit(cast: Cast) -> None:
    entry = factories.entry(cast.town, limit_amount=20, limit_unit=Unit.CALENDAR_DAYS.value)
    draft = factories.draft(cast.town, by=cast.clerk, entry=entry, formed_on=date(2026, 3, 2))
    assert draft.due_on == date(2026, 3, 23)


def test_a_warning_is_due_at_once(cast: Cast) -> None:
    entry = factories.entry(cast.town, limit_amount=0, limit_unit=Unit.AT_ONCE.value)
    draft = factories.draft(cast.town, by=cast.clerk, entry=entry, formed_on=date(2026, 3, 2))
    assert draft.due_on == date(2026, 3, 2)


def test_changing_the_day_of_forming_moves_the_due_day(cast: Cast) -> None:
    draft = factories.draft(cast.town, by=cast.clerk, formed_on=date(2026, 3, 2))
    draft.formed_on = date(2026, 9, 24)
    assert save_draft(draft, by=cast.clerk).due_on == date(2026, 10, 29)


def test_a_year_without_notice_gives_a_provisional_day(cast: Cast) -> None:
    draft = factories.draft(cast.town, by=cast.clerk, formed_on=date(2026, 12, 4))
    assert draft.due_provisional


def test_a_changed_calendar_moves_open_drafts_and_records_it(cast: Cast) -> None:
    draft = factories.draft(cast.town, by=cast.clerk, formed_on=date(2026, 3, 2))
    known = current_calendar()
    longer = dict(known.days_off) | {date(2026, 3, 11): "临时放假"}
    moved = redate_open_editions(
        WorkCalendar(known.years, longer, known.makeup_days), by=cast.administrator
    )
    assert [(m.old, m.new) for m in moved] == [(date(2026, 3, 30), date(2026, 3, 31))]
    assert history(draft).filter(act="期限调整").count() == 1


def test_what_is_public_keeps_the_day_it_was_measured_against(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer, formed_on=date(2026, 3, 2))
    assert redate_open_editions(WorkCalendar(), by=None) == []
    assert Edition.objects.get(disclosure=item).due_on == date(2026, 3, 30)


def test_a_revision_is_due_from_the_day_of_the_change(cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer, formed_on=date(2026, 3, 2))
    edition = revise(item, by=cast.officer)
    assert edition.formed_on == date(2026, 3, 2)
    edition.changed_on = date(2026, 9, 24)
    assert save_draft(edition, by=cast.officer).due_on == date(2026, 10, 29)


def test_a_draft_leads_to_the_count_day_by_day(cast: Cast, client: Client) -> None:
    draft = factories.draft(cast.town, by=cast.clerk, formed_on=date(2026, 9, 24))
    client.force_login(cast.clerk)
    page = client.get(f"/admin/disclosures/edition/{draft.pk}/change/").content.decode()
    address = "/deadline/?received=2026-09-24&amp;days=20&amp;unit=working"
    assert address in page
    assert "2026年10月29日" in client.get(address.replace("&amp;", "&")).content.decode()


def test_a_published_item_leads_there_too(cast: Cast, client: Client) -> None:
    item = factories.published(cast.town, by=cast.officer, formed_on=date(2026, 3, 2))
    page = client.get(item.get_absolute_url()).content.decode()
    assert "/deadline/?received=2026-03-02&amp;days=20&amp;unit=working" in page
