"""The words that a letter of a kind starts from: the township's own, else ours."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from applications.letters.fields import FIELDS, REMEDY
from applications.letters.kinds import LetterKind, Recipient
from portal.documents.named import names_in, unknown_names

DEFAULTS = Path(__file__).with_name("defaults")
KNOWS_APPLICANT = (Recipient.APPLICANT, Recipient.FILE)


@dataclass(frozen=True)
class Wording:
    title: str
    text: str


@cache
def default_of(kind: LetterKind) -> Wording:
    """The first line of its file is the title."""
    words = (DEFAULTS / f"{kind.value}.txt").read_text(encoding="utf-8")
    title, _, text = words.partition("\n")
    return Wording(title, text.rstrip("\n"))


def problems_of(kind: LetterKind, title: str, text: str) -> list[str]:
    """Why these can't be the words of a kind; each with its cure."""
    found = [
        f"没有叫【{name}】的栏目，请从页面下方列出的栏目里选。"
        for name in unknown_names(FIELDS, title, text)
    ]
    if any(name in FIELDS for name in names_in(title)):
        found.append("标题里不能用栏目，请直接写文书的名称。")
    if kind.is_decision and REMEDY not in names_in(text):
        found.append(
            f"这种文书是对当事人作出的决定，必须告知怎样申请复议、提起诉讼，请写上【{REMEDY}】。"
        )
    if kind.recipient not in KNOWS_APPLICANT:
        found += [
            f"这种文书给{kind.recipient.label}，不能写申请人的个人信息，请删去【{name}】。"
            for name in names_in(text)
            if name in FIELDS and FIELDS[name].personal
        ]
    return found
