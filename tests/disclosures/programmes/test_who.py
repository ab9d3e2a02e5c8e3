"""The general check: whom a programme is meant for against what was ticked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.programmes.who import CIRCUMSTANCES, PLACES, WHO, Aim, Fit, Person, match

SLUGS = frozenset(one.slug for one in WHO)
CASES = frozenset(one.slug for one in CIRCUMSTANCES)


def aim(who: str = "", circumstances: str = "", place: str = "") -> Aim:
    return Aim(frozenset(who.split()), frozenset(circumstances.split()), place)


def person(who: str = "", circumstances: str = "", place: str = "") -> Person:
    return Person(frozenset(who.split()), frozenset(circumstances.split()), place)


@pytest.mark.parametrize(
    ("meant", "ticked", "fit", "why"),
    [
        (aim("very-old"), person("very-old"), Fit.MAYBE, ("80 周岁以上的老人",)),
        (aim("very-old"), person("farmer"), Fit.UNLIKELY, ("80 周岁以上的老人",)),
        (aim("old very-old"), person("very-old"), Fit.MAYBE, ("80 周岁以上的老人",)),
        (aim("", "poor"), person("farmer", "poor"), Fit.MAYBE, ("家里收入低，日子困难",)),
        (aim("", "poor"), person("farmer"), Fit.UNLIKELY, ("家里收入低，日子困难",)),
        (aim("disabled", "poor"), person("disabled"), Fit.NEARLY, ("家里收入低，日子困难",)),
        (aim("disabled", "poor"), person("old", "poor"), Fit.UNLIKELY, ("持残疾证的人",)),
        (aim("farmer", "", "village"), person("farmer", "", "village"), Fit.MAYBE, None),
        (aim("farmer", "", "village"), person("farmer"), Fit.MAYBE, None),
        (
            aim("farmer", "", "village"),
            person("farmer", "", "town"),
            Fit.UNLIKELY,
            ("户籍在农村",),
        ),
        (aim(), person(), Fit.MAYBE, ("本镇居民都可以",)),
        (
            aim("student", "poor alone"),
            person("student", "alone"),
            Fit.MAYBE,
            ("在读学生（含幼儿园、职业学校）", "没有人赡养或抚养"),
        ),
    ],
)
def test_it_fits_nearly_fits_or_does_not(
    meant: Aim, ticked: Person, fit: Fit, why: tuple[str, ...] | None
) -> None:
    found = match(meant, ticked)
    assert found.fit is fit
    if why is not None:
        assert found.why == why


PLACE = st.sampled_from(["", *(slug for slug, _ in PLACES)])
AIMS = st.builds(Aim, st.frozensets(st.sampled_from(sorted(SLUGS))),
                 st.frozensets(st.sampled_from(sorted(CASES))), PLACE)  # fmt: skip
PERSONS = st.builds(Person, st.frozensets(st.sampled_from(sorted(SLUGS))),
                    st.frozensets(st.sampled_from(sorted(CASES))), PLACE)  # fmt: skip


@given(AIMS, PERSONS)
def test_there_is_always_a_reason(meant: Aim, ticked: Person) -> None:
    assert match(meant, ticked).why


@given(AIMS)
def test_ticking_everything_fits_everything_but_for_the_place(meant: Aim) -> None:
    assert match(meant, Person(SLUGS, CASES, meant.place)).fit is Fit.MAYBE


@given(AIMS, PERSONS, st.sampled_from(sorted(CASES)))
def test_one_more_circumstance_never_makes_it_fit_less(
    meant: Aim, ticked: Person, more: str
) -> None:
    order = [Fit.UNLIKELY, Fit.NEARLY, Fit.MAYBE]
    worse = Person(ticked.who, ticked.circumstances | {more}, ticked.place)
    assert order.index(match(meant, worse).fit) >= order.index(match(meant, ticked).fit)
