"""公文 as PDF, drawn from HTML; nothing is fetched from anywhere."""

from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from portal.documents.official import Block, OfficialDocument, Table
from portal.documents.weasy import CSS, URLFetcher, drawn

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
    return drawn(markup, [style], attributes=True, url_fetcher=fetcher)


def _told(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    return [_table(one) if isinstance(one, Table) else {"block": one} for one in blocks]


def _table(block: Table) -> dict[str, Any]:
    """Where cells reach below, the first three rows stay together: a page's end cuts no words."""
    opens = [any(cell.down > 1 for cell in row) for row in block.body]
    stays = [now or before for now, before in zip(opens, [False, *opens], strict=False)]
    rows = zip(block.body, stays, strict=True)
    body = [
        {"cells": [(cell, block.centred(cell)) for cell in row], "stays": together}
        for row, together in rows
    ]
    return {"block": block, "is_table": True, "headings": block.headings, "body": body}
