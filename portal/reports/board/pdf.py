"""Sheets as PDF. Nothing is fetched: the style sheet is ours, pictures come from the store."""

import io
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from portal.core.township.models import Township
from portal.documents.weasy import CSS, URLFetcher, URLFetcherResponse, drawn
from portal.reports.board.papers import Look
from portal.reports.board.sheet import Sheet
from portal.uploads.images import clean_image

STYLES = ("css/board.css", "css/board-print.css")
# wider than A3 at 150 dots an inch helps nobody
LONGEST_SIDE = 1800


class OnlyPictures(URLFetcher):
    """Hands out the pictures of the sheets and refuses everything else."""

    def __init__(self, site: str, pictures: dict[str, Any]) -> None:
        super().__init__(allowed_protocols=[], allow_redirects=False)
        self.site = site
        self.pictures = pictures

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        ours = url.startswith(f"{self.site}/")
        stored = self.pictures.get(unquote(urlsplit(url).path)) if ours else None
        if stored is None:
            raise ValueError("Sheets fetch nothing.")
        with stored.file.open("rb") as file:
            clean = clean_image(file.read(), LONGEST_SIDE)
        return URLFetcherResponse(url, io.BytesIO(clean.data), {"Content-Type": clean.media_type})


def pdf_of(sheets: list[Sheet], look: Look, township: Township, title: str = "") -> bytes:
    """One document; every sheet begins a page of its own."""
    context = {
        "sheets": sheets,
        "look": look,
        "township": township,
        "title": title or sheets[0].title,
    }
    markup = render_to_string("reports/board/paper.html", context)
    pictures = {address: one for sheet in sheets for address, one in sheet.pictures.items()}
    fetcher = OnlyPictures(sheets[0].site, pictures)
    styles = [CSS(string=text, url_fetcher=fetcher) for text in (*_styles(), look.page_rule)]
    return drawn(markup, styles, base_url=f"{sheets[0].site}/", url_fetcher=fetcher)


def _styles() -> list[str]:
    return [Path(str(finders.find(name))).read_text(encoding="utf-8") for name in STYLES]
