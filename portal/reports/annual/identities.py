"""What must hold between the cells of the annual report, each with both sides, so that a page can
show where a number comes from and a clerk where one is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from applications.decisions.rows import Row, Section
from portal.reports.annual.lines import (
    APPLICANT_LABELS,
    APPLICANTS,
    CARRIED_FORWARD,
    CARRIED_OVER,
    HANDLED,
    NEW,
    SUM,
    Remedy,
    RemedyResult,
    request_lines,
)

# (line, column) → number
Cells = Mapping[tuple[str, str], int]
COLUMN_LABELS = {
    **{kind.value: label for kind, label in zip(APPLICANTS, APPLICANT_LABELS, strict=True)},
    SUM: "总计",
}


@dataclass(frozen=True)
class Identity:
    """`left` must equal `right`; `says` is the rule in words, `where` the column or line."""

    says: str
    where: str
    left: int
    right: int

    @property
    def holds(self) -> bool:
        return self.left == self.right

    def __str__(self) -> str:
        if self.holds:
            return f"{self.where}：{self.says}，成立（{self.left}）。"
        return f"{self.where}：{self.says}，不成立：{self.left} 不等于 {self.right}，请核对。"


def request_identities(cells: Cells, last_year: Cells | None = None) -> list[Identity]:
    """Table three. `last_year` is the table of the year before, where there is one."""
    found = [one for column in COLUMN_LABELS for one in _of_column(cells, column)]
    found += [_across(cells, line.key, line.label) for line in request_lines()]
    if last_year is not None:
        found += [_from_last_year(cells, last_year, column) for column in COLUMN_LABELS]
    return found


def _of_column(cells: Cells, column: str) -> Iterator[Identity]:
    where = f"表三“{COLUMN_LABELS[column]}”列"
    yield Identity(
        "本年新收加上年结转，等于办理总计加结转下年",
        where,
        cells[NEW, column] + cells[CARRIED_OVER, column],
        cells[HANDLED, column] + cells[CARRIED_FORWARD, column],
    )
    parts = [sum(cells[row.value, column] for row in section.rows) for section in Section]
    yield Identity(
        "（一）至（六）各项之和，等于（七）总计", where, sum(parts), cells[HANDLED, column]
    )


def _across(cells: Cells, line: str, label: str) -> Identity:
    parts = sum(cells[line, kind.value] for kind in APPLICANTS)
    return Identity("各类申请人之和，等于总计", f"表三“{label}”行", parts, cells[line, SUM])


def _from_last_year(cells: Cells, last_year: Cells, column: str) -> Identity:
    return Identity(
        "上年结转，等于上一年度报告的结转下年",
        f"表三“{COLUMN_LABELS[column]}”列",
        cells[CARRIED_OVER, column],
        last_year[CARRIED_FORWARD, column],
    )


def remedy_identities(cells: Cells) -> list[Identity]:
    """Table four: (group, result) and (group, SUM)."""
    return [
        Identity(
            "四种结果之和，等于总计",
            f"表四“{group.label}”",
            sum(cells[group.value, result.value] for result in RemedyResult),
            cells[group.value, SUM],
        )
        for group in Remedy
    ]


def with_sums(cells: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """Table three from the cells of single kinds of applicants and single outcomes: the sums
    down and across added, what is missing taken as none. 四 is counted, not computed, so that
    the identity proves something."""
    kinds = [kind.value for kind in APPLICANTS]
    lines = [line.key for line in request_lines()]
    full = {(line, kind): cells.get((line, kind), 0) for line in lines for kind in kinds}
    for kind in kinds:
        full[HANDLED, kind] = sum(full[row.value, kind] for row in Row)
    for line in lines:
        full[line, SUM] = sum(full[line, kind] for kind in kinds)
    return full
