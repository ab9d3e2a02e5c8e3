"""The identity number of a row: checked, compared, and told to nobody."""

import re
import unicodedata

from portal.privacy.idnumber import is_identity_number
from portal.spreadsheets.cells import RUINED, BadCell, as_text

# typed before a number to keep a spreadsheet from counting with it
GUARDS = "'‘’`´\""
BLANK = re.compile(r"\s+")
# somebody masked it already: nothing to compare, and nothing to complain of
MASKED = re.compile(r"[0-9]{0,14}[*＊×●xX]{3,}[0-9]{0,4}[0-9X]?")
WRONG = "身份证号位数或校验位不对，请核对；这一栏不会保存。"


def identity_of(cell: object) -> str:
    """The bare number for comparing; "" where there is none or it is masked. Raises BadCell, whose
    message doesn't repeat it."""
    text = unicodedata.normalize("NFKC", as_text(cell))
    bare = BLANK.sub("", text).strip(GUARDS).upper()
    if not bare or MASKED.fullmatch(bare):
        return ""
    if is_identity_number(bare):
        return bare
    raise BadCell(RUINED if isinstance(cell, float) else WRONG)
