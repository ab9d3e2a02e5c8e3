"""File names that are safe to show and to save, in Chinese as they came."""

import re
import unicodedata

LONGEST = 120
# path separators, characters Windows forbids, and marks that turn the reading direction
UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')


def safe_name(name: str) -> str:
    """The last part of `name` without anything that could lie, hide or break out."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    clean = UNSAFE.sub("", last).strip().lstrip(".").strip()
    stem, dot, extension = clean.rpartition(".")
    if not dot:
        return clean[:LONGEST] or "未命名"
    return f"{stem[:LONGEST] or '未命名'}.{extension[:10].lower()}"


def extension_of(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""
