"""People, their roles and passwords; and what the trail says of every change."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.test import Client

from disclosures.items.templates import ItemTemplate
from portal.core.desk.checks import admin_is_kept_to_its_township
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.trail.models import TrailEntry
from portal.core.trail.record import history
from tests import factories
from tests.cast import Cast

STAFF = "/admin/core/staff/"


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    client.force_login(cast.administrator)
    return client


def group(role: Role) -> int:
    return Group.objects.get(name=role.label).pk


def entry_of(person: Staff, **changes: object) -> dict[str, object]:
    return {
        "username": person.username,
        "name": person.name,
        "organisation": person.organisation_id,
        "groups": [one.pk for one in person.groups.all()],
        "is_active": "on",
    } | changes


def test_a_new_person_gets_a_password_shown_once(desk: Client, cast: Cast) -> None:
    given = {"username": "xin", "name": "辛辛", "organisation": cast.office.pk}
    given |= {"groups": [group(Role.CLERK)], "is_active": "on"}
    page = desk.post(f"{STAFF}add/", given, follow=True).content.decode()
    person = Staff.objects.get(username="xin")
    shown = page.split("的一次性密码：")[1].split("\u3000")[0]
    assert person.check_password(shown)
    assert person.must_change_password
    assert (person.township, person.is_staff, person.is_superuser) == (cast.town, True, False)
    assert shown not in desk.get(STAFF).content.decode()


def test_a_change_of_roles_is_told_in_words(desk: Client, cast: Cast) -> None:
    both = [group(Role.CLERK), group(Role.REVIEWER)]
    desk.post(f"{STAFF}{cast.clerk.pk}/change/", entry_of(cast.clerk, groups=both))
    [line] = history(cast.clerk)
    assert line.detail["changed"]["角色"] == ["录入员", "审核员、录入员"]
    page = desk.get(f"{STAFF}{cast.clerk.pk}/history/").content.decode()
    assert "录入员 → 审核员、录入员" in page


def test_nobody_shuts_oneself_out(desk: Client, cast: Cast) -> None:
    page = f"{STAFF}{cast.administrator.pk}/change/"
    gone = entry_of(cast.administrator, groups=[group(Role.CLERK)])
    del gone["is_active"]
    answer = desk.post(page, gone).content.decode()
    assert "不能停用自己" in answer
    assert "不能取消自己的" in answer
    cast.administrator.refresh_from_db()
    assert cast.administrator.is_active


@pytest.mark.parametrize("person", ["clerk", "officer", "keeper", "auditor"])
def test_only_administrators_change_people(cast: Cast, client: Client, person: str) -> None:
    client.force_login(getattr(cast, person))
    answer = client.post(f"{STAFF}{cast.reviewer.pk}/change/", entry_of(cast.reviewer, name="改"))
    assert answer.status_code == 403
    given = {"action": "give_passwords", "_selected_action": [cast.reviewer.pk]}
    client.post(STAFF, given)
    cast.reviewer.refresh_from_db()
    assert (cast.reviewer.name, cast.reviewer.must_change_password) == ("王审核", False)


def test_a_changed_office_is_told_with_old_and_new(desk: Client, cast: Cast) -> None:
    given = {"name": "政务公开办", "slug": "open-government", "kind": "office"}
    given |= {"phone": "0559-7000002", "position": "100", "active": "on"}
    desk.post(f"/admin/core/organisation/{cast.office.pk}/change/", given)
    [line] = history(cast.office)
    assert line.detail["changed"] == {"名称": ["政务公开办公室", "政务公开办"]}
    assert line.by == cast.administrator


def test_what_is_deleted_in_bulk_leaves_a_line_each(desk: Client, cast: Cast) -> None:
    entry = factories.entry(cast.town)
    rows = [
        ItemTemplate.objects.create(township=cast.town, name=name, entry=entry, title="x")
        for name in ("甲", "乙")
    ]
    given = {"action": "delete_selected", "_selected_action": [row.pk for row in rows]}
    page = "/admin/disclosures/itemtemplate/"
    desk.post(page, given | {"post": "yes"})
    assert not ItemTemplate.objects.exists()
    assert set(TrailEntry.objects.filter(act="删除").values_list("subject_name", flat=True)) == {
        "甲",
        "乙",
    }


def test_the_trail_speaks_chinese_and_cannot_be_edited(desk: Client, cast: Cast) -> None:
    factories.published(cast.town, by=cast.officer)
    for line in TrailEntry.objects.all():
        page = desk.get(f"/admin/core/trailentry/{line.pk}/change/").content.decode()
        assert "disclosures.edition" not in page
        assert "index_number" not in page
        assert 'name="_save"' not in page
    assert desk.post(f"/admin/core/trailentry/{line.pk}/change/", {}).status_code == 403
    assert desk.post(f"/admin/core/trailentry/{line.pk}/delete/").status_code == 403


def test_a_township_changes_its_settings_but_not_its_address(desk: Client, cast: Cast) -> None:
    page = f"/admin/core/township/{cast.town.pk}/change/"
    assert 'name="host"' not in desk.get(page).content.decode()
    given = {"name": "阳光镇", "full_name": "阳光镇人民政府", "province": "安徽省"}
    given |= {"county": "澄湖县", "phone": "0559-7009999", "host": "evil.test"}
    desk.post(page, given | {"reception_window": cast.town.reception_window})
    cast.town.refresh_from_db()
    assert (cast.town.phone, cast.town.host) == ("0559-7009999", None)
    [line] = history_of_town(cast)
    assert line.detail["changed"]["办公电话"] == ["0559-7000001", "0559-7009999"]
    assert desk.get("/admin/core/township/add/").status_code == 403


def history_of_town(cast: Cast) -> list[TrailEntry]:
    return list(TrailEntry.objects.filter(subject_kind="core.township"))


def test_a_page_that_goes_round_its_township_is_found_out() -> None:
    assert admin_is_kept_to_its_township(None) == []
    model_admin = admin.site._registry[Organisation]
    admin.site._registry[Organisation] = admin.ModelAdmin(Organisation, admin.site)
    try:
        assert [error.id for error in admin_is_kept_to_its_township(None)] == ["core.E001"]
    finally:
        admin.site._registry[Organisation] = model_admin


def test_other_packages_pages_are_not_there() -> None:
    apps = {model._meta.app_label for model in admin.site._registry}
    assert apps <= {"core", "disclosures", "site", "finance", "applications", "reports", "search"}
