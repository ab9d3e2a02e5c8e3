"""No page of one township's admin shows or offers what belongs to another."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from disclosures.items.models import Disclosure, Edition
from disclosures.items.templates import ItemTemplate
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.workdays.models import HolidayNotice
from tests import factories
from tests.admin.neighbour import SECRET, address
from tests.cast import Cast
from tests.doors import routes

OURS = [model for model in admin.site._registry if model is not HolidayNotice]


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


QUESTIONS = (
    "edition/?issuer__id__exact={office}",
    "edition/?entry__id__exact={entry}",
    "disclosure/?live__issuer__id__exact={office}",
    "catalogueentry/?publisher__id__exact={office}",
    "question/?assigned_to__id__exact={office}",
    "question/?pile=late",
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
    ours: Cast, elsewhere: Township, client: Client
) -> None:
    stranger = Staff.objects.of(elsewhere).earliest("pk")

    def told(password: str) -> list[str]:
        given = {"username": stranger.username, "password": password}
        return client.post(reverse("admin:login"), given).context["form"].non_field_errors()

    assert told("right-horse-42") == told("wrong")
    assert "_auth_user_id" not in client.session


def test_a_session_of_another_township_opens_nothing_here(
    ours: Cast, elsewhere: Township, client: Client
) -> None:
    client.force_login(Staff.objects.of(elsewhere).earliest("pk"))
    assert client.get(reverse("admin:index")).status_code == 302


def test_a_village_accountant_sees_only_their_villages_drafts(ours: Cast, client: Client) -> None:
    factories.draft(ours.town, by=ours.clerk, title="办公室的稿件")
    factories.draft(ours.town, by=ours.accountant, title="本村的稿件")
    client.force_login(ours.accountant)
    shown = client.get(address(Edition, "changelist")).content.decode()
    assert "本村的稿件" in shown
    assert "办公室的稿件" not in shown
