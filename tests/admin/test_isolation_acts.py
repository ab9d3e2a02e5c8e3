"""Nothing that staff of one township do reaches what belongs to another."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from disclosures.items.models import Disclosure, Edition
from disclosures.items.templates import ItemTemplate
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from tests import factories
from tests.admin.neighbour import SECRET, address
from tests.cast import Cast

MOVES = ("submit", "approve", "clear", "send_back", "publish", "discard", "preview")


@pytest.mark.parametrize("move", MOVES)
def test_their_editions_cannot_be_moved(desk: Client, move: str, elsewhere: Township) -> None:
    edition = Edition.objects.of(elsewhere).get(title=f"{SECRET}稿件")
    page = f"/admin/disclosures/edition/{edition.pk}/{move}/"
    assert desk.get(page).status_code == 404
    assert desk.post(page, {"remark": "x"}).status_code == 404


@pytest.mark.parametrize("move", ["revise", "copy", "withdraw", "repeal"])
def test_their_items_cannot_be_moved(desk: Client, move: str, elsewhere: Township) -> None:
    item = Disclosure.objects.of(elsewhere).filter(live__isnull=False).get()
    page = f"/admin/disclosures/disclosure/{item.pk}/{move}/"
    assert desk.post(page, {"reason": "x", "on": "2026-01-01"}).status_code == 404


def test_a_forged_choice_from_another_township_is_refused(
    ours: Cast, elsewhere: Township, client: Client
) -> None:
    client.force_login(ours.officer)
    entry = factories.entry(ours.town)
    theirs = Organisation.objects.of(elsewhere).get()
    form = {"title": "伪造", "entry": entry.pk, "issuer": theirs.pk, "formed_on": "2026-03-02"}
    answer = client.post(address(Edition, "add"), form | {"audience": "全社会"})
    assert answer.status_code == 200
    assert not Edition.objects.filter(title="伪造").exists()


def test_djangos_redirect_by_number_is_closed(desk: Client, elsewhere: Township) -> None:
    kind = ContentType.objects.get_for_model(Disclosure)
    theirs = Disclosure.objects.of(elsewhere).filter(live__isnull=False).get()
    answer = desk.get(f"/admin/r/{kind.pk}/{theirs.pk}/")
    assert answer.status_code in (302, 404)
    assert (theirs.index_number or "") not in answer.get("Location", "")


ACTIONS = [
    ("edition", "submit_all"),
    ("edition", "approve_all"),
    ("edition", "clear_all"),
    ("edition", "send_back_all"),
    ("disclosure", "copy_all"),
    ("itemtemplate", "delete_selected"),
]


@pytest.mark.parametrize(("name", "action"), ACTIONS)
def test_their_records_are_not_acted_on(
    desk: Client, elsewhere: Township, name: str, action: str
) -> None:
    model = apps.get_model("disclosures", name)
    keys = list(model.objects.of(elsewhere).values_list("pk", flat=True))
    stored = Edition.objects.of(elsewhere).order_by("pk").values_list("pk", "state", "sent_back")
    before = list(stored)
    given = {"action": action, "_selected_action": keys, "remark": "x", "post": "yes"}
    answer = desk.post(address(model, "changelist"), given, follow=True)
    assert SECRET not in answer.content.decode()
    assert list(stored.all()) == before
    assert model.objects.of(elsewhere).filter(pk__in=keys).count() == len(keys)
    assert not Edition.objects.exclude(township=elsewhere).exists()


def test_their_people_get_no_password_from_us(desk: Client, elsewhere: Township) -> None:
    person = Staff.objects.of(elsewhere).earliest("pk")
    given = {"action": "give_passwords", "_selected_action": [person.pk]}
    desk.post(address(Staff, "changelist"), given)
    person.refresh_from_db()
    assert not person.must_change_password


def test_their_templates_start_nothing_here(desk: Client, elsewhere: Township) -> None:
    theirs = ItemTemplate.objects.of(elsewhere).get()
    assert desk.post(address(ItemTemplate, "start", theirs.pk)).status_code == 404
