"""After the years, the person is gone and the figures are as they were."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from applications.cases.case import case_of
from applications.cases.copies import COPIED
from applications.cases.keep_file import keep_file
from applications.cases.models import Applicant, Application, CaseFile, RecordedEvent
from applications.figures.overview import overview_of
from applications.figures.remedies import remedies_of
from applications.figures.requests import requests_of
from applications.forgetting.forget import forget_applicants
from applications.forgetting.sealed import emptied, way_to_application
from applications.forgetting.words import GONE
from applications.procedure.standing import Standing
from applications.rules.models import ApplicationRules
from portal.core.sealed.fields import SealedFile, SealedText
from portal.core.trail.models import TrailEntry
from portal.core.workdays.load import current_calendar
from tests import factories
from tests.applications.figures.stories import Desk
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LATER = date(2027, 6, 1)


@pytest.fixture
def desk(cast: Cast) -> Desk:
    ApplicationRules.objects.create(township=cast.town, keep_years=1)
    return Desk(cast)


def old(desk: Desk) -> Application:
    """At rest since the autumn of 2025."""
    return desk.story(
        "2025-01-06",
        "2025-01-08 third_party_asked who=陈某某",
        "2025-01-13 third_party_asked who=王某某",
        "2025-01-20 third_party_answered who=王某某 opinion=agrees",
        "2025-01-22 third_party_answered who=陈某某 opinion=objects",
        "2025-02-06 decided outcomes=third_party",
        "2025-02-10 served",
        "2025-03-10 review_filed",
        "2025-05-06 review_decided result=upheld",
    )


def figures(desk: Desk) -> list[object]:
    town, calendar = desk.cast.town, current_calendar()
    found: list[object] = [requests_of(town, year) for year in (2025, 2026)]
    return [*found, overview_of(town, 2025, calendar, LATER), remedies_of(town, 2025)]


def days(standing: Standing) -> list[tuple[date, bool]]:
    return [(step.on, step.counted) for step in standing.clock.steps]


def copies(application: Application) -> list[object]:
    found = Application.objects.get(pk=application.pk)
    return [getattr(found, name) for name in COPIED]


def test_the_person_goes_and_the_figures_stay(desk: Desk) -> None:
    application = old(desk)
    desk.story("2026-03-02", "2026-03-04 decided outcomes=granted")
    before = figures(desk), copies(application), case_of(application).standing
    assert before[2] is not None
    assert forget_applicants(desk.cast.town, LATER).numbers == [application.number]
    found = Application.objects.get(pk=application.pk)
    standing = case_of(found).standing
    assert standing is not None
    assert (figures(desk), copies(application)) == before[:2]
    assert days(standing) == days(before[2])
    assert found.is_anonymised
    assert (found.subject, found.description, found.code_digest) == (GONE, GONE, "")
    assert [part.text for part in found.parts.all()] == [GONE]
    person = found.applicant
    assert person.name == GONE
    empty = ("identity_number", "identity_kind", "phone", "email", "address", "postcode")
    assert not any(getattr(person, name) for name in empty)
    assert {person.name_mark, person.identity_mark, person.phone_mark} == {""}


def test_no_word_of_a_person_is_left_anywhere(desk: Desk) -> None:
    application = old(desk)
    RecordedEvent.objects.filter(application=application).update(remark="陈某某来电", proof="E12")
    forget_applicants(desk.cast.town, LATER)
    for row in application.events.all():
        assert "某某" not in row.data
        assert (row.remark, row.proof) == ("", "")
    said = TrailEntry.objects.filter(subject_kind="applications.application")
    names = said.values_list("subject_name", "remark")
    assert {name.split()[0] for name, _ in names} == {application.number}
    assert not any(application.subject in name for name, _ in names)
    assert said.filter(act="隐去个人信息").count() == 1


def test_a_party_keeps_one_letter(desk: Desk) -> None:
    application = old(desk)
    forget_applicants(desk.cast.town, LATER)
    record = case_of(Application.objects.get(pk=application.pk)).record
    assert [event.who for event in record if hasattr(event, "who")] == [
        "第三方1",
        "第三方2",
        "第三方2",
        "第三方1",
    ]


def test_a_correction_loses_its_words_and_still_corrects(desk: Desk) -> None:
    application = desk.story(
        "2025-01-06",
        "2025-01-08 withdrawn",
        "2025-01-09 corrected undoes=2 why=周小满打错了",
        "2025-01-10 withdrawn",
    )
    before = copies(application)
    forget_applicants(desk.cast.town, LATER)
    assert copies(application) == before
    assert "周小满" not in "".join(row.data for row in application.events.all())
    assert case_of(Application.objects.get(pk=application.pk)).standing is not None


def test_papers_leave_the_disk(desk: Desk) -> None:
    application = old(desk)
    file = keep_file(application, "证明".encode(), "周小满身份证.txt", CaseFile.Kind.OTHER)
    path = Path(file.file.path)
    assert path.exists()
    assert forget_applicants(desk.cast.town, LATER).files == 1
    kept = CaseFile.objects.get(pk=file.pk)
    assert not path.exists()
    assert (kept.name, kept.file.name, kept.sha256) == (GONE, "", "")


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("2025-01-08 third_party_asked",),
        ("2025-01-08 decided outcomes=granted",),
        ("2025-01-08 decided outcomes=granted", "2025-01-09 served", "2025-02-10 review_filed"),
        ("2025-01-08 decided outcomes=granted", "2025-01-09 served", "2026-06-10 closed"),
    ],
    ids=["in hand", "asking", "not served", "in review", "worked on since"],
)
def test_what_is_not_at_rest_is_kept(desk: Desk, lines: tuple[str, ...]) -> None:
    desk.story("2025-01-06", *lines)
    assert not forget_applicants(desk.cast.town, LATER).numbers


def test_remedies_must_be_over_and_the_years_after_them(desk: Desk) -> None:
    desk.story("2025-01-06", "2025-01-08 decided outcomes=granted", "2025-01-09 served")
    # half a year for a lawsuit ends on 9 July 2025
    assert not forget_applicants(desk.cast.town, date(2026, 7, 9)).numbers
    assert forget_applicants(desk.cast.town, date(2026, 7, 10)).numbers


def test_a_second_time_does_nothing_and_a_trial_neither(desk: Desk) -> None:
    application, town = old(desk), desk.cast.town
    assert forget_applicants(town, LATER, dry_run=True).numbers == [application.number]
    assert Applicant.objects.get(application=application).name == "周小满"
    assert forget_applicants(town, LATER).numbers
    at = Application.objects.get(pk=application.pk).anonymised_at
    assert not forget_applicants(town, LATER).numbers
    assert Application.objects.get(pk=application.pk).anonymised_at == at


def test_another_township_keeps_its_own_years(desk: Desk) -> None:
    old(desk)
    assert not forget_applicants(factories.township(), LATER).numbers


def test_the_command_tells_what_it_did(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    application = old(desk)
    monkeypatch.setattr("portal.core.clock.today", lambda: LATER)
    told = StringIO()
    call_command("forget_applicants", "--dry-run", stdout=told)
    assert application.number in told.getvalue()
    assert not Application.objects.get(pk=application.pk).is_anonymised
    call_command("forget_applicants", stdout=told)
    assert "已隐去个人信息" in told.getvalue()
    assert Application.objects.get(pk=application.pk).is_anonymised


def test_every_sealed_column_of_every_room_is_known() -> None:
    """A room that seals something leads to its application, or holds nothing for long."""
    passing = {"DraftFile"}  # gone after two hours
    for model in apps.get_app_config("applications").get_models():
        sealed = [
            field.name
            for field in model._meta.concrete_fields
            if isinstance(field, SealedText | SealedFile)
        ]
        if sealed and not model._meta.proxy and model.__name__ not in passing:
            assert way_to_application(model) is not None, model
            assert set(sealed) - {"data"} <= set(emptied(model))
