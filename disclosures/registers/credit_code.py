"""统一社会信用代码 (GB 32100-2015): 18 characters, the last one checks the others."""

import re

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
SHAPE = re.compile(f"[{LETTERS}]{{2}}[0-9]{{6}}[{LETTERS}]{{10}}")


def check_character(body: str) -> str:
    """The 18th character that the first 17 ask for."""
    total = sum(LETTERS.index(one) * weight for one, weight in zip(body, WEIGHTS, strict=True))
    return LETTERS[(31 - total % 31) % 31]


def is_credit_code(code: str) -> bool:
    """Whether `code` can be a firm's or a sole trader's."""
    return SHAPE.fullmatch(code) is not None and check_character(code[:17]) == code[17]
