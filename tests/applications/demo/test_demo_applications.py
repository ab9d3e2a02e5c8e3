"""The demo's applications: invented, in every state and outcome, and never late."""

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from applications.cases.case import case_of
from applications.cases.models import Application, CaseFile, RecordedEvent
from applications.charges.models import Charge
from applications.decisions.applicants import ApplicantKind
from applications.decisions.outcomes import Outcome
from applications.letters.kinds import kinds_for
from applications.letters.models import Letter
from applications.procedure.channels import Channel
from applications.procedure.events import FeeNotified, OrganAsked
from applications.procedure.states import State
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.township.models import Township
from portal.privacy.idnumber import is_identity_number
from portal.site.setup.demo import FOLDER
from portal.site.setup.demo_applications import load_applications
from tests import factories
from tests.cast import assemble

ROOM = FOLDER / "applications"
TODAY = date(2026, 11, 24)


def _read(name: str) -> list[dict[str, str]]:
    return json.loads((ROOM / f"{name}.json").read_text(encoding="utf-8"))


def test_nobody_in_them_can_be_a_real_person() -> None:
    numbers = [one["identity_number"] for one in _read("applicants")]
    assert not [one for one in numbers if is_identity_number(one)]
    assert all(one["phone"].startswith("0559-555") for one in _read("applicants"))


def test_everyone_named_is_known_and_everyone_known_asks() -> None:
    assert {one["name"] for one in _read("applicants")} == {one["who"] for one in _read("requests")}


@pytest.fixture(scope="module")
def loaded(planting: Path) -> Township:
    cast = assemble()
    for username in ("li.jing", "qian.yu"):
        factories.staff(cast.office, Role.OFFICER, username=username)
    factories.staff(cast.office, Role.HEAD, username="fang.yaqin")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "today", lambda: TODAY)
        load_applications(cast.town, ROOM, lambda line: None)
    return cast.town


@pytest.fixture
def town(
    loaded: Township, planting: Path, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> Township:
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    settings.MEDIA_ROOT = planting
    return deepcopy(loaded)


@pytest.mark.django_db
def test_they_stand_in_every_state_and_end_in_every_way(town: Township) -> None:
    found = list(Application.objects.of(town))
    assert len(found) >= 60
    assert {one.state for one in found} == {"", *State}
    assert {one.outcome for one in found} == {"", *Outcome}
    assert {one.channel for one in found} == set(Channel)
    assert {one.applicant_kind for one in found} == set(ApplicantKind)


@pytest.mark.django_db
def test_none_is_late_and_one_is_due_soon(town: Township) -> None:
    assert not Application.objects.of(town).overdue(TODAY).exists()
    due = Application.objects.of(town).running().values_list("due_on", flat=True)
    assert min(on for on in due if on) <= date(2026, 11, 30)
    for one in Application.objects.of(town).exclude(answered_on=None):
        standing = case_of(one).standing
        assert standing is not None
        assert standing.answered_in_time


@pytest.mark.django_db
def test_the_record_says_when_and_by_whom(town: Township) -> None:
    head = Staff.objects.get(username="fang.yaqin")
    for one in Application.objects.of(town).prefetch_related("events"):
        assert one.handler is not None
        for event in one.events.all():
            assert event.at.date() <= TODAY
            assert event.on <= TODAY
            assert (event.by == head) == (event.type in ("decided", "extended", "postponed"))


@pytest.mark.django_db
def test_they_are_loaded_once(town: Township) -> None:
    before = Application.objects.count()
    load_applications(town, ROOM, lambda line: None)
    assert Application.objects.count() == before


@pytest.mark.django_db
def test_files_went_out_and_fees_were_counted(town: Township) -> None:
    out = CaseFile.objects.of(town).filter(shared=True)
    assert {file.kind for file in out} == {CaseFile.Kind.RELEASED}
    assert out.count() == len([one for one in _read("requests") if "file" in one])
    assert set(Charge.objects.values_list("amount", flat=True)) == {100, 480, 1460}


@pytest.mark.django_db
def test_whoever_is_asked_and_whoever_pays_has_a_letter(town: Township) -> None:
    events = RecordedEvent.objects.of(town)
    for kinds in (kinds_for(FeeNotified(on=TODAY)), kinds_for(OrganAsked(on=TODAY))):
        assert all(Letter.objects.of(town).filter(kind=kind).exists() for kind in kinds)
    asking = events.filter(type__in=("fee_notified", "organ_asked", "third_party_asked"))
    assert not asking.exclude(letters__shared=True).exists()
