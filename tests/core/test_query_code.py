"""Codes that let the one who asked see how the matter stands."""

import re

import pytest

from portal.core.query_code import code_from, digest_of, fits


def test_a_code_is_three_groups_that_are_read_without_mistake() -> None:
    code = code_from("anything")
    assert re.fullmatch("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}", code)
    assert not set("ilo01") & set(code)


def test_the_same_seed_gives_the_same_code_and_another_another() -> None:
    assert code_from("a") == code_from("a")
    assert len({code_from(str(number)) for number in range(500)}) == 500


def test_only_the_code_fits_its_digest() -> None:
    code = code_from("a")
    assert fits(code, digest_of(code))
    assert not fits(code_from("b"), digest_of(code))
    assert code.replace("-", "") not in digest_of(code)


def wide(code: str) -> str:
    """As a Chinese keyboard in full-width mode types it."""
    return "".join(chr(ord(letter) + 0xFEE0) for letter in code)


@pytest.mark.parametrize("change", [str.upper, lambda code: f" {code} ", wide])
def test_it_may_be_typed_as_people_type(change: object) -> None:
    code = code_from("a")
    typed = change(code)
    assert fits(typed, digest_of(code))
    assert fits(code.replace("-", " "), digest_of(code))
    assert fits(code.replace("-", ""), digest_of(code))


@pytest.mark.parametrize("code", ["", "-", "abcd-efgh-jkmn"])
def test_nothing_fits_where_no_code_was_given_out(code: str) -> None:
    assert not fits(code, "")


def test_codes_outlive_a_change_of_the_secret_key(settings: object) -> None:
    code = code_from("a")
    digest = digest_of(code)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a-new-one-after-the-old-one-leaked"
    assert fits(code, digest)
