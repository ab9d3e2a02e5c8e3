"""Notice boards for residents: where they are, what hangs there, sheets to print."""

import uuid

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from disclosures.attachments.serve import serve
from disclosures.items.models import Disclosure
from disclosures.warnings.models import EmergencyWarning
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.organisations.models import Organisation
from portal.core.public_page import PublicRequest, public_page
from portal.reports.board.compose import sheet_of
from portal.reports.board.hanging import boards_now, hung_of, page_of
from portal.reports.board.kinds import FOR_ALL, SheetKind
from portal.reports.board.models import Board, Posting, PostingPhoto
from portal.reports.board.papers import Paper, Turn, Type, look_of
from portal.reports.board.printing import TooMany, kept_pdf, pdf_answer
from portal.reports.board.sheet import Asked, Sheet
from portal.reports.board.short import BOARD, read_code
from portal.reports.board.subjects import subject_of, subjects_of

MOST_PAST = 30
MOST_SHEETS = 20
LATER = 120  # seconds after which a busy printer is worth another try


@public_page
def boards(request: PublicRequest) -> HttpResponse:
    """Every board with what hangs there now, the township's first; or one village's."""
    found = Board.objects.public(request.township)
    keepers = Organisation.objects.of(request.township).filter(boards__active=True).distinct()
    chosen = keepers.filter(slug=request.GET.get("keeper", "")).first()
    if chosen:
        found = found.kept_by(chosen)
    context = {
        "boards": boards_now(found, request.township, clock.now()),
        "keepers": keepers,
        "chosen": chosen,
        "labels": column_labels("公开栏", "公开栏在哪里、现在贴着什么", "政务公开"),
    }
    return render(request, "reports/board/boards.html", context)


@public_page
def board(request: PublicRequest, key: int) -> HttpResponse:
    """One board: what hangs now, what hung before, proof in pictures."""
    found = get_object_or_404(Board.objects.public(request.township), pk=key)
    now = clock.now()
    past = Posting.objects.filter(board=found, taken_down_on__isnull=False)
    context = {
        "now": boards_now([found], request.township, now)[0],
        "past": hung_of(past.order_by("-taken_down_on", "-pk")[:MOST_PAST], request.township, now),
        "labels": column_labels(found.name, f"{found.address}，现在贴着什么", "政务公开"),
    }
    return render(request, "reports/board/board.html", context)


@public_page
def sheet(request: PublicRequest, kind: str, key: int) -> HttpResponseBase:
    """On paper of the asked size, as PDF."""
    sheets, title = _sheets(request, kind, key)
    if any(one.too_long for one in sheets):
        return render(request, "reports/board/too_long.html", {"sheet": sheets[0]}, status=413)
    try:
        made = kept_pdf(request, sheets, look_of(request.GET), request.township, title)
    except TooMany:
        busy = render(request, "reports/board/busy.html", {"sheet": sheets[0]}, status=429)
        busy["Retry-After"] = str(LATER)
        busy["Cache-Control"] = "no-store"
        return busy
    return pdf_answer(made, title)


@public_page
def look(request: PublicRequest, kind: str, key: int) -> HttpResponse:
    """The same in the browser, with the choice of paper."""
    sheets, title = _sheets(request, kind, key)
    context = {
        "sheets": sheets,
        "title": title,
        "kind": kind,
        "key": key,
        "look": look_of(request.GET),
        "papers": Paper.choices,
        "turns": Turn.choices,
        "types": Type.choices,
        "back": sheets[0].subject.address if kind != BOARD else "",
        "labels": column_labels(title, "张贴在公开栏上的版面", "政务公开"),
    }
    return render(request, "reports/board/look.html", context)


def _sheets(request: PublicRequest, kind: str, key: int) -> tuple[list[Sheet], str]:
    """What is asked for, and its title. Whatever isn't public now is not found."""
    site = f"{request.scheme}://{request.get_host()}"
    if kind == BOARD:
        found, title = _of_board(request, key)
    else:
        one = sheet_of(kind, Asked(request.township, key, clock.now())) if kind in FOR_ALL else None
        found, title = ([one], one.title) if one else ([], "")
    if not found:
        raise Http404
    return [one.at(site) for one in found], title


def _of_board(request: PublicRequest, key: int) -> tuple[list[Sheet], str]:
    """All that hangs on a board now, sheet after sheet; names are left to the desk."""
    place = get_object_or_404(Board.objects.public(request.township), pk=key)
    hanging = Posting.objects.hanging().filter(board=place, kind__in=FOR_ALL)
    asked = [
        (posting.kind, Asked(request.township, posting.key, clock.now()))
        for posting in hanging[:MOST_SHEETS]
    ]
    found = [sheet_of(kind, one) for kind, one in asked]
    return [one for one in found if one is not None], place.name


@public_page
def short(request: PublicRequest, code: str) -> HttpResponse:
    """From the code on a sheet to its page; what was taken down has a page that says so."""
    told = read_code(code)
    if told is None:
        raise Http404
    kind, key = told
    if kind == BOARD:
        return redirect(get_object_or_404(Board.objects.public(request.township), pk=key))
    subject = subject_of(kind, key, request.township, clock.now())
    return redirect(subject.address if subject else _gone(request, kind, key))


def _gone(request: PublicRequest, kind: str, key: int) -> str:
    """The page of what was public once, which answers 410 with when and why."""
    if kind == SheetKind.ITEM:
        gone = Disclosure.objects.gone(request.township, clock.now())
        return get_object_or_404(gone.defer("live__body"), pk=key).get_absolute_url()
    if kind == SheetKind.WARNING:
        taken = EmergencyWarning.objects.of(request.township).filter(issued_at__isnull=False)
        return get_object_or_404(taken, pk=key).get_absolute_url()
    raise Http404


@public_page
def board_picture(request: PublicRequest, key: int) -> HttpResponseBase:
    found = get_object_or_404(Board.objects.public(request.township).exclude(photo=""), pk=key)
    name = f"board-{key}.{found.media_type.rsplit('/', 1)[-1]}"
    path = str(found.photo.name)
    tag = path.rsplit("/", 1)[-1]
    return serve(request, path, name, found.media_type, etag=tag, public=True)


@public_page
def photo(request: PublicRequest, key: uuid.UUID) -> HttpResponseBase:
    """Proof that a sheet hung, for as long as its page is public."""
    photos = PostingPhoto.objects.of(request.township).showable()
    found = get_object_or_404(photos.select_related("posting__board"), uuid=key)
    page = page_of(found.posting)
    if page not in subjects_of([page], request.township, clock.now()):
        raise Http404
    name = f"{key.hex}.{found.media_type.rsplit('/', 1)[-1]}"
    tag = key.hex
    return serve(request, str(found.file.name), name, found.media_type, etag=tag, public=True)
