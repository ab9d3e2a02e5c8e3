"""Hanging a sheet on a board: what may hang, and for how long."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.staff.roles import WRITERS, Role
from portal.core.trail.record import record
from portal.reports.board.compose import digest_for
from portal.reports.board.kinds import SheetKind
from portal.reports.board.models import Board, Posting
from portal.reports.board.papers import Look
from portal.reports.board.subjects import Subject, subject_of

# who hangs and takes down: for the boards of their own bodies, the officer for all
POSTERS = WRITERS | {Role.SUPERVISOR}


@dataclass(frozen=True)
class Hanging:
    """What the form asks: which record, from when, until when, on what paper."""

    kind: str
    key: int
    on: date
    until: date | None = None
    look: Look = Look()
    remark: str = ""


@transaction.atomic
def hang(board: Board, asked: Hanging, *, by: Staff) -> Posting:
    """Raises CannotMove, PermissionDenied."""
    board = Board.objects.select_for_update(of=("self",)).get(pk=board.pk)
    by.require(POSTERS, board.organisation)
    subject = subject_of(asked.kind, asked.key, board.township, clock.now())
    findings = list(why_not(board, subject, asked))
    if findings or subject is None:
        raise CannotMove(*findings)
    posting = Posting.objects.create(
        township=board.township,
        board=board,
        kind=subject.kind,
        key=subject.key,
        title=subject.title,
        version=subject.version,
        digest=digest_for(subject, board.township, clock.now()),
        paper=asked.look.paper,
        turn=asked.look.turn,
        hung_on=asked.on,
        to_come_down_on=asked.until or subject.until,
        hung_by=by,
        remark=asked.remark,
    )
    record(posting, "张贴", by=by, on=asked.on.isoformat())
    return posting


def why_not(board: Board, subject: Subject | None, asked: Hanging) -> Any:
    """Sentences on what stands in the way."""
    if subject is None:
        yield "这份材料现在没有公开（没有发布、已撤下，或者名单公示期已满），不能张贴。"
        return
    if not board.active:
        yield f"“{board}”已经停用，请选另一个公开栏。"
    if asked.on > clock.today():
        yield "张贴日期还没有到，请在张贴当天登记。"
    if asked.on < subject.published_on:
        yield f"张贴日期早于公开日期（{subject.published_on:%Y-%m-%d}），请改正。"
    if asked.until and asked.until < asked.on:
        yield "“张贴到”不能早于张贴日期。"
    if subject.kind == SheetKind.NAMES and _too_long(subject, asked):
        yield f"名单公示到 {subject.until:%Y-%m-%d}，“张贴到”不能更晚，期满要取下。"
    if _hangs_there(board, subject):
        yield f"“{subject.title}”已经挂在“{board}”上。要换新的，请先登记取下旧的。"


def _too_long(subject: Subject, asked: Hanging) -> bool:
    """Names never hang longer than their notice."""
    return bool(subject.until and asked.until and asked.until > subject.until)


def _hangs_there(board: Board, subject: Subject) -> bool:
    hanging = Posting.objects.hanging().filter(board=board)
    return hanging.about(subject.reference).exists()


@transaction.atomic
def take_down(posting: Posting, on: date, *, by: Staff, remark: str = "") -> Posting:
    """Raises CannotMove, PermissionDenied."""
    rows = Posting.objects.select_for_update(of=("self",)).select_related("board__organisation")
    posting = rows.get(pk=posting.pk)
    by.require(POSTERS, posting.board.organisation)
    if not posting.hangs:
        raise CannotMove(f"{posting.taken_down_on:%Y-%m-%d} 已经登记取下，不必再办。")
    if on < posting.hung_on:
        raise CannotMove(f"取下日期不能早于张贴日期（{posting.hung_on:%Y-%m-%d}）。")
    if on > clock.today():
        raise CannotMove("取下日期还没有到，请在取下当天登记。")
    posting.taken_down_on, posting.taken_down_by = on, by
    posting.save(update_fields=["taken_down_on", "taken_down_by"])
    record(posting, "取下", by=by, remark=remark, on=on.isoformat())
    return posting


def boards_for(person: Staff, township: Any) -> Any:
    """Boards on which `person` may hang paper."""
    if not person.roles & POSTERS:
        return Board.objects.none()
    return Board.objects.public(township).within_reach_of(person)


def require_poster(person: Staff) -> None:
    if not person.roles & POSTERS:
        wanted = "、".join(role.label for role in Role if role in POSTERS)
        raise PermissionDenied(f"您没有登记张贴的权限，需要：{wanted}。")
