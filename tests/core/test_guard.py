"""Programs are kept out without puzzles: too fast, too stale, too often."""

from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django.core import signing
from django.test import RequestFactory

from portal.core import clock, guard
from portal.core.guard import (
    LEAST_SECONDS,
    LONGEST_SECONDS,
    MOST_PER_HOUR,
    Haste,
    at_limit,
    count,
    haste_of,
    is_still_good,
    started_mark,
    too_often,
)


def mark_of_age(monkeypatch: pytest.MonkeyPatch, seconds: float) -> str:
    real = signing.time.time
    monkeypatch.setattr(signing.time, "time", lambda: real() - seconds)
    mark = started_mark()
    monkeypatch.setattr(signing.time, "time", real)
    return mark


@pytest.mark.parametrize(
    ("seconds", "haste"),
    [
        (0, Haste.TOO_FAST),
        (LEAST_SECONDS + 2, Haste.FINE),
        (LONGEST_SECONDS - 60, Haste.FINE),
        (LONGEST_SECONDS + 60, Haste.STALE),
    ],
)
def test_a_form_is_sent_neither_at_once_nor_the_day_after(
    monkeypatch: pytest.MonkeyPatch, seconds: int, haste: Haste
) -> None:
    assert haste_of(mark_of_age(monkeypatch, seconds)) is haste


ALIEN = signing.dumps("x", salt="another")


@pytest.mark.parametrize("mark", ["", "forged", ALIEN], ids=["empty", "forged", "alien"])
def test_a_mark_that_is_not_ours_is_never_good(mark: str) -> None:
    assert haste_of(mark) is Haste.TOO_FAST
    assert not is_still_good(mark)


def test_no_two_forms_bear_the_same_mark() -> None:
    assert len({started_mark() for _ in range(50)}) == 50


def asked_by(address: str = "192.0.2.7") -> object:
    return RequestFactory().post("/", REMOTE_ADDR=address)


def test_an_address_may_so_often_within_the_hour() -> None:
    tries = [too_often(asked_by(), "ask") for _ in range(MOST_PER_HOUR + 2)]
    assert tries == [False] * MOST_PER_HOUR + [True, True]


def test_others_are_not_slowed_nor_other_acts() -> None:
    for _ in range(MOST_PER_HOUR + 1):
        too_often(asked_by(), "ask")
    assert not too_often(asked_by("192.0.2.8"), "ask")
    assert not too_often(asked_by(), "track")


def test_asking_whether_the_limit_is_reached_does_not_count() -> None:
    for _ in range(9):
        assert not at_limit(asked_by(), "track", 2)
    count(asked_by(), "track")
    count(asked_by(), "track")
    assert at_limit(asked_by(), "track", 2)


def test_the_hour_is_an_hour_in_the_cache_of_production(settings: object, tmp_path: Path) -> None:
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": tmp_path / "cache"}}
    start, allowed = clock.now(), 0
    for minutes in (0, 1, 2, 3, 4, 20, 59, 61):
        with patch.object(clock, "now", lambda minutes=minutes: start + timedelta(minutes=minutes)):
            allowed += not too_often(asked_by(), "ask")
    assert allowed == MOST_PER_HOUR + 1


def test_no_address_stands_in_the_key() -> None:
    assert "192.0.2.7" not in guard._key(asked_by(), "ask")
