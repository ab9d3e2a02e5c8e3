"""The official tiers of the fee in words, from the table by which it is computed."""

from applications.fees.tiers import TIERS, Basis, Tier


def prices(basis: Basis) -> list[tuple[str, str]]:
    """Rows of a table: how many, how much each."""
    return [(_span(tier, basis.unit), _price(tier, basis.unit)) for tier in TIERS[basis]]


def _span(tier: Tier, unit: str) -> str:
    if tier.last is None:
        return f"第{tier.first}{unit}起"
    return f"第{tier.first}至{tier.last}{unit}"


def _price(tier: Tier, unit: str) -> str:
    if not tier.price:
        return "免费"
    if tier.width:
        return f"每{unit}{tier.price}元；以后每满{tier.width}{unit}，每{unit}再加{tier.rise}元"
    return f"每{unit}{tier.price}元"
