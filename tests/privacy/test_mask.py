import time

from hypothesis import given
from hypothesis import strategies as st

from portal.privacy.find import personal_numbers
from portal.privacy.mask import mask_numbers
from tests.privacy.numbers import CARD, PHONE, SOMEBODY

PIECES = st.sampled_from([SOMEBODY, PHONE, CARD, "341424830907726", " ", "-", "张三", "1", "7267"])
TEXTS = st.lists(PIECES, max_size=8).map("".join)


def test_each_kind_keeps_what_may_be_shown() -> None:
    text = f"{SOMEBODY}，{PHONE}，{CARD}"
    shown = f"{'*' * 14}{SOMEBODY[-4:]}，139****0001，****{CARD[-4:]}"
    assert mask_numbers(text) == shown


def test_what_excel_left_keeps_nothing() -> None:
    assert "1983" not in mask_numbers("3.41424198309077E+17")


def test_other_words_stay() -> None:
    assert mask_numbers("阳政〔2021〕13号，共 12,345.60 元") == "阳政〔2021〕13号，共 12,345.60 元"


@given(TEXTS | st.text())
def test_masking_leaves_nothing_to_find(text: str) -> None:
    assert personal_numbers(mask_numbers(text)) == []


@given(st.text())
def test_masking_twice_is_masking_once(text: str) -> None:
    assert mask_numbers(mask_numbers(text)) == mask_numbers(text)


def test_a_long_roll_is_masked_in_seconds() -> None:
    started = time.monotonic()
    mask_numbers(f"{SOMEBODY}\t{CARD}\t{PHONE}\n" * 10_000)
    assert time.monotonic() - started < 10


@given(st.text(alphabet="张三，。 "), st.text(alphabet="张三，。 "))
def test_no_whole_number_survives(before: str, after: str) -> None:
    masked = mask_numbers(f"{before}{SOMEBODY}，{after}{CARD}")
    assert SOMEBODY[:14] not in masked
    assert CARD[:10] not in masked
