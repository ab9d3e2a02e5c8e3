"""Registers: listed by another, public for their time, repaired by a step, gone by themselves."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from disclosures.flow.refusal import CannotMove
from disclosures.registers.credit_code import LETTERS, check_character, is_credit_code
from disclosures.registers.models import RegisterEntry, months_after
from disclosures.registers.moves import ask_repair, decide_repair, list_entry, remove_due
from portal.core import clock
from portal.search.models import SearchDocument
from tests import factories
from tests.cast import Cast
from tests.disclosures.registers.firms import CODE, FIRM, LISTED, written
from tests.doors.routes import text_of
from tests.factories import moment
from tests.privacy.numbers import PHONE

DOORS = (
    "/registers/safety-blacklist/",
    "/registers/safety-blacklist/?format=csv",
    "/search/?q=茶叶加工厂",
    "/search/?q=茶叶加工厂&format=json",
    f"/search/?q={CODE}",
    "/sitemap.xml",
)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> object:
    def set_now(text: str) -> None:
        now = moment(f"{text} 12:00")
        monkeypatch.setattr(clock, "now", lambda: now)
        monkeypatch.setattr(clock, "today", lambda: now.date())

    set_now("2026-04-09")
    return set_now


def listed(cast: Cast, **fields: object) -> RegisterEntry:
    return list_entry(written(cast, **fields), by=cast.officer, on=LISTED)


def _told(client: Client) -> list[bool]:
    return [FIRM in text_of(client.get(door)) for door in DOORS[:2]] + [
        "没有防护罩" in text_of(client.get(door)) for door in DOORS[2:5]
    ]


def test_an_entry_is_public_by_every_door_while_listed(
    cast: Cast, client: Client, at: object
) -> None:
    entry = listed(cast)
    assert all(_told(client))
    assert FIRM in client.get(entry.get_absolute_url()).content.decode()
    assert entry.removal_on == date(2029, 4, 9)


def test_a_draft_and_a_past_one_are_not(cast: Cast, client: Client, at: object) -> None:
    draft = written(cast)
    assert not any(_told(client))
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_it_is_gone_when_its_time_is_over_though_no_job_has_run(
    cast: Cast, client: Client, at: object
) -> None:
    entry = listed(cast)
    at("2029-04-08")  # type: ignore[operator]
    assert all(_told(client))
    at("2029-04-09")  # type: ignore[operator]
    assert not any(_told(client))
    assert client.get(entry.get_absolute_url()).status_code == 404


def test_the_end_is_recorded_once(cast: Cast, at: object) -> None:
    entry = listed(cast)
    assert remove_due(moment("2029-04-08 23:59")) == 0
    assert remove_due(moment("2029-04-09 00:01")) == 1
    assert remove_due(moment("2029-04-10 00:01")) == 0
    assert entry.steps.last().kind == "removed"
    assert not SearchDocument.objects.filter(kind="register").exists()


def test_nobody_lists_what_he_wrote(cast: Cast, at: object) -> None:
    with pytest.raises(CannotMove, match="由别人审核"):
        list_entry(written(cast, author=cast.officer), by=cast.officer)


def test_a_clerk_does_not_list(cast: Cast, at: object) -> None:
    with pytest.raises(PermissionDenied):
        list_entry(written(cast), by=cast.clerk)


def test_personal_numbers_are_refused(cast: Cast, at: object) -> None:
    with pytest.raises(CannotMove, match="手机号"):
        list_entry(written(cast, facts=f"电话 {PHONE}"), by=cast.officer)


def test_repair_is_not_asked_for_too_early(cast: Cast, at: object) -> None:
    with pytest.raises(CannotMove, match="满 12 个月（2027-04-09）"):
        ask_repair(listed(cast), grounds="已改", by=cast.officer, on=date(2027, 4, 8))


def test_a_granted_repair_ends_it_at_once(cast: Cast, client: Client, at: object) -> None:
    entry = listed(cast)
    at("2027-05-10")  # type: ignore[operator]
    ask_repair(entry, grounds="已改", by=cast.officer)
    assert all(_told(client))
    decide_repair(entry, granted=True, reason="复查合格", by=cast.officer)
    assert not any(_told(client))
    assert [step.kind for step in entry.steps.all()] == [
        "listed",
        "repair-asked",
        "repair-granted",
        "removed",
    ]


def test_a_refused_repair_leaves_it(cast: Cast, client: Client, at: object) -> None:
    entry = listed(cast)
    at("2027-05-10")  # type: ignore[operator]
    ask_repair(entry, grounds="已改", by=cast.officer)
    decide_repair(entry, granted=False, reason="没有改完", by=cast.officer)
    assert all(_told(client))
    ask_repair(entry, grounds="又改了", by=cast.officer)


def test_an_inspection_is_no_penalty(cast: Cast, at: object) -> None:
    with pytest.raises(CannotMove, match="不需要信用修复"):
        ask_repair(
            listed(cast, register="safety-inspections"),
            grounds="x",
            by=cast.officer,
            on=date(2027, 5, 1),
        )


def test_another_townships_firms_are_not_shown(cast: Cast, client: Client, at: object) -> None:
    cast.town.host = "testserver"
    cast.town.save()
    other = factories.township(host="other.test")
    office = factories.organisation(other)
    entry = written(cast, township=other, issuer=office, author=None)
    foreign = list_entry(entry, by=factories.staff(office, *cast.officer.roles), on=LISTED)
    assert not any(_told(client))
    assert client.get(foreign.get_absolute_url()).status_code == 404


def test_a_firm_is_found_by_name_or_code(cast: Cast, client: Client, at: object) -> None:
    listed(cast)
    listed(cast, firm="别的厂")
    page = client.get("/registers/safety-blacklist/", {"q": "茶叶"}).content.decode()
    assert "共 1 条" in page
    page = client.get("/registers/safety-blacklist/", {"q": CODE.lower()}).content.decode()
    assert "共 2 条" in page


def test_the_desk_lists_and_locks_it(cast: Cast, client: Client, at: object) -> None:
    entry = written(cast)
    client.force_login(cast.officer)
    change = reverse("admin:disclosures_registerentry_change", args=[entry.pk])
    assert 'name="facts"' in client.get(change).content.decode()
    client.post(reverse("admin:disclosures_registerentry_list", args=[entry.pk]))
    entry.refresh_from_db()
    assert entry.listed_on == LISTED
    assert 'name="facts"' not in client.get(change).content.decode()


@given(st.text(alphabet=LETTERS, min_size=9, max_size=9), st.integers(0, 999_999))
def test_a_credit_code_checks_itself(letters: str, region: int) -> None:
    body = f"91{region:06d}{letters}"
    code = body + check_character(body)
    assert is_credit_code(code)
    wrong = LETTERS[(LETTERS.index(code[17]) + 1) % 31]
    assert not is_credit_code(body + wrong)


@pytest.mark.parametrize(
    "code", ["", "91350100M000100Y4", "91350100M000100Y43X", "9135O100M000100Y43"]
)
def test_what_is_no_credit_code(code: str) -> None:
    assert not is_credit_code(code)


def test_a_real_code_is_one() -> None:
    assert is_credit_code("91350100M000100Y43")


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-04-09", 36, "2029-04-09"),
        ("2024-02-29", 12, "2025-02-28"),
    ],
)
def test_months_end_on_the_same_day_or_the_last(start: str, months: int, end: str) -> None:
    assert months_after(date.fromisoformat(start), months).isoformat() == end
