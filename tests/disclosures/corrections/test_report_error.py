"""A resident points out a mistake; programs are kept out without puzzles."""

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from disclosures.corrections.guard import MOST_PER_HOUR, SALT
from disclosures.corrections.models import ErrorReport
from tests.cast import Cast

PAGE = "/report-error/"


@pytest.fixture
def old_mark(monkeypatch: pytest.MonkeyPatch) -> str:
    """A mark of a form that was handed out a minute ago."""
    real = signing.time.time
    monkeypatch.setattr(signing.time, "time", lambda: real() - 60)
    mark = signing.dumps(1, salt=SALT)
    monkeypatch.setattr(signing.time, "time", real)
    return mark


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


def test_a_page_elsewhere_is_not_kept(cast: Cast, client: Client, old_mark: str) -> None:
    client.post(PAGE, report(old_mark, page="//evil.example/"))
    assert ErrorReport.objects.get().page == "/"


def test_a_form_without_its_token_is_refused(cast: Cast, old_mark: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(reverse("disclosures:report-error"), report(old_mark)).status_code == 403
