"""The year's papers as the search finds them: what was issued, with its figures written in."""

from collections.abc import Iterable

from portal.reports.papers.models import Paper
from portal.search.index import Document, put
from portal.search.models import SearchDocument

KIND = SearchDocument.Kind.PAPER


def put_paper(paper: Paper, texts: Iterable[str], keywords: str) -> None:
    document = Document(
        kind=KIND,
        key=f"{paper._meta.model_name}-{paper.year}",
        title=str(paper),
        url=paper.get_absolute_url(),
        published_at=paper.issued_at,  # type: ignore[arg-type]
        text="\n".join(texts),
        keywords=keywords,
        year=paper.year,
    )
    put(paper.township, document)
