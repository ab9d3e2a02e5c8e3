"""Display modes: one cookie, only when chosen, read by the style sheet alone."""

import pytest
from django.test import Client

from tests.cast import Cast

CSS = "/appearance.css"


def test_a_reader_who_chooses_nothing_gets_no_cookie(cast: Cast, client: Client) -> None:
    client.get("/")
    client.get(CSS)
    assert not client.cookies


def test_choosing_a_mode_leads_back_to_the_page(cast: Cast, client: Client) -> None:
    answer = client.get("/appearance/?mode=large&next=/villages/")
    assert answer.url == "/villages/"
    assert list(client.cookies) == ["mode"]
    assert client.cookies["mode"]["httponly"]


@pytest.mark.parametrize("mode", ["large", "contrast"])
def test_the_style_sheet_follows_the_cookie(cast: Cast, client: Client, mode: str) -> None:
    client.get(f"/appearance/?mode={mode}&next=/")
    answer = client.get(CSS)
    assert answer.content
    assert (answer["Vary"], answer["Cache-Control"]) == ("Cookie", "private, no-cache")


def test_the_page_itself_is_the_same_in_every_mode(cast: Cast, client: Client) -> None:
    plain = client.get("/").content
    client.get("/appearance/?mode=large&next=/")
    answer = client.get("/")
    assert answer.content == plain
    assert "Cookie" not in answer.get("Vary", "")


def test_going_back_to_standard_forgets_the_choice(cast: Cast, client: Client) -> None:
    client.get("/appearance/?mode=large&next=/")
    client.get("/appearance/?mode=standard&next=/")
    assert client.get(CSS).content == b""


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_it_never_leads_to_another_site(cast: Cast, client: Client, to: str) -> None:
    assert client.get("/appearance/", {"mode": "large", "next": to}).url == "/"


def test_a_forged_cookie_opens_no_file(cast: Cast, client: Client) -> None:
    client.cookies["mode"] = "../../settings"
    assert client.get(CSS).content == b""


def test_an_unchanged_style_sheet_is_not_sent_again(cast: Cast, client: Client) -> None:
    client.cookies["mode"] = "large"
    tag = client.get(CSS)["ETag"]
    assert client.get(CSS, headers={"if-none-match": tag}).status_code == 304
    client.cookies["mode"] = "contrast"
    assert client.get(CSS, headers={"if-none-match": tag}).status_code == 200


def test_the_cookie_lasts_a_year_and_stays_on_the_site(cast: Cast, client: Client) -> None:
    client.get("/appearance/?mode=contrast&next=/")
    cookie = client.cookies["mode"]
    assert (cookie["max-age"], cookie["samesite"]) == (365 * 24 * 3600, "Lax")


def test_the_cookie_is_for_https_alone_where_the_site_is(cast: Cast, client: Client) -> None:
    client.get("/appearance/?mode=large&next=/", secure=True)
    assert client.cookies["mode"]["secure"]


@pytest.mark.parametrize("mode", ["", "standard", "../x", "LARGE"])
def test_an_unknown_mode_is_the_standard_one(cast: Cast, client: Client, mode: str) -> None:
    client.get("/appearance/?mode=large&next=/")
    client.get("/appearance/", {"mode": mode, "next": "/"})
    assert client.cookies["mode"].value == ""


def test_the_way_back_keeps_what_was_asked(cast: Cast, client: Client) -> None:
    to = "/deadline/?received=2026-03-02&days=20"
    assert client.get("/appearance/", {"mode": "large", "next": to}).url == to
