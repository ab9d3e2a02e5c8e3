"""Short addresses for paper: /g/x3f/ leads to the page. The code is the kind and the key written
in thirty-two signs that nobody mistakes for one another, so no table of codes is needed."""

import re

from django.urls import reverse

from portal.reports.board.kinds import SheetKind

BOARD = "board"
# 信息 (and names: the page of the list tells the rest), 账, 预警, 公开栏
LETTERS = {
    SheetKind.ITEM.value: "x",
    SheetKind.PERIOD.value: "z",
    SheetKind.WARNING.value: "y",
    BOARD: "g",
}
KINDS = {letter: kind for kind, letter in LETTERS.items()}
SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
LOOKALIKES = str.maketrans("oil", "011")
CODE = re.compile(rf"[{''.join(KINDS)}][0-9a-z]{{1,10}}", re.ASCII)


def code_of(kind: str, key: int) -> str:
    signs = ""
    while key:
        key, rest = divmod(key, len(SIGNS))
        signs = SIGNS[rest] + signs
    letter = LETTERS[SheetKind.ITEM.value if kind == SheetKind.NAMES else kind]
    return letter + (signs or "0")


def read_code(code: str) -> tuple[str, int] | None:
    """Kind and key; capitals, and o, i, l for 0 and 1, are understood. None for no code of ours."""
    code = code.lower()
    if not CODE.fullmatch(code):
        return None
    key = 0
    for sign in code[1:].translate(LOOKALIKES):
        if sign not in SIGNS:
            return None
        key = key * len(SIGNS) + SIGNS.index(sign)
    return (KINDS[code[0]], key) if key < 2**63 else None


def short_address(kind: str, key: int) -> str:
    return reverse("reports:short", args=[code_of(kind, key)])
