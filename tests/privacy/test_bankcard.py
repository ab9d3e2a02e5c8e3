import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.privacy.bankcard import is_bank_card
from portal.privacy.find import personal_numbers
from tests.privacy.numbers import CARD, bank_card


def kinds(text: str) -> list[str]:
    return [one.kind for one in personal_numbers(text)]


@pytest.mark.parametrize("length", [16, 17, 18, 19])
@pytest.mark.parametrize("prefix", ["621785", "622848", "955888", "601382"])
def test_chinese_cards_of_every_length_are_found(prefix: str, length: int) -> None:
    assert kinds(f"卡号{bank_card(prefix, length)}。") == ["bank_card"]


@pytest.mark.parametrize("prefix", ["4563", "5149"])
def test_foreign_brands_are_found(prefix: str) -> None:
    assert kinds(bank_card(prefix, 16)) == ["bank_card"]


def test_groups_of_four_are_found() -> None:
    grouped = " ".join(CARD[at : at + 4] for at in range(0, 19, 4))
    assert kinds(grouped) == kinds(grouped.replace(" ", "-")) == ["bank_card"]


@given(st.integers(0, 18), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(at: int, by: int) -> None:
    wrong = str((int(CARD[at]) + by) % 10)
    assert not is_bank_card(CARD[:at] + wrong + CARD[at + 1 :])


def test_what_excel_left_of_a_card_still_counts() -> None:
    assert kinds("6.21785595105111E+18") == ["bank_card"]


@pytest.mark.parametrize(
    "text", [f"9{CARD}", f"{CARD}1", f"0.{CARD}", "1111111111111111", CARD[:15]]
)
def test_longer_shorter_and_other_numbers_are_no_cards(text: str) -> None:
    assert "bank_card" not in kinds(text)
