"""File names as they may be stored and offered again: Chinese, and harmless."""

import unicodedata

LONGEST_STEM = 80
LONGEST_EXTENSION = 10
# File systems count bytes; storage adds a suffix of its own.
LONGEST_STEM_BYTES = 200
FORBIDDEN = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
# Control, format (bidi overrides), surrogate and private characters, line and page breaks.
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def safe_name(name: str) -> str:
    """The file name in `name` without folders and tricks; its extension in lower case."""
    visible = "".join(c for c in name if unicodedata.category(c) not in INVISIBLE)
    last = visible.replace("\\", "/").rpartition("/")[2].translate(FORBIDDEN)
    bare = " ".join(unicodedata.normalize("NFC", last).split()).strip(". ")
    stem, dot, extension = bare.rpartition(".")
    if not dot or len(extension) > LONGEST_EXTENSION:
        return _short(bare) or "文件"
    return f"{_short(stem) or '文件'}.{extension.lower()}"


def _short(stem: str) -> str:
    short = stem[:LONGEST_STEM].encode()[:LONGEST_STEM_BYTES].decode(errors="ignore")
    return short.strip(". ")


def extension_of(name: str) -> str:
    """The extension of `name` in lower case, "" where it has none; jpeg is jpg."""
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    return "jpg" if extension in ("jpeg", "jpe") else extension
