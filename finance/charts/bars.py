"""Sorted bars: how large each part is. Drawn in inline SVG by templates/finance/charts/_bars.html.

Lengths are in hundredths of the longest bar, so the picture scales with the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Bar:
    """One part: `share` in percent of the sum of all (two places; None of nothing), `length` in
    percent of the longest, `url` where the part can be opened, `more` a few words beside it."""

    name: str
    amount: Decimal
    share: Decimal | None
    length: Decimal
    url: str = ""
    more: str = ""

    @property
    def negative(self) -> bool:
        return self.amount < 0


def bars(parts: Iterable[tuple[str, Decimal, str]], *, ordered: bool = True) -> list[Bar]:
    """`parts` as (name, amount in yuan, address or nothing), the largest first."""
    given = list(parts)
    if ordered:
        given.sort(key=lambda part: -part[1])
    whole = sum((amount for _, amount, _ in given), Decimal(0))
    longest = max((abs(amount) for _, amount, _ in given), default=Decimal(0))
    return [
        Bar(
            name, amount, _percent(amount, whole), _percent(abs(amount), longest) or Decimal(0), url
        )
        for name, amount, url in given
    ]


def _percent(part: Decimal, whole: Decimal) -> Decimal | None:
    return (part / whole * 100).quantize(CENT, ROUND_HALF_UP) if whole else None
