from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.privacy.find import personal_numbers
from portal.privacy.idnumber import is_identity_number
from tests.privacy.numbers import SOMEBODY, identity_number

BIRTHDAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
NUMBERS = st.builds(identity_number, BIRTHDAYS, st.integers(0, 999))


def kinds(text: str) -> list[str]:
    return [one.kind for one in personal_numbers(text)]


@given(NUMBERS)
def test_every_lawful_number_is_one(number: str) -> None:
    assert is_identity_number(number)
    assert kinds(f"身份证号：{number}，") == ["identity_number"]


@given(NUMBERS, st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(number: str, at: int, by: int) -> None:
    digit = "0123456789".find(number[at])
    wrong = str((digit + by) % 10) if digit >= 0 else "0"
    assert not is_identity_number(number[:at] + wrong + number[at + 1 :])


@given(NUMBERS, st.sampled_from([" ", "-", "  ", "\u3000", "\u00a0", "\u200b", "－"]))
def test_blanks_and_hyphens_hide_nothing(number: str, mark: str) -> None:
    assert kinds(mark.join((number[:6], number[6:14], number[14:]))) == ["identity_number"]
    assert kinds(mark.join(number)) == ["identity_number"]


@given(NUMBERS, st.integers(1, 17))
def test_the_end_of_a_line_hides_nothing(number: str, at: int) -> None:
    assert kinds(f"{number[:at]}\n{number[at:]}") == ["identity_number"]


@given(NUMBERS)
def test_a_cell_for_each_digit_hides_nothing(number: str) -> None:
    assert kinds("张三\t" + "\t".join(number) + "\t男") == ["identity_number"]


def test_numbers_in_neighbouring_cells_are_not_joined() -> None:
    assert kinds(f"{SOMEBODY[:6]}\t{SOMEBODY[6:]}") == []


@given(NUMBERS)
def test_full_width_digits_and_a_small_x_hide_nothing(number: str) -> None:
    wide = number.translate(str.maketrans("0123456789X", "０１２３４５６７８９Ｘ"))
    assert kinds(wide) == kinds(number.lower()) == ["identity_number"]


@given(NUMBERS, st.integers(0, 9))
def test_a_slice_of_a_longer_number_is_none(number: str, digit: int) -> None:
    assert "identity_number" not in kinds(f"{digit}{number}")


@pytest.mark.parametrize("number", ["341424830907726", "110105491231002"])
def test_the_old_fifteen_digits_count(number: str) -> None:
    assert kinds(f"身份证{number}。") == ["identity_number"]


@pytest.mark.parametrize(
    "text", ["A341424830907726", "341424830907726B", "3414248309077261", "341424831307726"]
)
def test_fifteen_digits_in_a_code_or_without_a_birthday_do_not(text: str) -> None:
    assert "identity_number" not in kinds(text)


@pytest.mark.parametrize(
    "text", ["3.41424198309077E+17", "3.4142419830907725e+17", "3.41424198309077E17"]
)
def test_what_excel_left_of_a_number_still_counts(text: str) -> None:
    assert kinds(f"张三\t{text}\t1") == ["identity_number"]


def test_neighbours_in_a_row_are_told_apart() -> None:
    assert kinds(f"12 {SOMEBODY} 4 {SOMEBODY}") == ["identity_number"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "91340100MA2NQ0000X",
        "11341702486344515H/202110-00013",
        "913401007990000010",
        "阳政〔2021〕13号",
        "20211015123456789",
        "341424198313077267",
        "991424198309077267",
        "3.41424E+05",
        "ISBN 978-7-5623-1234-5",
    ],
)
def test_codes_are_no_identity_numbers(text: str) -> None:
    assert kinds(text) == []
