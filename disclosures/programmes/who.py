"""The general check: who it is for and what happened, against whom each programme is meant for.

Nothing here knows who answers; nothing is kept.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True)
class Trait:
    """What somebody may be or be in, as the form asks it and as a programme says it."""

    slug: str
    name: str


WHO = (
    Trait("old", "60—79 周岁的老人"),
    Trait("very-old", "80 周岁以上的老人"),
    Trait("child", "未满 16 周岁的孩子"),
    Trait("student", "在读学生（含幼儿园、职业学校）"),
    Trait("mother", "孕产妇，或家有 3 周岁以下孩子"),
    Trait("disabled", "持残疾证的人"),
    Trait("farmer", "种田、养殖的农户"),
    Trait("forester", "有山场林地的农户"),
    Trait("veteran", "退役军人、烈属"),
    Trait("worker", "找工作、学技术、创业的人"),
    Trait("few-children", "响应政策只生一个孩子或两个女孩的父母"),
)
CIRCUMSTANCES = (
    Trait("poor", "家里收入低，日子困难"),
    Trait("ill", "生病住院，花钱多"),
    Trait("sudden", "突然遭灾、出事故、急用钱"),
    Trait("alone", "没有人赡养或抚养"),
    Trait("care", "生活不能自理，要人照料"),
    Trait("grief", "家里有人去世"),
    Trait("housing", "住的房子不安全"),
)
VILLAGE, TOWN = "village", "town"
PLACES = ((VILLAGE, "农村"), (TOWN, "集镇"))
NAMES = {one.slug: one.name for one in (*WHO, *CIRCUMSTANCES)} | dict(PLACES)


class Fit(Enum):
    MAYBE = "maybe"
    NEARLY = "nearly"
    UNLIKELY = "unlikely"


@dataclass(frozen=True)
class Person:
    """What was ticked."""

    who: frozenset[str]
    circumstances: frozenset[str]
    place: str = ""


@dataclass(frozen=True)
class Aim:
    """Whom a programme is meant for: one of `who`, in one of `circumstances`, living at `place`;
    what is empty leaves everybody in."""

    who: frozenset[str] = frozenset()
    circumstances: frozenset[str] = frozenset()
    place: str = ""


@dataclass(frozen=True)
class Match:
    """`why` names what was ticked; where it does not fit, what is asked for besides."""

    fit: Fit
    why: tuple[str, ...]


def match(aim: Aim, person: Person) -> Match:
    """Whether a programme may fit. It nearly does where only the circumstances are missing: who
    somebody is doesn't change, what happened to them does."""
    elsewhere = bool(aim.place and person.place and aim.place != person.place)
    other = bool(aim.who) and not aim.who & person.who
    spared = bool(aim.circumstances) and not aim.circumstances & person.circumstances
    if elsewhere or other:
        return Match(Fit.UNLIKELY, tuple(_asked(aim, elsewhere, other)))
    if spared:
        wanted = (" 或 ".join(_named(aim.circumstances)),)
        return Match(Fit.NEARLY if aim.who else Fit.UNLIKELY, wanted)
    met = (*_named(aim.who & person.who), *_named(aim.circumstances & person.circumstances))
    return Match(Fit.MAYBE, met or ("本镇居民都可以",))


def _asked(aim: Aim, elsewhere: bool, other: bool) -> Iterator[str]:
    if other:
        yield " 或 ".join(_named(aim.who))
    if elsewhere:
        yield f"户籍在{NAMES[aim.place]}"


def _named(slugs: Collection[str]) -> list[str]:
    """Their names in the order of the form."""
    return [name for slug, name in NAMES.items() if slug in slugs]
