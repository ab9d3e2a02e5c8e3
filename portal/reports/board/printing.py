"""The PDF of a sheet, made at most once for the same words and paper, a few at a time."""

import hashlib
from urllib.parse import quote

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from portal.core import clock
from portal.core.guard import too_often
from portal.core.township.models import Township
from portal.reports.board.papers import Look
from portal.reports.board.pdf import pdf_of
from portal.reports.board.sheet import Sheet
from portal.reports.board.turns import Busy, turn

PDF = "application/pdf"
KEPT_SECONDS = 600
# new PDFs that one address may have made in an hour; those at hand cost nothing
MOST_AN_HOUR = 60


class TooMany(Exception):
    """This address has had its share of the hour, or everybody is printing: come back later."""


def kept_pdf(
    request: HttpRequest, sheets: list[Sheet], look: Look, township: Township, title: str = ""
) -> bytes:
    """Only for sheets that anyone may see: it is kept for ten minutes. Raises TooMany."""
    name = f"sheet:{_mark(sheets, look, township, title)}"
    made: bytes | None = cache.get(name)
    if made is None:
        if too_often(request, "sheets", MOST_AN_HOUR):
            raise TooMany
        made = fresh_pdf(sheets, look, township, title)
        cache.set(name, made, KEPT_SECONDS)
    return made


def fresh_pdf(sheets: list[Sheet], look: Look, township: Township, title: str = "") -> bytes:
    """For the desk: made anew and kept nowhere. Raises TooMany."""
    try:
        with turn():
            return pdf_of(sheets, look, township, title)
    except Busy as busy:
        raise TooMany from busy


def _mark(sheets: list[Sheet], look: Look, township: Township, title: str) -> str:
    """What the paper shows, in short: the words, the day and the township's name stand in it."""
    words = [sheet.body + sheet.title + sheet.address + sheet.phone for sheet in sheets]
    told = "\n".join([township.full_name, title, str(clock.today()), look.query, *words])
    return hashlib.sha256(told.encode()).hexdigest()


def pdf_answer(made: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(made, content_type=PDF)
    answer["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(name)}.pdf"
    return answer
