"""No page of one township's admin shows, offers or changes what belongs to another."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse

from disclosures.corrections.models import ErrorReport
from disclosures.items.models import Disclosure, Edition
from disclosures.items.templates import ItemTemplate
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.township.models import Township
from portal.core.workdays.models import HolidayNotice
from tests import factories
from tests.cast import Cast
from tests.doors import routes

SECRET = "邻镇独有"
OURS = [model for model in admin.site._registry if model is not HolidayNotice]


@pytest.fixture
def elsewhere(cast: Cast) -> Township:
    """Another township with a record of every kind, each carrying a word that gives it away."""
    cast.town.host = "testserver"
    cast.town.save()
    town = factories.township(full_name=f"{SECRET}人民政府", host="elsewhere.test")
    office = factories.organisation(town, name=f"{SECRET}办公室")
    person = factories.staff(office, *Role, name=f"{SECRET}职员")
    entry = factories.entry(town, name=f"{SECRET}事项")
    factories.published(town, by=person, entry=entry, title=f"{SECRET}信息")
    factories.draft(town, by=person, entry=entry, title=f"{SECRET}稿件")
    ItemTemplate.objects.create(township=town, name=f"{SECRET}模板", entry=entry, title="x")
    ErrorReport.objects.create(township=town, page="/", message=f"{SECRET}纠错")
    return town


@pytest.fixture(params=["officer", "administrator", "superuser"])
def desk(request: pytest.FixtureRequest, cast: Cast, elsewhere: Township, client: Client) -> Client:
    if request.param == "superuser":
        person = factories.staff(cast.office, is_superuser=True)
    else:
        person = getattr(cast, request.param)
    client.force_login(person)
    return client


def address(model: type, page: str, *args: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", OURS)
def test_lists_filters_and_searches_show_only_our_own(desk: Client, model: type) -> None:
    for query in ("", "?q=" + SECRET):
        answer = desk.get(address(model, "changelist") + query)
        shown = answer.content.decode().replace(f'value="{SECRET}"', "")
        assert SECRET not in shown


@pytest.mark.parametrize("model", OURS)
def test_forms_offer_only_our_own(desk: Client, model: type) -> None:
    assert SECRET not in desk.get(address(model, "add")).content.decode()


@pytest.mark.parametrize("model", OURS)
@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_their_records_are_not_found(
    desk: Client, model: type, page: str, elsewhere: Township
) -> None:
    found = model._default_manager.filter(pk=elsewhere.pk)
    if model is not Township:
        found = model._default_manager.filter(township=elsewhere)
    record = found.last() if model is not Edition else found.get(title=f"{SECRET}稿件")
    answer = desk.get(address(model, page, record.pk))
    assert answer.status_code in (302, 403, 404)
    assert SECRET not in answer.content.decode()


@pytest.mark.parametrize(
    ("model", "field"),
    [(Edition, "entry"), (ItemTemplate, "entry")],
)
def test_lookups_while_typing_find_only_our_own(desk: Client, model: type, field: str) -> None:
    given = {"app_label": "disclosures", "model_name": model._meta.model_name, "field_name": field}
    answer = desk.get(reverse("admin:autocomplete"), {**given, "term": SECRET})
    assert SECRET not in answer.content.decode()


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
    cast: Cast, elsewhere: Township, client: Client
) -> None:
    client.force_login(cast.officer)
    entry = factories.entry(cast.town)
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
    person = Staff.objects.of(elsewhere).get()
    given = {"action": "give_passwords", "_selected_action": [person.pk]}
    desk.post(address(Staff, "changelist"), given)
    person.refresh_from_db()
    assert not person.must_change_password


def test_their_templates_start_nothing_here(desk: Client, elsewhere: Township) -> None:
    theirs = ItemTemplate.objects.of(elsewhere).get()
    assert desk.post(address(ItemTemplate, "start", theirs.pk)).status_code == 404


QUESTIONS = (
    "edition/?issuer__id__exact={office}",
    "edition/?entry__id__exact={entry}",
    "disclosure/?live__issuer__id__exact={office}",
    "catalogueentry/?publisher__id__exact={office}",
    "errorreport/?assigned_to__id__exact={office}",
    "edition/?pile=late",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_asking_by_their_numbers_answers_nothing(
    desk: Client, elsewhere: Township, question: str
) -> None:
    office = Organisation.objects.of(elsewhere).get()
    entry = ItemTemplate.objects.of(elsewhere).get().entry
    page = question.format(office=office.pk, entry=entry.pk)
    assert SECRET not in desk.get(f"/admin/disclosures/{page}").content.decode()


def test_policies_offered_for_interpretation_are_our_own(desk: Client, elsewhere: Township) -> None:
    theirs = Disclosure.objects.of(elsewhere).filter(live__isnull=False).get()
    theirs.live.entry.kind = "policy"
    theirs.live.entry.save()
    given = {"app_label": "disclosures", "model_name": "interpretation", "field_name": "policy"}
    answer = desk.get(reverse("admin:autocomplete"), {**given, "term": SECRET})
    assert SECRET not in answer.content.decode()


def test_sheets_to_take_away_hold_only_our_own(desk: Client, elsewhere: Township) -> None:
    pages = (
        "/admin/disclosures/edition/import/template/",
        "/admin/report-upward/?year=2026&month=3&format=xlsx",
    )
    for page in pages:
        assert SECRET not in routes.text_of(desk.get(page))


def test_the_schedule_shows_only_our_own(desk: Client, elsewhere: Township) -> None:
    office = Organisation.objects.of(elsewhere).get()
    factories.entry(elsewhere, name=f"{SECRET}月报", cycle="monthly", publisher=office)
    assert SECRET not in desk.get("/admin/schedule/").content.decode()


def test_the_desk_counts_only_our_own(desk: Client) -> None:
    assert SECRET not in desk.get(reverse("admin:index")).content.decode()


def test_staff_of_another_township_cannot_log_in_here(
    cast: Cast, elsewhere: Township, client: Client
) -> None:
    stranger = Staff.objects.of(elsewhere).get()

    def told(password: str) -> list[str]:
        given = {"username": stranger.username, "password": password}
        return client.post(reverse("admin:login"), given).context["form"].non_field_errors()

    assert told("right-horse-42") == told("wrong")
    assert "_auth_user_id" not in client.session


def test_a_session_of_another_township_opens_nothing_here(
    cast: Cast, elsewhere: Township, client: Client
) -> None:
    client.force_login(Staff.objects.of(elsewhere).get())
    assert client.get(reverse("admin:index")).status_code == 302


def test_a_village_accountant_sees_only_their_villages_drafts(cast: Cast, client: Client) -> None:
    factories.draft(cast.town, by=cast.clerk, title="办公室的稿件")
    factories.draft(cast.town, by=cast.accountant, title="本村的稿件")
    client.force_login(cast.accountant)
    shown = client.get(address(Edition, "changelist")).content.decode()
    assert "本村的稿件" in shown
    assert "办公室的稿件" not in shown
