"""/healthz tells whoever runs the portal what is wrong."""

from pathlib import Path

from django.test import Client

from portal.core.workdays.models import HolidayNotice
from tests.cast import Cast


def test_all_is_well(cast: Cast, client: Client) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["ok"]


def test_it_answers_under_any_host_without_a_township(
    client: Client, db: None, settings: object
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
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
