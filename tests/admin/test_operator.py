"""The operator of the installation: at home in every township, and the one who adds them."""

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.items.models import Disclosure
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from tests import factories
from tests.admin.test_crawl import walk
from tests.cast import Cast


@pytest.fixture
def operator(cast: Cast, client: Client) -> Staff:
    person = Staff.objects.create_superuser("operator", password="right-horse-42", name="运维")
    client.force_login(person)
    return person


def test_every_page_opens_for_the_operator(operator: Staff, cast: Cast, client: Client) -> None:
    factories.published(cast.town, by=cast.officer)
    factories.draft(cast.town, by=cast.clerk)
    assert [(address, status) for address, status, _ in walk(client) if status != 200] == []


def test_the_operator_logs_in_under_any_host(operator: Staff, cast: Cast, settings: object) -> None:
    settings.ALLOWED_HOSTS = ["one.test", "two.test"]
    cast.town.host = "one.test"
    cast.town.save()
    other = factories.township(host="two.test", full_name="邻镇人民政府", name="邻镇")
    factories.published(cast.town, by=cast.officer, title="阳光镇的信息")
    for town in (cast.town, other):
        client = Client(headers={"host": town.host})
        client.force_login(operator)
        page = client.get(reverse("admin:disclosures_disclosure_changelist")).content.decode()
        assert town.name in page
        assert ("阳光镇的信息" in page) is (town == cast.town)
    assert Disclosure.objects.count() == 1


def test_the_operator_adds_a_township(operator: Staff, cast: Cast, client: Client) -> None:
    given = {
        "name": "新镇",
        "full_name": "新镇人民政府",
        "slug": "xinzhen",
        "province": "安徽省",
        "county": "澄湖县",
        "host": "XinZhen.test",
        "credit_code": "11341799003285180X",
    }
    client.post(reverse("admin:core_township_add"), given)
    assert Township.objects.get(slug="xinzhen").host == "xinzhen.test"


def test_a_townships_superuser_adds_none(cast: Cast, client: Client) -> None:
    client.force_login(factories.staff(cast.office, is_superuser=True))
    assert client.get(reverse("admin:core_township_add")).status_code == 403
