"""Names of a list in places that the end of its notice does not empty: the body and the files."""

from collections.abc import Iterable, Iterator

from disclosures.items.models import Edition
from portal.uploads.html_text import words_of
from portal.uploads.text import text_of_file

# two characters stand together by chance, also across words: 地方庆祝
SURE, OFTEN = 3, 2
MASK = "某"  # 汪某某 tells nobody


def names_elsewhere(edition: Edition) -> Iterator[str]:
    """Where names of the list of `edition` stand beside it, each a sentence with the cure."""
    rows = edition.list_rows.values_list("name", flat=True).distinct()
    names = {name for name in rows if name and MASK not in name}
    for place, text in _places(edition):
        found = {name for name in names if name in text}
        if _by_purpose(found):
            yield f"{place}里有名单上的姓名（{len(found)} 个），公示期满不会跟着撤下，请删去。"


def _places(edition: Edition) -> Iterator[tuple[str, str]]:
    yield "正文", words_of(edition.body)
    yield "标题和内容概述", f"{edition.title}\n{edition.summary}\n{edition.keywords}"
    for file in edition.attachments.all():
        with file.file.open("rb") as stream:
            parts = text_of_file(stream.read(), file.name).parts
        yield f"附件《{file.name}》", "\n".join(part.text for part in parts)


def _by_purpose(found: Iterable[str]) -> bool:
    lengths = [len(name) for name in found]
    return len(lengths) >= OFTEN or any(length >= SURE for length in lengths)
