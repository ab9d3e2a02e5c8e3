"""Which entry an accountant's red letters take back: found by amount, and by what they say."""

import re

from finance.accounts.models import Account
from finance.ledger.models import LedgerEntry
from finance.ledger.sheet import Entry

MOST = 50
# what is written around the purpose of the entry that is taken back
AROUND = re.compile(r"红字|冲销|冲回|冲减|冲账|更正|调整|退回|多记|重记|[\s：:（）()，,。、“”\"]+")


def original_of(red: Entry, account: Account) -> LedgerEntry | None:
    """The one entry of `account` that `red` takes back: the same amount, not later, not taken back
    yet; of several the one whose voucher or purpose is named. None where that leaves a doubt."""
    rows = LedgerEntry.objects.filter(
        account=account,
        direction=red.direction.value,
        amount=-red.amount,
        on__lte=red.on,
        reverses=None,
        reversed_by=None,
    )
    found = list(rows.order_by("-on", "-pk")[:MOST])
    named = [one for one in found if _names(red, one)]
    likely = named or found
    return likely[0] if len(likely) == 1 else None


def _names(red: Entry, original: LedgerEntry) -> bool:
    said = _bare(f"{red.purpose}{red.remark}")
    if original.voucher and original.voucher != red.voucher and original.voucher in said:
        return True
    return bool(purpose := _bare(original.purpose)) and purpose in said


def _bare(words: str) -> str:
    return AROUND.sub("", words)
