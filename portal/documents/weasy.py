"""The one door to WeasyPrint. On import it tells Pillow to accept pictures that end too early; our
uploads rely on Pillow refusing them, so that is taken back at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PIL import ImageFile
from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

ImageFile.LOAD_TRUNCATED_IMAGES = False

__all__ = ["CSS", "HTML", "URLFetcher", "URLFetcherResponse", "drawn"]


def drawn(markup: str, styles: list[CSS], *, attributes: bool = False, **given: Any) -> bytes:
    """The PDF of `markup`, whose `attributes` count as style if asked; `given` is for HTML."""
    with _nothing_left_over():
        html = HTML(string=markup, **given)
        made: Any = html.write_pdf(stylesheets=styles, presentational_hints=attributes)
    return bytes(made)


@contextmanager
def _nothing_left_over() -> Iterator[None]:
    """A drawing holds its fonts, tens of megabytes, in a circle that Python notices late, when
    hundreds are kept. What was there before is set aside, so that looking takes no time."""
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()
