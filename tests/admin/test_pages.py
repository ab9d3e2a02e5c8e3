"""Every page of the admin opens for the administrator, in Chinese, with bounded queries."""

import re

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from disclosures.items.templates import ItemTemplate
from disclosures.lists.standard_kinds import load_kinds
from disclosures.questions.promise import AnswerPromise
from tests import factories
from tests.cast import Cast
from tests.disclosures.registers.firms import written
from tests.disclosures.warnings.storms import storm
from tests.doors.away import plant_away

ENGLISH = re.compile(
    r">\s*[^<]*\b(Add|Change|Home|Select|Log out|Delete|Save|View site|Search|Filter|History|"
    r"Welcome|Action|Run|Go|Password|Username|Hold down|Show all|Yes|No|Today|Now)\b[^<]*<"
    r"|>-{3,}<"
)
MOST_QUERIES = 38


def english_in(answer: object) -> list[str]:
    """Pieces of text between tags that hold one of the stock words."""
    return [found[0].strip() for found in ENGLISH.finditer(answer.content.decode())]


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    factories.draft(cast.town, by=cast.clerk)
    item = factories.published(cast.town, by=cast.officer)
    factories.question(cast.town, office=cast.office)
    AnswerPromise.objects.create(township=cast.town)
    ItemTemplate.objects.create(
        township=cast.town, name="通知", entry=item.live.entry, title="关于××的通知"
    )
    load_kinds(cast.town)
    storm(cast)
    written(cast)
    plant_away(cast.town, cast.officer, "外出")
    client.force_login(factories.staff(cast.office, is_superuser=True))
    return client


def names_of(kind: str) -> list[str]:
    models = [model for model in admin.site._registry if model._meta.app_label in ALL]
    return [f"admin:{m._meta.app_label}_{m._meta.model_name}_{kind}" for m in models]


OURS = ("core", "disclosures", "site")  # what the desk above has records of
ALL = (*OURS, "finance", "applications", "reports")


@pytest.mark.parametrize("name", ["admin:index", *names_of("changelist")])
def test_lists_open_in_chinese(
    desk: Client, name: str, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(MOST_QUERIES):
        answer = desk.get(reverse(name))
    assert answer.status_code == 200
    assert english_in(answer) == []


@pytest.mark.parametrize("name", names_of("add"))
def test_forms_open_in_chinese_or_are_refused(desk: Client, name: str) -> None:
    answer = desk.get(reverse(name))
    assert answer.status_code in (200, 403)
    if answer.status_code == 200:
        assert english_in(answer) == []


@pytest.mark.parametrize("model", [m for m in admin.site._registry if m._meta.app_label in OURS])
def test_records_and_their_trail_open(desk: Client, model: type, cast: Cast) -> None:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    record = model._default_manager.first()
    if model._meta.model_name == "edition":
        record = model.objects.open().first()
    if model._meta.model_name == "disclosure":
        record = model.objects.filter(live__isnull=False).first()
    for page in ("change", "history"):
        answer = desk.get(reverse(f"{name}_{page}", args=[record.pk]))
        assert answer.status_code == 200, page
        assert english_in(answer) == []


@pytest.mark.parametrize(
    "name", ["schedule", "report-upward", "second-factor-enrol", "password_change"]
)
def test_pages_of_the_desk_open(desk: Client, name: str) -> None:
    answer = desk.get(reverse(f"admin:{name}"))
    assert answer.status_code == 200
    assert english_in(answer) == []


def test_the_desk_costs_the_same_however_much_waits(
    desk: Client, cast: Cast, django_assert_max_num_queries: object
) -> None:
    for _ in range(12):
        factories.draft(cast.town, by=cast.clerk)
    with django_assert_max_num_queries(MOST_QUERIES):
        desk.get(reverse("admin:index"))
