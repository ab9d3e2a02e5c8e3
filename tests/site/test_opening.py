"""Opening a second township on the same installation."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.templates import ItemTemplate
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from tests.cast import Cast

CODE = "113417990031234567"


def test_a_new_township_has_catalogue_templates_and_administrator(db: None) -> None:
    call_command("create_township", "baihe", "白荷镇", "澄湖县", CODE, "--host", "baihe.test")
    town = Township.objects.get()
    assert CatalogueEntry.objects.of(town).count() > 100
    assert ItemTemplate.objects.of(town).count() >= 6
    assert Staff.objects.get().must_change_password


def test_two_townships_are_told_apart_by_host(cast: Cast, settings: object) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    call_command("create_township", "baihe", "白荷镇", "澄湖县", CODE, "--host", "baihe.test")
    assert "白荷镇" in Client(headers={"host": "baihe.test"}).get("/").content.decode()
    nowhere = Client(headers={"host": "nowhere.test"}).get("/")
    assert nowhere.status_code == 404
    assert "没有这个站点" in nowhere.content.decode()


def test_a_wrong_credit_code_is_refused_and_nothing_is_made(db: None) -> None:
    with pytest.raises(CommandError, match="18 位"):
        call_command("create_township", "baihe", "白荷镇", "澄湖县", "12345")
    assert not Township.objects.exists()
    assert not Staff.objects.exists()
