"""What hangs on boards, for residents: which board, since when, until when, with pictures.

Titles come from what is public now, never from the posting: paper that still hangs although the
page was withdrawn is told without its title, and its pictures are not shown.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from portal.core.township.models import Township
from portal.reports.board.kinds import SheetKind
from portal.reports.board.models import Board, Posting, PostingPhoto
from portal.reports.board.subjects import Subject, subjects_of

# a name sheet leads to the page of its list, which tells sums once the names are gone
PAGE_OF = {SheetKind.NAMES.value: SheetKind.ITEM.value}


@dataclass(frozen=True)
class Hung:
    """One posting with the page it belongs to; without one the page is no longer public."""

    posting: Posting
    subject: Subject | None
    photos: list[PostingPhoto] = field(default_factory=list)

    @property
    def newer(self) -> bool:
        """Whether the web has gone on since it was hung."""
        return self.subject is not None and self.subject.version != self.posting.version


def hung_of(postings: Iterable[Posting], township: Township, at: datetime) -> list[Hung]:
    """In the order given; a handful of queries however many there are."""
    found = list(postings)
    pages = subjects_of([page_of(posting) for posting in found], township, at)
    photos: dict[int, list[PostingPhoto]] = defaultdict(list)
    for photo in PostingPhoto.objects.showable().filter(posting__in=found):
        photos[photo.posting_id].append(photo)
    return [_hung(posting, pages.get(page_of(posting)), photos) for posting in found]


def page_of(posting: Posting) -> tuple[str, int]:
    """Kind and key of the page that tells of what hangs."""
    return PAGE_OF.get(posting.kind, posting.kind), posting.key


def _hung(posting: Posting, page: Subject | None, photos: Any) -> Hung:
    return Hung(posting, page, photos[posting.pk] if page else [])


@dataclass(frozen=True)
class BoardNow:
    """A board with what hangs there now."""

    board: Board
    hung: list[Hung]


def boards_now(boards: Iterable[Board], township: Township, at: datetime) -> list[BoardNow]:
    found = list(boards)
    postings = Posting.objects.hanging().filter(board__in=found).order_by("-hung_on", "-pk")
    on: dict[int, list[Hung]] = defaultdict(list)
    for hung in hung_of(postings, township, at):
        on[hung.posting.board_id].append(hung)
    return [BoardNow(board, on[board.pk]) for board in found]
