"""Warnings: issued at once, on every page while they hold, in the archive by themselves."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from disclosures.flow.refusal import CannotMove
from disclosures.warnings.models import EmergencyWarning
from disclosures.warnings.moves import issue, lift, update, withdraw
from portal.core import clock
from tests import factories
from tests.cast import Cast
from tests.disclosures.warnings.storms import START, storm
from tests.doors.routes import text_of
from tests.factories import moment
from tests.privacy.numbers import PHONE

TITLE = "暴雨橙色预警"
HOUR = timedelta(hours=1)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> object:
    def set_now(now: object) -> None:
        monkeypatch.setattr(clock, "now", lambda: now)
        monkeypatch.setattr(clock, "today", lambda: now.date())  # type: ignore[attr-defined]

    set_now(START + HOUR)
    return set_now


PAGES = ("/", "/disclosures/", "/villages/", "/questions/ask/", "/deadline/", "/nothing-here/")


@pytest.mark.parametrize("path", PAGES)
def test_one_in_force_stands_on_every_page(
    cast: Cast, client: Client, at: object, path: str
) -> None:
    issue(storm(cast), by=cast.officer)
    assert TITLE in client.get(path).content.decode()


@pytest.mark.parametrize(
    ("hours", "shown"), [(-0.01, False), (0, True), (9.99, True), (10, False), (500, False)]
)
def test_it_comes_and_goes_by_itself(
    cast: Cast, client: Client, at: object, hours: float, shown: bool
) -> None:
    issue(storm(cast), by=cast.officer, at=START - HOUR)
    at(START + hours * HOUR)  # type: ignore[operator]
    assert (TITLE in client.get("/villages/").content.decode()) is shown


def test_cached_pages_are_kept_for_no_more_than_a_minute(cast: Cast, client: Client) -> None:
    assert client.get("/")["Cache-Control"] == "public, max-age=60"


def test_a_draft_is_nowhere(cast: Cast, client: Client, at: object) -> None:
    warning = storm(cast)
    for path in ("/", "/warnings/", "/warnings/?format=csv", "/feeds/warnings.xml", "/sitemap.xml"):
        assert TITLE not in text_of(client.get(path))
    assert client.get(warning.get_absolute_url()).status_code == 404


def test_the_archive_keeps_it(cast: Cast, client: Client, at: object) -> None:
    warning = issue(storm(cast), by=cast.officer)
    at(START + 500 * HOUR)  # type: ignore[operator]
    assert TITLE in client.get("/warnings/").content.decode()
    page = client.get(warning.get_absolute_url()).content.decode()
    assert "已解除" in page
    assert "低洼处的人往高处走" in page


def test_the_most_severe_stands_first(cast: Cast, at: object) -> None:
    for level in ("blue", "red", "yellow"):
        issue(storm(cast, level=level), by=cast.officer)
    found = EmergencyWarning.objects.public(cast.town, clock.now()).in_force(clock.now())
    assert [one.level for one in found] == ["red", "yellow", "blue"]


def test_another_townships_warning_is_not_shown(cast: Cast, client: Client, at: object) -> None:
    cast.town.host = "testserver"
    cast.town.save()
    other = factories.township(host="other.test")
    office = factories.organisation(other)
    person = factories.staff(office, *cast.officer.roles)
    foreign = issue(storm(cast, township=other, issuer=office, title="外镇预警"), by=person)
    for path in ("/", "/warnings/", "/feeds/warnings.xml"):
        assert "外镇预警" not in text_of(client.get(path))
    assert client.get(foreign.get_absolute_url()).status_code == 404


def test_a_clerk_drafts_but_does_not_issue(cast: Cast, at: object) -> None:
    with pytest.raises(PermissionDenied):
        issue(storm(cast), by=cast.clerk)


def test_it_is_issued_once(cast: Cast, at: object) -> None:
    warning = issue(storm(cast), by=cast.officer)
    with pytest.raises(CannotMove, match="已经发布"):
        issue(warning, by=cast.officer)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"situation": f"请联系 {PHONE}"}, "手机号"),
        ({"advice": " \n "}, "应当怎样做"),
        ({"ends_at": START + HOUR}, "结束时间已经过了"),
    ],
)
def test_what_cannot_stand_is_refused(
    cast: Cast, at: object, fields: dict[str, object], told: str
) -> None:
    with pytest.raises(CannotMove, match=told):
        issue(storm(cast, **fields), by=cast.officer)


def test_an_update_is_added_and_the_first_words_stay(
    cast: Cast, client: Client, at: object
) -> None:
    warning = issue(storm(cast), by=cast.officer)
    update(warning, text="雨更大了", level="red", by=cast.officer)
    warning.refresh_from_db()
    assert warning.level == "red"
    page = client.get(warning.get_absolute_url()).content.decode()
    assert "发布（橙色预警（Ⅱ级）" in page
    assert "升级（红色预警（Ⅰ级）" in page


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"level": "red"}, "raised"),
        ({"level": "blue"}, "lowered"),
        ({"ends_at": START + 20 * HOUR}, "extended"),
        ({}, "added"),
    ],
)
def test_an_update_says_what_it_is(
    cast: Cast, at: object, changed: dict[str, object], kind: str
) -> None:
    warning = issue(storm(cast), by=cast.officer)
    assert update(warning, text="有变化", by=cast.officer, **changed).kind == kind


def test_lifted_it_leaves_every_page_at_once(cast: Cast, client: Client, at: object) -> None:
    warning = issue(storm(cast), by=cast.officer)
    lift(warning, text="", by=cast.officer)
    assert TITLE not in client.get("/villages/").content.decode()
    with pytest.raises(CannotMove, match="已解除，不能再改"):
        update(warning, text="又来了", by=cast.officer)


def test_one_issued_in_error_says_so_and_nothing_else(
    cast: Cast, client: Client, at: object
) -> None:
    warning = issue(storm(cast), by=cast.officer)
    withdraw(warning, reason="演练稿误发。", by=cast.officer)
    answer = client.get(warning.get_absolute_url())
    assert answer.status_code == 410
    assert "演练稿误发。" in answer.content.decode()
    for path in ("/", "/warnings/", "/warnings/?format=csv", "/feeds/warnings.xml", "/sitemap.xml"):
        assert TITLE not in text_of(client.get(path))


def test_the_list_is_narrowed_and_taken_away(cast: Cast, client: Client, at: object) -> None:
    issue(storm(cast), by=cast.officer)
    issue(storm(cast, title="高温蓝色预警", hazard="heat", level="blue"), by=cast.officer)
    page = client.get("/warnings/", {"hazard": "heat"}).content.decode()
    assert "共 1 条" in page
    assert "暴雨橙色预警" in text_of(client.get("/warnings/", {"level": "orange", "format": "csv"}))
    assert client.get("/warnings/", {"year": "0", "level": "?"}).status_code == 200


def test_the_desk_issues_and_locks_it(cast: Cast, client: Client, at: object) -> None:
    warning = storm(cast)
    client.force_login(cast.officer)
    change = reverse("admin:disclosures_emergencywarning_change", args=[warning.pk])
    assert 'name="situation"' in client.get(change).content.decode()
    client.post(reverse("admin:disclosures_emergencywarning_issue", args=[warning.pk]))
    warning.refresh_from_db()
    assert warning.issued_by == cast.officer
    assert 'name="situation"' not in client.get(change).content.decode()
    client.post(
        reverse("admin:disclosures_emergencywarning_update", args=[warning.pk]),
        {
            "text": "升级",
            "level": "red",
            "ends_at_0": "2026-06-20",
            "ends_at_1": "08:00",
        },
    )
    warning.refresh_from_db()
    assert (warning.level, warning.ends_at) == ("red", moment("2026-06-20 08:00"))


def test_the_banner_costs_one_query(
    cast: Cast, client: Client, at: object, django_assert_max_num_queries: object
) -> None:
    for _ in range(5):
        issue(storm(cast), by=cast.officer)
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        client.get("/nothing-here/")
