"""A heading with nothing below it stops a paper; a prompt that nobody answered does too."""

import pytest

from portal.reports.papers.unwritten import unwritten


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("（一）主动公开\n公开了十条。", []),
        ("（一）主动公开\n\n（二）依申请公开\n收到两件。", ["“（一）主动公开”下面还没有写。"]),
        ("（一）主动公开\n公开了十条。\n（二）平台建设\n", ["“（二）平台建设”下面还没有写。"]),
        ("一、总体\n（一）主动公开\n公开了十条。", []),
        ("本年度收取信息处理费情况：", ["“本年度收取信息处理费情况：”后面还没有写。"]),
        ("其中：\n发布预警三次。", []),
        ("（一）责任\n责任追究：\n（二）其他\n没有。", ["“责任追究：”后面还没有写。"]),
        ("（一）加强解读，做到同步解读。", []),
        ("", []),
    ],
)
def test_what_is_unwritten(text: str, told: list[str]) -> None:
    assert list(unwritten(text)) == told
