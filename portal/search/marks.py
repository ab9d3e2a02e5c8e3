"""Marking what was looked for, in the original words."""

import re
from collections.abc import Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

BEFORE, LENGTH = 30, 120


def pattern_of(words: Sequence[str]) -> "re.Pattern[str] | None":
    """Any of `words`, the longest first, so that 三公经费 isn't marked as 三公."""
    longest = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest)), re.IGNORECASE) if longest else None


def marked(text: str, words: Sequence[str]) -> SafeString:
    """`text` escaped, with each of `words` in <mark>."""
    pattern = pattern_of(words)
    if pattern is None:
        return SafeString(escape(text))
    pieces, at = [], 0
    for found in pattern.finditer(text):
        pieces += [escape(text[at : found.start()]), "<mark>", escape(found[0]), "</mark>"]
        at = found.end()
    pieces.append(escape(text[at:]))
    return mark_safe("".join(pieces))  # noqa: S308 every piece was escaped


def excerpt(text: str, words: Sequence[str]) -> SafeString:
    """The part of `text` around the first of `words`, marked; the beginning where none stands."""
    even = " ".join(text.split())
    pattern = pattern_of(words)
    found = pattern.search(even) if pattern else None
    start = max(0, found.start() - BEFORE) if found else 0
    part = even[start : start + LENGTH]
    before, after = "…" if start else "", "…" if start + LENGTH < len(even) else ""
    return SafeString(f"{before}{marked(part, words)}{after}")
