"""/healthz tells whoever runs the portal what is wrong."""

from datetime import date
from pathlib import Path

import pytest
from django.db import OperationalError
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from portal.core.workdays.models import HolidayNotice
from portal.site import healthz
from tests.cast import Cast


def test_all_is_well(cast: Cast, client: Client) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["ok"]


def test_it_answers_under_any_host_without_a_township(client: Client, db: None) -> None:
    assert client.get("/healthz", headers={"host": "10.0.0.9"}).status_code == 200


def test_a_missing_calendar_year_is_reported(cast: Cast, client: Client) -> None:
    HolidayNotice.objects.all().delete()
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["calendar"].startswith("no notice for")


def test_a_media_folder_that_cannot_be_written_is_reported(
    cast: Cast, client: Client, settings: object, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    settings.MEDIA_ROOT = blocked
    assert client.get("/healthz").json()["media"] != "ok"


def test_a_migration_left_out_is_reported(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda self, targets: ["0002"])
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["migrations"] == "1 migrations not applied"


def test_a_database_that_does_not_answer_is_reported_without_its_secrets(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> str:
        raise OperationalError("password=secret")

    monkeypatch.setitem(healthz.CHECKS, "database", refuse)
    monkeypatch.setitem(healthz.CHECKS, "migrations", refuse)
    monkeypatch.setitem(healthz.CHECKS, "calendar", refuse)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["database"] == "OperationalError"
    assert "secret" not in answer.content.decode()


@pytest.mark.parametrize(("month", "warned"), [(11, False), (12, True)])
def test_from_december_on_it_warns_of_next_year(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch, month: int, warned: bool
) -> None:
    monkeypatch.setattr(healthz.clock, "today", lambda: date(2026, month, 1))
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert bool(answer.json()["warnings"]) is warned


def test_it_is_kept_by_no_cache_and_sets_no_cookie(cast: Cast, client: Client) -> None:
    answer = client.get("/healthz")
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_it_is_only_for_looking(cast: Cast, client: Client) -> None:
    assert client.head("/healthz").status_code == 200
    assert client.post("/healthz").status_code == 405
