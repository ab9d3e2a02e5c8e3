"""What villages are called in their own sheets."""

from disclosures.lists.village_names import ENDINGS
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township


def villages_of(township: Township) -> dict[str, int]:
    """Every usual name of a village to its key: 青禾村, 青禾, 青禾村委会, 青禾镇青禾村."""
    names: dict[str, int] = {}
    for village in Organisation.objects.of(township).villages():
        for name in _names(village, township):
            names.setdefault(name, village.pk)
    return names


def _names(village: Organisation, township: Township) -> set[str]:
    bare = village.name
    for ending in ENDINGS:
        bare = bare.removesuffix(ending) or bare
    ways = {village.name, village.short_name, bare, *(f"{bare}{ending}" for ending in ENDINGS)}
    return {name for way in ways if way for name in (way, f"{township.name}{way}")}
