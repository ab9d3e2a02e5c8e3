"""Help with a question: while it is typed, and when it finds nothing."""

from datetime import datetime

from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.search.engine import holding
from portal.search.query import groups_of, visible
from portal.search.words import initials, plain, sounds, synonym_groups, terms, vocabulary

MOST = 8
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def known_words() -> list[str]:
    """Our own words and those that mean the same, each once."""
    grouped = (word for group in synonym_groups() for word in group)
    return list(dict.fromkeys([*vocabulary(), *grouped]))


def suggestions(typed: str, township: Township, at: datetime) -> list[str]:
    """Words and titles that go on from what was typed, by characters or by pinyin initials."""
    begun = plain(typed).strip()
    if not begun:
        return []
    by_sound = all(letter in LETTERS for letter in begun)
    words = [one for one in known_words() if _goes_on(one, begun, by_sound)]
    words.sort(key=lambda word: (not word.startswith(begun), len(word)))
    field = "initials__startswith" if by_sound else "title__startswith"
    titles = visible(township, at).filter(**{field: begun}).order_by("-published_at", "-id")
    found = [*words[: MOST // 2], *titles.values_list("title", flat=True)[:MOST]]
    return list(dict.fromkeys(found))[:MOST]


def _goes_on(word: str, begun: str, by_sound: bool) -> bool:
    if by_sound:
        return initials(word).startswith(begun)
    return begun in word and word != begun


def corrected(question: str, township: Township, at: datetime) -> str:
    """What was probably meant by a question that found nothing: letters as pinyin or its initials,
    each word that we don't know by its sound or with one character put right; without the words
    that stand nowhere, where one that we know is left. "" for no idea."""
    if all(letter in LETTERS for letter in plain(question).strip()):
        return _spelled(question) or next(iter(suggestions(question, township, at)), "")
    known = [*known_words(), *_names_of(township)]
    whole, asked = _joined(question, terms(question)), terms(question)
    fixed = [_meant(word, known) for word in whole]
    if fixed != whole and (len(fixed) == 1 or _found(" ".join(fixed), township, at)):
        return " ".join(fixed)
    # a single character is what a slip left of a word
    meant = [_meant(word, known) for word in asked if len(word) > 1]
    left = [word for word in meant if _found(word, township, at)]
    return " ".join(left) if left != asked and any(word in known for word in left) else ""


def _spelled(question: str) -> str:
    """The word whose whole pinyin was typed: dibao."""
    typed = plain(question).replace(" ", "")
    return next((word for word in known_words() if sounds(word).replace(" ", "") == typed), "")


def _names_of(township: Township) -> list[str]:
    """The names of offices and villages, which nobody types without a slip either."""
    bodies = Organisation.objects.of(township).filter(active=True)
    names = (name for body in bodies for name in (body.name, body.short_name))
    return list(dict.fromkeys(name for name in names if name))


def _found(question: str, township: Township, at: datetime) -> bool:
    return holding(visible(township, at), groups_of(terms(question)), in_title=False).exists()


def _joined(question: str, asked: list[str]) -> list[str]:
    """A question without blanks is taken whole first: a mistyped word is cut apart."""
    whole = plain(question).strip()
    return [whole] if " " not in whole and 2 <= len(whole) <= 8 else asked


def _meant(word: str, known: list[str]) -> str:
    if word in known:
        return word
    near = [one for one in known if _one_off(word, one)]
    near.sort(key=lambda one: (sounds(one) != sounds(word), abs(len(one) - len(word)), one))
    return near[0] if near else word


def _one_off(word: str, other: str) -> bool:
    """Whether one character was typed wrong, left out, put in or swapped, or it sounds alike."""
    if len(word) < 2 or abs(len(word) - len(other)) > 1:
        return False
    if len(word) == len(other):
        apart = [place for place, letter in enumerate(word) if letter != other[place]]
        swapped = len(apart) == 2 and sorted(word) == sorted(other) and apart[1] - apart[0] == 1
        return sounds(word) == sounds(other) or swapped or (len(apart) == 1 and len(word) > 2)
    shorter, longer = sorted((word, other), key=len)
    return len(shorter) > 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )


def related(question: str) -> list[str]:
    """Words near a question that found nothing: those that share two characters with it."""
    asked = plain(question)
    pairs = {asked[place : place + 2] for place in range(len(asked) - 1)}
    return [word for word in known_words() if any(pair in word for pair in pairs)][:MOST]
