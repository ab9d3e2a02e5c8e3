"""What is known and found while a list is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from disclosures.lists.kinds import ListLayout
from disclosures.lists.personal import holds_number
from disclosures.lists.repeats import Repeats
from disclosures.lists.sheet import ReadRow
from disclosures.lists.village_names import VillageNamed, near_village, village_named
from portal.privacy.mask import mask_numbers
from portal.spreadsheets.rows import BadCell, Problem, as_text

MOST_GUESSES = 100


@dataclass
class Reading:
    """The kind, the villages and what has been found so far."""

    layout: ListLayout
    villages: Mapping[str, int]
    columns: dict[str, str] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)
    dropped_cells: list[str] = field(default_factory=list)
    cut: list[int] = field(default_factory=list)  # rows whose remark told of somebody's health
    ignored: list[str] = field(default_factory=list)
    read_as: list[str] = field(default_factory=list)  # how cells were read that say nothing
    rows: list[ReadRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    repeats: Repeats = field(default_factory=Repeats)
    place: str = ""
    named: dict[str, VillageNamed] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)

    def village(self, written: str) -> VillageNamed:
        """What a cell says of the village; each way of writing it is looked into once."""
        if written not in self.named:
            self.named[written] = village_named(written, self.villages)
        return self.named[written]

    def near_village(self, written: str) -> str:
        """The village that was probably meant; a column of something else is not guessed at for
        ever."""
        if written not in self.near and len(self.near) < MOST_GUESSES:
            self.near[written] = near_village(written, self.villages)
        return self.near.get(written, "")

    def wrong(self, row: int, column: str, message: str) -> None:
        """Note a problem; a cell that is quoted in it never tells a personal number."""
        self.problems.append(Problem(row, column, mask_numbers(f"{self.place}{message}")))


def shown(cell: object) -> str:
    """A cell's text where a ruined number is no reason to stop."""
    try:
        return as_text(cell)
    except BadCell:
        return str(cell)


def safe(text: str) -> str:
    """A name or heading that may be told: not one that holds a personal number."""
    return "（含个人号码）" if holds_number(text) else text[:40]
