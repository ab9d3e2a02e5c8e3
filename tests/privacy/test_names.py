import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.privacy.names import mask_name


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张伟", "张某"),
        ("张 伟", "张某"),
        ("王建国", "王某某"),
        ("欧阳建国", "欧阳某某"),
        ("欧阳锋", "欧阳某"),
        ("欧阳", "欧某"),
        ("张", "张某"),
        ("张李建国", "张某某某"),
        ("买买提·吐尔逊", "买某某"),
        ("阿卜杜外力", "阿某某"),
        ("约翰·史密斯", "约某某"),
        ("John Smith", "J"),
        ("𠮷田", "𠮷某"),
        ("", ""),
        ("　", ""),
    ],
)
def test_the_surname_stays(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@given(st.text(alphabet="张王李赵建国伟芳·", min_size=2))
def test_no_given_name_survives(name: str) -> None:
    assert set(mask_name(name)[1:]) <= {"某"}
