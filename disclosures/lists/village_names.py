"""Which village a cell or a title means."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

ENDINGS = ("村民委员会", "居民委员会", "村委会", "居委会", "村", "社区", "居")
BLANK = re.compile(r"\s+")
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
ABOVE = re.compile(r"^(?:[^省]{1,4}省)?(?:[^市]{1,4}市)?(?:[^县区]{1,4}[县区])?")
GROUP = re.compile(r"[\w第]{1,12}(?:组|队|自然村|庄|岗|湾|塘)")


@dataclass(frozen=True)
class VillageNamed:
    """What a cell names: the village's key, None where there is none, and the group behind it."""

    key: int | None = None
    group: str = ""


def village_named(written: str, villages: Mapping[str, int]) -> VillageNamed:
    """青禾, 青禾村委会, 青禾村（社区）, 澄湖县青禾镇青禾村前庄组."""
    name = BLANK.sub("", written)
    for way in (name, BRACKETS.sub("", name), ABOVE.sub("", name)):
        if way in villages:
            return VillageNamed(villages[way])
    longest = max(filter(ABOVE.sub("", name).startswith, _whole(villages)), key=len, default="")
    group = ABOVE.sub("", name).removeprefix(longest)
    if longest and GROUP.fullmatch(group):
        return VillageNamed(villages[longest], group)
    return VillageNamed()


def near_village(written: str, villages: Mapping[str, int]) -> str:
    """The name that was probably meant; "" for no idea."""
    return "".join(difflib.get_close_matches(written, villages, n=1, cutoff=0.5))


def only_village(texts: Iterable[str], villages: Mapping[str, int]) -> int | None:
    """The one village that titles speak of; None where they name none or several."""
    words = BLANK.sub("", " ".join(texts))
    named = {villages[name] for name in _whole(villages) if name in words}
    return named.pop() if len(named) == 1 else None


def _whole(villages: Mapping[str, int]) -> list[str]:
    """Names that say village or community: 青禾 alone may be the township's too."""
    return [name for name in villages if name.endswith(ENDINGS)]
