"""公文 as PDF, drawn from HTML; nothing is fetched from anywhere."""

from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from portal.documents.official import Block, OfficialDocument, Table
from portal.documents.weasy import CSS, HTML, URLFetcher

STYLE = Path(__file__).with_name("official.css")


class Nothing(URLFetcher):
    def __init__(self) -> None:
        super().__init__(allowed_protocols=[], allow_redirects=False)

    def fetch(self, url: str, headers: Any = None) -> Any:
        raise ValueError("Documents fetch nothing.")


def pdf_of(document: OfficialDocument) -> bytes:
    """No person and no machine is named in the file."""
    given = {
        "document": document,
        "blocks": _told(document.blocks),
        "appendix": _told(document.appendix),
    }
    markup = render_to_string("documents/official.html", given)
    fetcher = Nothing()
    style = CSS(string=STYLE.read_text(encoding="utf-8"), url_fetcher=fetcher)
    made: Any = HTML(string=markup, url_fetcher=fetcher).write_pdf(
        stylesheets=[style], presentational_hints=True
    )
    return made


def _told(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    return [{"block": one, "is_table": isinstance(one, Table)} for one in blocks]
