"""A resident points out a mistake; programs are kept out without puzzles."""

from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from disclosures.corrections.guard import MOST_PER_HOUR, SALT
from disclosures.corrections.models import ErrorReport
from portal.core import clock
from tests.cast import Cast

PAGE = "/report-error/"


def mark_of(monkeypatch: pytest.MonkeyPatch, seconds: int) -> str:
    """The mark of a form that was handed out so many seconds ago."""
    real = signing.time.time
    monkeypatch.setattr(signing.time, "time", lambda: real() - seconds)
    mark = signing.dumps(1, salt=SALT)
    monkeypatch.setattr(signing.time, "time", real)
    return mark


@pytest.fixture
def old_mark(monkeypatch: pytest.MonkeyPatch) -> str:
    return mark_of(monkeypatch, 60)


def report(mark: str, **fields: str) -> dict[str, str]:
    given = {"page": "/villages/", "message": "电话打不通", "contact": "", "started": mark}
    return given | fields


def test_a_report_is_received_with_the_page(cast: Cast, client: Client, old_mark: str) -> None:
    answer = client.post(PAGE, report(old_mark))
    assert "已经收到" in answer.content.decode()
    kept = ErrorReport.objects.get()
    assert (kept.page, kept.message, kept.township) == ("/villages/", "电话打不通", cast.town)


def test_an_empty_report_says_what_is_missing(cast: Cast, client: Client, old_mark: str) -> None:
    answer = client.post(PAGE, report(old_mark, message=""))
    assert answer.status_code == 400
    assert answer.content.decode().count("请写明错在哪里。") == 2  # summary and beside the field


def test_what_comes_at_once_is_sent_back(cast: Cast, client: Client) -> None:
    answer = client.post(PAGE, report(signing.dumps(1, salt=SALT)))
    assert "提交得太快了" in answer.content.decode()
    assert not ErrorReport.objects.exists()


@pytest.mark.parametrize("mark", ["", "forged"])
def test_a_forged_mark_is_refused(cast: Cast, client: Client, mark: str) -> None:
    client.post(PAGE, report(mark))
    assert not ErrorReport.objects.exists()


def test_the_hidden_field_catches_programs(cast: Cast, client: Client, old_mark: str) -> None:
    answer = client.post(PAGE, report(old_mark, website="http://spam.example"))
    assert answer.status_code == 200
    assert not ErrorReport.objects.exists()


def test_one_address_cannot_flood(cast: Cast, client: Client, old_mark: str) -> None:
    for _ in range(MOST_PER_HOUR + 2):
        answer = client.post(PAGE, report(old_mark))
    assert ErrorReport.objects.count() == MOST_PER_HOUR
    assert "过一会儿再试" in answer.content.decode()


def test_the_hour_is_an_hour_in_the_cache_of_production(
    cast: Cast, client: Client, old_mark: str, settings: object, tmp_path: Path
) -> None:
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": tmp_path / "cache"}}
    start = clock.now()
    for minutes in (0, 1, 2, 3, 4, 20, 59):
        with patch.object(clock, "now", lambda minutes=minutes: start + timedelta(minutes=minutes)):
            client.post(PAGE, report(old_mark))
    assert ErrorReport.objects.count() == MOST_PER_HOUR


def test_after_an_hour_one_may_report_again(cast: Cast, client: Client, old_mark: str) -> None:
    for _ in range(MOST_PER_HOUR):
        client.post(PAGE, report(old_mark))
    later = clock.now() + timedelta(minutes=61)
    with patch.object(clock, "now", lambda: later):
        client.post(PAGE, report(old_mark))
    assert ErrorReport.objects.count() == MOST_PER_HOUR + 1


def test_a_page_left_open_overnight_keeps_its_text_and_can_be_sent(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale = mark_of(monkeypatch, 25 * 3600)
    page = client.post(PAGE, report(stale)).content.decode()
    assert "打开太久了" in page
    assert "电话打不通" in page
    assert stale not in page
    assert not ErrorReport.objects.exists()


def test_what_came_too_fast_can_be_sent_again_as_it_is(cast: Cast, client: Client) -> None:
    young = signing.dumps(1, salt=SALT)
    assert young in client.post(PAGE, report(young)).content.decode()


@pytest.mark.parametrize(
    "page", ["javascript:alert(1)", "https://evil.example/", "/\\evil.example"]
)
def test_the_form_never_shows_an_address_elsewhere(cast: Cast, client: Client, page: str) -> None:
    assert page not in client.get(PAGE, {"page": page}).content.decode()


def test_the_thanks_give_the_number_and_the_way_back(
    cast: Cast, client: Client, old_mark: str
) -> None:
    page = client.post(PAGE, report(old_mark)).content.decode()
    assert f"<strong>{ErrorReport.objects.get().pk}</strong>" in page
    assert 'href="/villages/"' in page


def test_reports_are_shown_to_nobody_outside(cast: Cast, client: Client, old_mark: str) -> None:
    client.post(PAGE, report(old_mark, message="只给镇里看的话"))
    assert "只给镇里看的话" not in client.get(PAGE, {"page": "/villages/"}).content.decode()
    assert "只给镇里看的话" not in client.get("/villages/").content.decode()


def test_a_page_elsewhere_is_not_kept(cast: Cast, client: Client, old_mark: str) -> None:
    client.post(PAGE, report(old_mark, page="//evil.example/"))
    assert ErrorReport.objects.get().page == "/"


def test_a_form_without_its_token_is_refused(cast: Cast, old_mark: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(reverse("disclosures:report-error"), report(old_mark)).status_code == 403
