"""The demo's benefit programmes, read from the workbook that the offices keep."""

from collections.abc import Callable
from pathlib import Path

from disclosures.programmes.book import SheetProblem
from disclosures.programmes.read_programmes import read_programmes
from disclosures.programmes.save_programmes import save_programmes
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.site.setup.people import BadSheet
from portal.spreadsheets.rows import Problem


def load_programmes(township: Township, path: Path, by: Staff, tell: Callable[[str], None]) -> None:
    book = read_programmes(path.read_bytes(), path.name, township)
    if not book.ok:
        raise BadSheet(list(map(_with_sheet, book.problems)))
    saved = save_programmes(book, township, by=by, archived=True)
    tell(f"惠民项目 {len(saved)} 个")


def _with_sheet(one: SheetProblem) -> Problem:
    found = one.problem
    return Problem(found.row, f"{one.sheet}·{found.column}", found.message)
