"""The form of a report's numbers: a box for each cell, what was counted beside it."""

from decimal import Decimal
from typing import Any

from django import forms
from django.urls import reverse

from portal.reports.annual.count import Key
from portal.reports.annual.lines import (
    ACTIVE_COLUMNS,
    ACTIVE_LINES,
    APPLICANT_LABELS,
    APPLICANTS,
    HANDLED,
    Remedy,
    RemedyResult,
    Table,
    request_lines,
)
from portal.reports.annual.sheet import Sheet, label_of


def name_of(key: Key) -> str:
    return "__".join(key)


class NumbersForm(forms.Form):
    """An empty box leaves the count as it is."""

    reason = forms.CharField(
        label="原因",
        max_length=200,
        required=False,
        help_text="改了系统数出来的数，写明原因，例如“系统启用前收到的申请”。",
        error_messages={"max_length": "原因请在 200 字以内。"},
    )

    def __init__(self, *args: Any, sheet: Sheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        for key, cell in sheet.cells.items():
            self.fields[name_of(key)] = forms.DecimalField(
                label=label_of(key),
                required=False,
                max_digits=14,
                decimal_places=2,
                initial=_plain(cell.override.value) if cell.override else None,
                widget=forms.TextInput(
                    attrs={"inputmode": "decimal", "size": 5, "aria-label": label_of(key)}
                ),
                error_messages={"invalid": f"{label_of(key)}：请填数字。"},
            )

    def numbers(self) -> dict[Key, Decimal | None]:
        return {key: self.cleaned_data[name_of(key)] for key in self.sheet.cells}

    def box(self, table: Table, line: str, column: str) -> dict[str, Any]:
        cell = self.sheet.cells[table.value, line, column]
        return {
            "field": self[name_of(cell.key)],
            "computed": None if cell.computed is None else _plain(cell.computed),
            "override": cell.override,
            "address": self.address(cell.key),
        }

    def address(self, key: Key) -> str:
        """The page with the records behind a cell."""
        return reverse("admin:reports_annualreport_cell", args=[self.sheet.report, *key])

    @property
    def active_lines(self) -> list[tuple[str, list[tuple[str, dict[str, Any]]]]]:
        return [
            (
                line.label,
                [
                    (ACTIVE_COLUMNS[column], self.box(Table.ACTIVE, line.key, column))
                    for column in line.columns
                ],
            )
            for line in ACTIVE_LINES
        ]

    @property
    def request_lines(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """Table three without its sum."""
        return [
            (line.label, [self.box(Table.REQUESTS, line.key, kind.value) for kind in APPLICANTS])
            for line in request_lines(self.sheet.words)
            if line.key != HANDLED
        ]

    @property
    def remedy_lines(self) -> list[tuple[str, list[dict[str, Any]]]]:
        return [
            (
                one.label,
                [self.box(Table.REMEDIES, one.value, result.value) for result in RemedyResult],
            )
            for one in Remedy
        ]

    request_columns = APPLICANT_LABELS
    remedy_columns = tuple(result.label for result in RemedyResult)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
