"""What counts as a routine publication without being an item: the books of a village, say."""

from collections.abc import Callable, Iterable
from datetime import date

from portal.core.township.models import Township

# the code of the entry, the body, the day
Publication = tuple[str, int, date]
Source = Callable[[Township, date], Iterable[Publication]]
_SOURCES: list[Source] = []


def add_publications(source: Source) -> None:
    """For an app above this one whose records are published by themselves; called from its
    module `shelves`. The source gives what was published since a day."""
    _SOURCES.append(source)


def published_elsewhere(township: Township, since: date) -> dict[tuple[str, int], list[date]]:
    """Days of publication by entry and body; one query for each source."""
    found: dict[tuple[str, int], list[date]] = {}
    for source in _SOURCES:
        for code, body, day in source(township, since):
            found.setdefault((code, body), []).append(day)
    return found
