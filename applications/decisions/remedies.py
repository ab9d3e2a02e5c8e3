"""救济: where somebody who disagrees turns, and the words by which a decision says so.

Since 2024-01-01 who was refused disclosure must ask for review first (行政复议法 art. 23); the
decision has to say so. What counts as refused is a table, and the wording too, so that staff can
follow the county's reading of the law.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from applications.decisions.outcomes import Outcome
from applications.decisions.rows import Section

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


CLAUSES: dict[Route, str] = {
    Route.REVIEW_FIRST: (
        "如对本决定不服，应当自知道本决定之日起60日内先向{review_body}申请行政复议；"
        "对行政复议决定仍不服，或者行政复议机关逾期不作决定的，可以自收到行政复议决定书之日"
        "或者行政复议期满之日起15日内向{court}提起行政诉讼。"
    ),
    Route.EITHER: (
        "如对本决定不服，可以自知道本决定之日起60日内向{review_body}申请行政复议，"
        "或者自知道本决定之日起6个月内向{court}提起行政诉讼。"
    ),
}


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
    words = clauses[way].replace("{review_body}", bodies.review_body)
    return words.replace("{court}", bodies.court)


def clause_problems(way: Route, words: str) -> list[str]:
    """What is missing in wording that staff put in place of ours."""
    needed = {"{review_body}": "复议机关", "{court}": "法院", "60日": "60日的复议期限"}
    if way is Route.REVIEW_FIRST:
        needed |= {"先": "应当先申请行政复议", "15日": "复议之后15日的起诉期限"}
    else:
        needed |= {"6个月": "6个月的起诉期限"}
    return [
        f"救济告知缺少{what}，请写入“{mark}”。"
        for mark, what in needed.items()
        if mark not in words
    ]
