"""The demo's papers name offices, matters and figures that are there."""

import json
from datetime import date

from portal.reports.annual.issue import CHAPTERS
from portal.reports.figures.fill import names_in
from portal.reports.figures.known import known_figures
from portal.reports.plan.standard import STANDARD
from portal.site.setup.demo import FOLDER

GIVEN = json.loads((FOLDER / "papers" / "papers.json").read_text(encoding="utf-8"))
OFFICES = (FOLDER / "organisations.csv").read_text(encoding="utf-8")


def _problems() -> list[dict]:
    return [one for year in GIVEN["summaries"].values() for one in year["problems"]]


def _supplements() -> list[dict]:
    return GIVEN["plans"]["2026"]["supplements"]


def test_every_usual_measure_has_an_office_of_the_township() -> None:
    assert set(GIVEN["offices"]) == {one["title"] for one in STANDARD["measures"]}
    named = [*GIVEN["offices"].values(), *(one["office"] for one in _problems() + _supplements())]
    assert [name for name in named if f"\n{name}," not in OFFICES] == []


def test_every_figure_is_known() -> None:
    texts = [one[key] for one in _problems() for key in ("text", "improvement")]
    texts += [one[name] for one in GIVEN["reports"].values() for name in CHAPTERS]
    watched = [*_supplements(), *GIVEN["plans"]["2026"]["watch"].values()]
    names = [*names_in(*texts), *(name for one in watched for name in one["figures"])]
    assert set(names) - set(known_figures()) == set()


def test_what_is_due_falls_in_its_year() -> None:
    for year, plan in GIVEN["plans"].items():
        days = [*plan["due"].values(), *(one["due_on"] for one in plan.get("supplements", []))]
        assert {date.fromisoformat(day).year for day in days} == {int(year)}
