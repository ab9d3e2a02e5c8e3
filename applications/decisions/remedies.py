"""救济: where somebody who disagrees turns, and the words by which a decision says so.

Since 2024-01-01 who was refused disclosure must ask for review first (行政复议法 art. 23); the
decision has to say so. What counts as refused is a table. A township may word the clause itself;
the periods in it are the law's and written in by the system.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from applications.decisions.outcomes import Outcome
from applications.decisions.rows import Section
from portal.documents.named import filled, names_in, unknown_names

REVIEW_FIRST_SINCE = date(2024, 1, 1)
REVIEW_FIRST_SECTIONS = frozenset({Section.REFUSED, Section.PARTIAL})

REVIEW_LAW = "《中华人民共和国行政复议法》"
LITIGATION_LAW = "《中华人民共和国行政诉讼法》"


class Route(StrEnum):
    REVIEW_FIRST = "review_first"
    EITHER = "either"

    @property
    def label(self) -> str:
        return {"review_first": "先行政复议，再行政诉讼", "either": "行政复议或者行政诉讼"}[
            self.value
        ]

    @property
    def articles(self) -> str:
        return {
            "review_first": f"{REVIEW_LAW}第二十条、第二十三条、第三十四条",
            "either": f"{REVIEW_LAW}第二十条、{LITIGATION_LAW}第四十六条",
        }[self.value]


REVIEW_PERIOD = "60日"
LAWSUIT_PERIOD = {Route.REVIEW_FIRST: "15日", Route.EITHER: "6个月"}
NAMES = ("复议机关", "法院", "复议期限", "起诉期限")
CLAUSES: dict[Route, str] = {
    Route.REVIEW_FIRST: (
        "如对本决定不服，应当自知道本决定之日起【复议期限】内先向【复议机关】申请行政复议；"
        "对行政复议决定仍不服，或者行政复议机关逾期不作决定的，可以自收到行政复议决定书之日"
        "或者行政复议期满之日起【起诉期限】内向【法院】提起行政诉讼。"
    ),
    Route.EITHER: (
        "如对本决定不服，可以自知道本决定之日起【复议期限】内向【复议机关】申请行政复议，"
        "或者自知道本决定之日起【起诉期限】内向【法院】提起行政诉讼。"
    ),
}
# a period in figures or in Chinese numerals
PERIOD = re.compile(r"[0-9０-９一二三四五六七八九十百两半]+\s*个?(?:工作)?(?:日|天|月|年)")


@dataclass(frozen=True)
class Bodies:
    """Who hears complaints against this township's decisions."""

    review_body: str
    court: str


def route(
    outcomes: Iterable[Outcome],
    decided_on: date,
    review_first: Collection[Section] = REVIEW_FIRST_SECTIONS,
) -> Route:
    """One part that was refused sends the whole decision to review first."""
    refused = any(outcome.section in review_first for outcome in outcomes)
    must = refused and decided_on >= REVIEW_FIRST_SINCE
    return Route.REVIEW_FIRST if must else Route.EITHER


def remedy_clause(
    outcomes: Iterable[Outcome],
    decided_on: date,
    bodies: Bodies,
    *,
    review_first: Collection[Section] = REVIEW_FIRST_SECTIONS,
    clauses: Mapping[Route, str] = CLAUSES,
) -> str:
    """救济告知: the closing sentence of a decision."""
    way = route(outcomes, decided_on, review_first)
    return clause_of(way, bodies, clauses)


def clause_of(way: Route, bodies: Bodies, clauses: Mapping[Route, str] = CLAUSES) -> str:
    told = (bodies.review_body, bodies.court, REVIEW_PERIOD, LAWSUIT_PERIOD[way])
    return filled(clauses[way], dict(zip(NAMES, told, strict=True)))


def clause_problems(way: Route, words: str) -> list[str]:
    """Why wording of the staff can't stand in place of ours; each with its cure."""
    named = names_in(words)
    found = [f"救济告知缺少【{name}】，请写上。" for name in NAMES if name not in named]
    found += [
        f"没有叫【{name}】的栏目，这里可以用的是【{'】【'.join(NAMES)}】。"
        for name in unknown_names(NAMES, words)
    ]
    if own := PERIOD.search(words):
        found.append(f"期限由系统按法律规定写，请把“{own[0]}”换成【复议期限】或者【起诉期限】。")
    if "行政复议" not in words or "行政诉讼" not in words:
        found.append("请写明可以申请行政复议、提起行政诉讼。")
    if way is Route.REVIEW_FIRST and "先" not in words:
        found.append("不予公开的决定应当先申请行政复议（行政复议法第二十三条），请写上“先”。")
    return found
