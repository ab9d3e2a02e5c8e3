"""Looking for personal data in words, bodies and files."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from html import unescape
from typing import Any

from portal.privacy.bankcard import bank_cards
from portal.privacy.digits import plain
from portal.privacy.idnumber import identity_numbers
from portal.privacy.phone import mobile_phones
from portal.uploads.checks import Refused, check_upload
from portal.uploads.kinds import real_kind
from portal.uploads.names import extension_of
from portal.uploads.text import Extracted, Part, text_of

KIND_LABELS = {"identity_number": "身份证号", "phone": "手机号", "bank_card": "银行卡号"}
FINDERS = {
    "identity_number": identity_numbers,
    "bank_card": bank_cards,
    "phone": mobile_phones,
}
# tags that begin a new line: numbers on both sides of one are two numbers
BLOCK_TAG = re.compile(r"</?(?:p|div|h\d|li|ul|ol|tr|td|th|table|br|hr|figcaption|caption)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
ATTRIBUTE = re.compile(r'(?:href|alt|title|src)="([^"]*)"')


@dataclass(frozen=True)
class Finding:
    """Personal data of one kind in one place."""

    kind: str
    where: str
    count: int


@dataclass(frozen=True)
class Scan:
    findings: tuple[Finding, ...] = ()
    unreadable: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Nothing found and nothing left unchecked."""
        return not self.findings and not self.unreadable

    def as_dict(self) -> dict[str, Any]:
        return {
            "findings": [asdict(finding) for finding in self.findings],
            "unreadable": list(self.unreadable),
        }


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) of every number in `text`, which is plain already; none twice."""
    taken: list[tuple[int, int]] = []
    for kind, finder in FINDERS.items():
        for match in finder(text):
            start, end = match.span()
            if not any(start < until and since < end for since, until in taken):
                taken.append((start, end))
                yield kind, start, end


def scan_text(text: str, where: str) -> list[Finding]:
    return _tally([Part(where, text)])


def scan_html(html: str, where: str) -> list[Finding]:
    """Numbers are found across inline tags, and in links and picture texts."""
    attributes = "\n".join(ATTRIBUTE.findall(html))
    words = TAG.sub("", BLOCK_TAG.sub("\n", html))
    return _tally([Part(where, unescape(f"{words}\n{attributes}"))])


def scan_file(data: bytes, name: str) -> Scan:
    """Every part of a file, whatever its name says it is; what can't be read is said."""
    extension = real_kind(data, extension_of(name)) or extension_of(name)
    try:
        check_upload(data, name, max_bytes=max(len(data), 1))
        extracted = text_of(data, extension)
    except Refused as refusal:
        extracted = _refused(data, extension, refusal)
    return Scan(tuple(_tally(extracted.parts)), tuple(dict.fromkeys(extracted.unreadable)))


def _refused(data: bytes, extension: str, refusal: Refused) -> Extracted:
    """A file we wouldn't take is not opened, except plain text under another name."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Extracted(unreadable=(str(refusal),))
    return Extracted((Part("正文", text),), (str(refusal),))


def _tally(parts: Iterable[Part]) -> list[Finding]:
    counts: Counter[tuple[str, str]] = Counter()
    for part in parts:
        for line in part.text.splitlines():
            counts.update((kind, part.where) for kind, _, _ in spans(plain(line)))
    return [Finding(kind, where, count) for (kind, where), count in counts.items()]
