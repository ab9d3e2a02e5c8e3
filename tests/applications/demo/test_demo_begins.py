"""The demo's applications loaded on another day, and into a township without its staff."""

from datetime import date

import pytest

from applications.cases.models import Application
from portal.core import clock
from portal.core.staff.roles import Role
from portal.site.setup.demo_applications import load_applications
from tests import factories
from tests.applications.demo.test_demo_applications import ROOM
from tests.cast import Cast


@pytest.mark.django_db
def test_what_lies_ahead_has_not_happened(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 6, 30))
    for username in ("li.jing", "qian.yu"):
        factories.staff(cast.office, Role.OFFICER, username=username)
    factories.staff(cast.office, Role.HEAD, username="fang.yaqin")
    load_applications(cast.town, ROOM, lambda line: None)
    found = Application.objects.of(cast.town)
    assert 30 < found.count() < 60
    assert not found.overdue(date(2025, 6, 30)).exists()


@pytest.mark.django_db
def test_without_the_demo_s_staff_there_are_none(cast: Cast) -> None:
    load_applications(cast.town, ROOM, lambda line: None)
    assert not Application.objects.exists()
