"""One item in each state of its life, and what residents may see of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from disclosures.flow.advance import approve, clear, submit
from disclosures.flow.attach import attach
from disclosures.flow.publish import publish_archived, publish_due
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from disclosures.flow.write import save_draft
from disclosures.items.models import Edition
from portal.core import clock
from tests import factories
from tests.cast import Cast

WORD = "木樨"
OLD_WORD = "旧樨"
# what it is searched by: pages repeat the question, so it is not the word looked for
KEYWORD = "桂花"


class Seen(Enum):
    """How the world sees an item."""

    NOWHERE = "no page at all"
    PUBLIC = "everywhere"
    GONE = "a page that says it was taken down"


@dataclass
class Stage:
    """An edition in some state, with a word that stands in its title, body and file name."""

    edition: Edition
    seen: Seen
    word: str = WORD


def draft(cast: Cast) -> Stage:
    return Stage(_written(cast), Seen.NOWHERE)


def review(cast: Cast) -> Stage:
    return Stage(submit(_written(cast), by=cast.clerk), Seen.NOWHERE)


def clearance(cast: Cast) -> Stage:
    edition = submit(_written(cast), by=cast.clerk)
    return Stage(approve(edition, by=cast.reviewer), Seen.NOWHERE)


def scheduled(cast: Cast) -> Stage:
    edition = _written(cast, go_live_at=clock.now() + timedelta(days=1))
    return Stage(_through(edition, cast), Seen.NOWHERE)


def published(cast: Cast) -> Stage:
    return Stage(_through(_written(cast), cast), Seen.PUBLIC)


def published_in_future(cast: Cast) -> Stage:
    edition = _written(cast, by=cast.officer)
    publish_archived(edition, at=clock.now() + timedelta(hours=1), by=cast.officer)
    return Stage(edition, Seen.NOWHERE)


def revision_underway(cast: Cast) -> Stage:
    """The public edition stays; the words of the revision are nobody's yet."""
    public = _through(_written(cast, word=OLD_WORD), cast)
    edition = revise(public.disclosure, by=cast.clerk)
    edition.title, edition.body = f"{WORD}公示", f"<p>{WORD}正文</p>"
    save_draft(edition, by=cast.clerk)
    return Stage(edition, Seen.NOWHERE)


def superseded(cast: Cast) -> Stage:
    """What an earlier edition said stands on its own page, and in no list."""
    public = _through(_written(cast, word=OLD_WORD), cast)
    edition = revise(public.disclosure, by=cast.clerk)
    edition.title, edition.body, edition.change_note = "改后公示", "<p>改后正文</p>", "改名"
    save_draft(edition, by=cast.clerk)
    return Stage(_through(edition, cast), Seen.PUBLIC, word="改后")


def over_before_the_job_ran(cast: Cast) -> Stage:
    edition = _written(cast, by=cast.officer, down_at=clock.now() - timedelta(minutes=1))
    publish_archived(edition, at=clock.now() - timedelta(days=9), by=cast.officer)
    return Stage(edition, Seen.GONE)


def over_after_the_job_ran(cast: Cast) -> Stage:
    stage = over_before_the_job_ran(cast)
    publish_due(clock.now())
    return stage


def withdrawn(cast: Cast) -> Stage:
    stage = published(cast)
    withdraw(stage.edition.disclosure, by=cast.officer, reason="内容有误。")
    return Stage(stage.edition, Seen.GONE)


STAGES: dict[str, Callable[[Cast], Stage]] = {
    make.__name__: make
    for make in (
        draft,
        review,
        clearance,
        scheduled,
        published,
        published_in_future,
        revision_underway,
        superseded,
        over_before_the_job_ran,
        over_after_the_job_ran,
        withdrawn,
    )
}


def _written(cast: Cast, *, word: str = WORD, **fields: object) -> Edition:
    by = fields.pop("by", cast.clerk)
    entry = factories.entry(cast.town, category="social-assistance", publisher=cast.office)
    edition = factories.draft(
        cast.town,
        by=by,
        entry=entry,
        issuer=cast.office,
        title=f"{word}公示",
        summary=f"{word}概述",
        keywords=KEYWORD,
        body=f"<p>{word}正文</p>",
        **fields,
    )
    attach(edition, f"{word}\r\n".encode(), f"{word}.csv", by=by)
    return edition


def _through(edition: Edition, cast: Cast) -> Edition:
    submit(edition, by=cast.clerk)
    approve(edition, by=cast.reviewer)
    clear(edition, by=cast.keeper)
    edition.refresh_from_db()
    return edition
