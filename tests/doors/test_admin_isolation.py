"""Staff see and reach only their own township, on every page of the admin."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import NoReverseMatch, reverse

from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.township.owned import TownshipOwned
from tests.doors import routes
from tests.doors.conftest import Pair
from tests.doors.neighbours import OTHER_HOST, OTHER_WORD, OWN_HOST, Neighbour

KINDS = ("change", "history", "delete")


@pytest.fixture
def desk(pair: Pair) -> Client:
    """Our officer, logged in at our host, with every role there is."""
    own, _ = pair
    own.officer.is_superuser = True
    own.officer.save(update_fields=["is_superuser"])
    client = Client(headers={"host": OWN_HOST})
    client.force_login(own.officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _registered() -> list[Any]:
    return list(admin.site._registry)


def _addresses(kind: str, model: Any, *args: Any) -> Iterator[str]:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{kind}"
    try:
        yield reverse(name, args=args)
    except NoReverseMatch:
        return


def _rows_of(model: Any, there: Neighbour) -> Any:
    if issubclass(model, TownshipOwned | Staff):
        return model._default_manager.filter(township=there.town)
    return (
        model._default_manager.filter(pk=there.town.pk)
        if model is Township
        else model.objects.none()
    )


@pytest.mark.parametrize("model", _registered(), ids=lambda model: model._meta.label)
def test_lists_and_forms_show_the_own_township_alone(model: Any, pair: Pair, desk: Client) -> None:
    for kind in ("changelist", "add"):
        for address in _addresses(kind, model):
            answer = desk.get(address)
            assert answer.status_code in (200, 302, 403), address
            assert OTHER_WORD not in routes.text_of(answer), address


@pytest.mark.parametrize("model", _registered(), ids=lambda model: model._meta.label)
def test_own_records_offer_nothing_of_the_other(model: Any, pair: Pair, desk: Client) -> None:
    for row in _rows_of(model, pair[0])[:3]:
        for kind in KINDS:
            for address in _addresses(kind, model, row.pk):
                answer = desk.get(address)
                assert answer.status_code < 500, address
                assert OTHER_WORD not in routes.text_of(answer), address


@pytest.mark.parametrize("model", _registered(), ids=lambda model: model._meta.label)
def test_records_of_the_other_cannot_be_opened(model: Any, pair: Pair, desk: Client) -> None:
    for row in _rows_of(model, pair[1])[:3]:
        for kind in KINDS:
            for address in _addresses(kind, model, row.pk):
                answer = desk.get(address)
                assert answer.status_code != 200, address
                assert OTHER_WORD not in routes.text_of(answer), address


def test_the_desk_speaks_of_the_own_township_alone(pair: Pair, desk: Client) -> None:
    answer = desk.get(reverse("admin:index"), follow=True)
    assert answer.status_code == 200
    assert OTHER_WORD not in routes.text_of(answer)


def test_staff_of_one_are_nobody_at_the_others_host(pair: Pair) -> None:
    own, _ = pair
    stranger = Client(headers={"host": OTHER_HOST})
    stranger.force_login(own.officer, backend="django.contrib.auth.backends.ModelBackend")
    answer = stranger.get(reverse("admin:index"))
    assert answer.status_code in (302, 403)
    assert OTHER_WORD not in routes.text_of(answer)
