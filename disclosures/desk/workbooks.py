"""The workbooks by which many guides or programmes come at once: read, check, save."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import xlsxwriter

from disclosures.desk.batch import Upload
from disclosures.guides.guide_sheet import COLUMNS, GuideSheet
from disclosures.guides.read_guides import read_guides
from disclosures.guides.save_guides import save_guides
from disclosures.items.models import Edition
from disclosures.programmes.book import SHEETS, Book, SheetProblem
from disclosures.programmes.read_programmes import read_programmes
from disclosures.programmes.save_programmes import save_programmes
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.spreadsheets.rows import Column


@dataclass(frozen=True)
class Content:
    """What was read: titles that can be saved, problems that forbid it, files not checked."""

    titles: Sequence[str]
    problems: Sequence[SheetProblem]
    save: Callable[[Staff], Sequence[Edition]]
    unreadable: Sequence[str] = ()


@dataclass(frozen=True)
class Workbook:
    """One kind of workbook; `sheets` are its tables with their columns."""

    name: str
    how: str
    sheets: dict[str, tuple[Column, ...]]
    read: Callable[[Upload, Township], Content]

    def empty(self) -> bytes:
        """A workbook with nothing but the headings, bold where they must be filled."""
        stream = io.BytesIO()
        book = xlsxwriter.Workbook(stream, {"in_memory": True})
        plain, bold = book.add_format({"bottom": 1}), book.add_format({"bold": True, "bottom": 1})
        for name, columns in self.sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for place, column in enumerate(columns):
                sheet.write_string(0, place, column.name, bold if column.required else plain)
                sheet.set_column(place, place, 2 * len(column.name) + 4)
        book.close()
        return stream.getvalue()


def _guides(upload: Upload, township: Township) -> Content:
    read: GuideSheet = read_guides(upload.sheet, upload.name, township, upload.files)
    return Content(
        [row.title for row in read.rows],
        [SheetProblem("", problem) for problem in read.problems],
        lambda by: save_guides(read, township, by=by),
        read.unreadable,
    )


def _programmes(upload: Upload, township: Township) -> Content:
    read: Book = read_programmes(upload.sheet, upload.name, township)
    return Content(
        [one.edition["title"] for one in read.programmes],
        read.problems,
        lambda by: save_programmes(read, township, by=by),
    )


WORKBOOKS = {
    "guides": Workbook(
        "办事指南",
        "一行一件事，材料和步骤写在格子里，一行一项。材料的空白表格可以一起上传。",
        {"办事指南": COLUMNS},
        _guides,
    ),
    "programmes": Workbook(
        "惠民项目",
        "一个工作簿几张表：项目、标准、步骤、材料、依据、问答，用“标识”连起来。",
        SHEETS,
        _programmes,
    ),
}
