import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.uploads.file_name import safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("关于2025年低保的公示.PDF", "关于2025年低保的公示.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\用户\\桌面\\表.xlsx", "表.xlsx"),
        ("..隐藏.txt", "隐藏.txt"),
        ("公告\u202efdp.exe", "公告fdp.exe"),
        ("a\r\nb\0.txt", "ab.txt"),
        ('a<b>"c"?.txt', "a_b__c__.txt"),
        ("a  b .txt", "a b.txt"),
        ("", "文件"),
        ("/", "文件"),
        (".txt", "txt"),
        ("很" * 300 + ".docx", "很" * 66 + ".docx"),
    ],
)
def test_names_stay_chinese_and_become_harmless(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text())
def test_no_name_leaves_its_folder(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert not set(safe) & set('/\\<>:"|?*\0\n\u202e')
    assert not safe.startswith(".")
    assert len(safe.encode()) <= 255
    assert safe_name(safe) == safe
