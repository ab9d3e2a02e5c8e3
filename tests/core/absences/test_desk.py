"""Entering absences: one's own, or everybody's; what is refused."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from portal.core.absences.models import Absence
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.trail.record import history
from tests import factories
from tests.cast import Cast

LIST = "/admin/core/absence/"
ADD = f"{LIST}add/"


def entry(staff: Staff, **changed: object) -> dict[str, object]:
    given = {"staff": staff.pk, "first_day": "2026-09-24", "last_day": "2026-09-28"}
    return given | {"stand_in": "", "remark": ""} | changed


def kept(cast: Cast, staff: Staff, **fields: object) -> Absence:
    days = {"first_day": date(2026, 9, 24), "last_day": date(2026, 9, 28)}
    return Absence.objects.create(township=cast.town, staff=staff, **days | fields)


@pytest.mark.parametrize("role", list(Role))
def test_everybody_enters_their_own(cast: Cast, client: Client, role: Role) -> None:
    person = factories.staff(cast.office, role)
    client.force_login(person)
    client.post(ADD, entry(person, stand_in=cast.officer.pk))
    found = Absence.objects.get()
    assert (found.staff, found.stand_in, found.township) == (person, cast.officer, cast.town)
    assert [line.act for line in history(found)] == ["新建"]


@pytest.mark.parametrize("role", list(Role))
def test_only_officers_and_administrators_enter_others(
    cast: Cast, client: Client, role: Role
) -> None:
    client.force_login(factories.staff(cast.office, role))
    client.post(ADD, entry(cast.clerk))
    may = role in (Role.OFFICER, Role.ADMINISTRATOR)
    assert Absence.objects.filter(staff=cast.clerk).exists() == may


def test_one_s_own_may_be_changed_and_taken_back(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    absence = kept(cast, cast.clerk)
    client.post(f"{LIST}{absence.pk}/change/", entry(cast.clerk, last_day="2026-09-25"))
    absence.refresh_from_db()
    assert absence.last_day == date(2026, 9, 25)
    client.post(f"{LIST}{absence.pk}/delete/", {"post": "yes"})
    assert not Absence.objects.exists()


def test_a_colleague_s_is_seen_by_who_stands_in_and_changed_by_nobody_else(
    cast: Cast, client: Client
) -> None:
    absence = kept(cast, cast.clerk, stand_in=cast.reviewer)
    page = f"{LIST}{absence.pk}/change/"
    client.force_login(cast.reviewer)
    assert client.get(page).status_code == 200
    assert client.post(page, entry(cast.clerk)).status_code == 403
    assert client.post(f"{LIST}{absence.pk}/delete/", {"post": "yes"}).status_code == 403
    client.force_login(cast.accountant)
    assert client.get(page).status_code == 302
    assert "张录入" not in client.get(LIST).content.decode()


def test_the_head_sees_all_and_changes_none(cast: Cast, client: Client) -> None:
    absence = kept(cast, cast.clerk)
    client.force_login(factories.staff(cast.office, Role.HEAD))
    assert "张录入" in client.get(LIST).content.decode()
    page = f"{LIST}{absence.pk}/change/"
    assert client.post(page, entry(cast.clerk, last_day="2026-09-29")).status_code == 403


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"last_day": "2026-09-23"}, "早于开始"),
        ({"first_day": "2026-09-20", "last_day": "2026-09-21"}, "重叠"),
        ({"first_day": "", "last_day": "2026-09-21"}, "必填"),
    ],
)
def test_refusals(cast: Cast, client: Client, changed: dict[str, object], told: str) -> None:
    kept(cast, cast.clerk, first_day=date(2026, 9, 21), last_day=date(2026, 9, 22))
    client.force_login(cast.clerk)
    page = client.post(ADD, entry(cast.clerk, **changed)).content.decode()
    assert told in page
    assert Absence.objects.count() == 1


def test_nobody_stands_in_for_oneself(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    page = client.post(ADD, entry(cast.clerk, stand_in=cast.clerk.pk)).content.decode()
    assert "不能由自己接手" in page
    with pytest.raises(IntegrityError), transaction.atomic():
        kept(cast, cast.clerk, stand_in=cast.clerk)


def test_who_left_or_is_of_another_township_stands_in_for_nobody(
    cast: Cast, client: Client
) -> None:
    gone = factories.staff(cast.office, Role.CLERK, is_active=False)
    stranger = factories.staff(factories.organisation(factories.township()), Role.CLERK)
    cast.town.host = "testserver"
    cast.town.save()
    client.force_login(cast.clerk)
    for person in (gone, stranger):
        client.post(ADD, entry(cast.clerk, stand_in=person.pk))
        assert not Absence.objects.exists()
    days = {"first_day": date(2026, 9, 24), "last_day": date(2026, 9, 24)}
    with pytest.raises(ValidationError, match="已停用"):
        Absence(township=cast.town, staff=cast.clerk, stand_in=gone, **days).full_clean()
    with pytest.raises(ValidationError, match="本镇"):
        kept(cast, cast.clerk, stand_in=stranger)


def test_an_entry_is_no_overlap_with_itself_or_with_a_colleague(cast: Cast) -> None:
    absence = kept(cast, cast.clerk)
    absence.full_clean()
    kept(cast, cast.reviewer).full_clean()
