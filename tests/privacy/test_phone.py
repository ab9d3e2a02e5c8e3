import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.privacy.find import personal_numbers

MOBILES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)


def found(text: str) -> list[str]:
    return [one.found.number for one in personal_numbers(text) if one.kind == "phone"]


@given(MOBILES, st.sampled_from(["{}", "电话{}。", "+86{}", "+86 {}", "0086-{}", "张三\t{}\t1"]))
def test_every_mobile_number_is_found(number: str, around: str) -> None:
    assert found(around.format(number)) == [number]


@pytest.mark.parametrize(
    "text", ["139 0000 0001", "139-0000-0001", "139 00000001", "１３９０００００００１"]
)
def test_usual_groups_and_full_width_are_found(text: str) -> None:
    assert found(text) == ["13900000001"]


@pytest.mark.parametrize(
    "text",
    [
        "0551-62839999",
        "（0550）6022345",
        "12345",
        "400-139-0000",
        "13900000001.50元",
        "117.13900000001",
        "1390000000",
        "1390000000123",
        "12900000001",
        "150-2021-003",
        "13900000001AB",
        "2021-10-15 13:00",
        "皖AQ13900000001X",
        "1634256000000",
    ],
)
def test_landlines_amounts_and_codes_are_no_mobiles(text: str) -> None:
    assert found(text) == []
