"""Words of a text and of a question: segmented, made plain, with what means the same."""

import csv
import hashlib
import re
import unicodedata
from functools import cache
from pathlib import Path

from pypinyin import Style, lazy_pinyin
from rjieba import Jieba

HERE = Path(__file__).parent
USER_WORDS, SYNONYMS = HERE / "user_words.txt", HERE / "synonyms.csv"
KEPT = re.compile(r"[0-9a-z\u3400-\u9fff]+")
BETWEEN = re.compile(r"[\s\u3000,，。、；;：:!！?？“”\"'《》〈〉()（）\[\]【】—\-·…/\\|]+")
# words that stand everywhere and tell nothing apart
EMPTY = frozenset(
    ("的", "了", "和", "与", "及", "或", "在", "是", "我", "你", "吗", "呢", "吧", "有", "要")
    + ("怎么办", "怎么", "怎样", "如何", "什么", "哪里", "多少", "请问", "一下")
)
# a document number: 青政〔2026〕3号, with whatever brackets were typed
NUMBER_MARKS = re.compile(r"[\s〔〕\[\]()（）【】﹝﹞第]+")


def plain(text: str) -> str:
    """Half-width, lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def plain_number(text: str) -> str:
    """A document or index number without brackets and blanks: 青政20263号."""
    return NUMBER_MARKS.sub("", plain(text))


@cache
def _segmenter() -> Jieba:
    jieba = Jieba()
    for word in {*vocabulary(), *(word for group in synonym_groups() for word in group)}:
        jieba.add_word(word, None, None)
    return jieba


@cache
def vocabulary() -> tuple[str, ...]:
    """Our own words, which the usual dictionary would cut apart."""
    return tuple(USER_WORDS.read_text(encoding="utf-8").split())


@cache
def synonym_groups() -> tuple[tuple[str, ...], ...]:
    """Words that mean the same to those who ask."""
    with SYNONYMS.open(encoding="utf-8", newline="") as lines:
        return tuple(tuple(filter(None, map(str.strip, row))) for row in csv.reader(lines))


@cache
def digest() -> str:
    """Of the word lists: an index made with other words has to be made anew."""
    return hashlib.sha256(USER_WORDS.read_bytes() + SYNONYMS.read_bytes()).hexdigest()[:16]


def tokens(text: str) -> list[str]:
    """The words of a text in search mode: long words and the words in them, in order."""
    found = []
    for word in _segmenter().cut_for_search(plain(text)):
        found += KEPT.findall(word)
    return found


def terms(question: str) -> list[str]:
    """The words that a question asks for; empty words only where there is nothing else."""
    found = []
    for piece in BETWEEN.split(plain(question)):
        found += [w for cut in _segmenter().cut(piece) for w in KEPT.findall(cut)]
    telling = [word for word in found if word not in EMPTY]
    return list(dict.fromkeys(telling or found))


def meanings(word: str) -> tuple[str, ...]:
    """`word` and what means the same."""
    found = [word]
    for group in synonym_groups():
        if word in group:
            found += group
    return tuple(dict.fromkeys(found))


def initials(text: str) -> str:
    """The first letters of its pinyin: 低保标准 → dbbz."""
    letters = lazy_pinyin(plain(text), style=Style.FIRST_LETTER, errors="default")
    return "".join(KEPT.findall("".join(letters)))[:60]


@cache
def sounds(word: str) -> str:
    """Its whole pinyin, for words typed by ear: 低宝 sounds as 低保."""
    return " ".join(lazy_pinyin(word))
