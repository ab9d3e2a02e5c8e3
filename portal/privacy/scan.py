"""Looking for personal data in words, bodies and files."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from portal.privacy.find import KIND_LABELS, personal_numbers
from portal.uploads.file_name import safe_name
from portal.uploads.html_text import words_of
from portal.uploads.text import Part, text_of_file

__all__ = ["KIND_LABELS", "Finding", "Scan", "scan_file", "scan_html", "scan_text"]


@dataclass(frozen=True)
class Finding:
    """How many numbers of one kind stand in one place; kind is a key of KIND_LABELS."""

    kind: str
    where: str
    count: int

    def __str__(self) -> str:
        return f"{self.where}有{KIND_LABELS[self.kind]} {self.count} 个"


@dataclass(frozen=True)
class Scan:
    """What was found in a file, and a sentence for each thing that couldn't be checked."""

    findings: tuple[Finding, ...] = ()
    unreadable: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Nothing found, and nothing left unchecked."""
        return not self.findings and not self.unreadable

    def as_dict(self) -> dict[str, list[object]]:
        """The same for a JSON field."""
        return {
            "findings": [asdict(finding) for finding in self.findings],
            "unreadable": list(self.unreadable),
        }


def scan_text(text: str, where: str) -> tuple[Finding, ...]:
    """Personal numbers in plain text; `where` is what people call the place."""
    return _tally([Part(where, text)])


def scan_html(html: str, where: str) -> tuple[Finding, ...]:
    """The same for HTML: across inline tags, in attributes, links and comments too."""
    return _tally([Part(where, words_of(html))])


def scan_file(data: bytes, name: str) -> Scan:
    """Every part of a file; what it is its content decides, `name` where that leaves it open."""
    found = text_of_file(data, safe_name(name))
    return Scan(_tally(found.parts), found.unreadable)


def _tally(parts: Iterable[Part]) -> tuple[Finding, ...]:
    counts: Counter[tuple[str, str]] = Counter()
    for part in parts:
        counts.update((one.kind, part.where) for one in personal_numbers(part.text))
    return tuple(Finding(kind, where, count) for (kind, where), count in counts.items())
