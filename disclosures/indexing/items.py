"""Disclosures as documents: their words, their structured content, the text of their files."""

import re

from django.utils import timezone

from disclosures.attachments.models import Attachment
from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from portal.search.index import MOST_TEXT, Document, put, remove
from portal.search.models import SearchDocument
from portal.uploads.html_text import shown_text
from portal.uploads.text import text_of_file

Kind = SearchDocument.Kind
# parts of a file that nobody sees who opens it
OUT_OF_SIGHT = re.compile("隐藏|批注|属性|页眉|残留|遗留|修订|文件内容")
KINDS = {
    Shape.SERVICE_GUIDE: Kind.SERVICE,
    Shape.PROGRAMME: Kind.PROGRAMME,
    Shape.NOTICE_LIST: Kind.LIST,
    Shape.ACCIDENT_FILE: Kind.ACCIDENT,
    Shape.PROJECT_FILE: Kind.PROJECT,
    Shape.LEVY: Kind.PROJECT,
    Shape.BUDGET: Kind.MONEY,
    Shape.EXECUTION: Kind.MONEY,
    Shape.SANGONG: Kind.MONEY,
    Shape.AUDIT_REPORT: Kind.MONEY,
    Shape.RECTIFICATION: Kind.MONEY,
    Shape.FUND_GRANT: Kind.MONEY,
    Shape.RESOLUTION: Kind.LEDGER,
    Shape.HOLDINGS: Kind.LEDGER,
}


def document_of(disclosure: Disclosure) -> Document:
    """What a public disclosure is found by. Names on lists are in none of its words."""
    live = disclosure.live
    texts = [live.summary, live.part.words() if live.part else "", shown_text(live.body)]
    texts += [_text_of(file) for file in live.attachments.all()]
    first = timezone.localdate(disclosure.first_published_at)
    return Document(
        kind=KINDS.get(Shape(live.shape), Kind.ITEM),
        key=str(disclosure.pk),
        title=live.title,
        url=disclosure.get_absolute_url(),
        published_at=disclosure.published_at,
        text="\n".join(text for text in texts if text)[:MOST_TEXT],
        keywords=f"{live.keywords} {live.entry.name}",
        organisation_id=live.issuer_id,
        category=live.entry.category,
        year=first.year,
        numbers=(live.document_number, str(disclosure.index_number)),
        visible_until=live.down_at,
    )


def _text_of(file: Attachment) -> str:
    """The words of an attachment that stand in sight, its name first; what can't be read is found
    by its name alone."""
    with file.file.open("rb") as stream:
        parts = text_of_file(stream.read(), file.name).parts
    seen = [part.text for part in parts if not OUT_OF_SIGHT.search(part.where)]
    return "\n".join([file.name, *seen])[:MOST_TEXT]


def put_item(disclosure: Disclosure) -> None:
    put(disclosure.township, document_of(disclosure))


def remove_item(disclosure: Disclosure) -> None:
    kind = KINDS.get(Shape(disclosure.live.shape), Kind.ITEM) if disclosure.live else Kind.ITEM
    remove(disclosure.township, kind, [str(disclosure.pk)])
