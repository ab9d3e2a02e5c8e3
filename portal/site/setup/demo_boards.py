"""The demo's notice boards: where they are, what hangs and hung there, with pictures drawn of them;
by the same moves as at the desk."""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from disclosures.items.shapes import Shape
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.reports.board.hang import Hanging, hang, take_down
from portal.reports.board.keep_photo import keep_board_picture, keep_photo
from portal.reports.board.models import Board
from portal.reports.board.subjects import (
    Subject,
    of_item,
    of_period,
    public_items,
    public_periods,
)

Given = dict[str, Any]
EMPTY, HUNG, FULL = "empty.jpg", "hung.jpg", "full.jpg"
A_MONTH = timedelta(days=30)


@transaction.atomic
def load_boards(township: Township, folder: Path, tell: Callable[[str], None]) -> None:
    """All of the file; nothing where there are boards already."""
    if Board.objects.of(township).exists():
        return
    rows = json.loads((folder / "boards.json").read_text(encoding="utf-8"))
    pictures = {path.name: path.read_bytes() for path in folder.glob("*.jpg")}
    for position, given in enumerate(rows):
        _board(township, given, pictures, position)
    tell(f"公开栏 {len(rows)} 个")


def _board(township: Township, given: Given, pictures: dict[str, bytes], position: int) -> None:
    by = Staff.objects.get(username=given["by"])
    body = Organisation.objects.of(township).get(name=given["body"])
    board = Board.objects.create(
        township=township,
        organisation=body,
        name=given["name"],
        address=given["address"],
        position=position,
    )
    keep_board_picture(board, pictures[FULL], FULL, by=by)
    for subject in _subjects(township, body, given):
        _hang(board, subject, pictures, by)


def _subjects(township: Township, body: Organisation, given: Given) -> Iterator[Subject]:
    """The newest books of a village, the newest words of the township, a list on notice."""
    periods = public_periods(township, clock.now()).filter(village=body).order_by("-first")
    yield from map(of_period, periods[: given.get("periods", 0)])
    items = public_items(township, clock.now())
    words = items.filter(live__shape=Shape.ARTICLE, live__expires_on=None, live__down_at=None)
    yield from map(of_item, words[: given.get("items", 0)])
    yield from map(of_item, items.of_shape(Shape.NOTICE_LIST)[: given.get("lists", 0)])


def _hang(board: Board, subject: Subject, pictures: dict[str, bytes], by: Staff) -> None:
    """On the day on which it was published; what hung for a month has come down."""
    posting = hang(board, Hanging(subject.kind, subject.key, subject.published_on), by=by)
    keep_photo(posting, pictures[HUNG], HUNG, by=by)
    if subject.until is None and (down := _down_on(subject)):
        posting = take_down(posting, down, by=by)
        keep_photo(posting, pictures[EMPTY], EMPTY, by=by)


def _down_on(subject: Subject) -> date | None:
    last = subject.published_on + A_MONTH
    return last if last < clock.today() else None
