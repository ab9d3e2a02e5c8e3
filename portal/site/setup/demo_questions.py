"""What residents of the demo township asked, and how its offices answered: by the same moves, in
the names of the people whose work it is, on the days when it was done."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.models import Disclosure
from disclosures.questions.answer import Answer, draft, release, reply
from disclosures.questions.assign import assign, hand_back
from disclosures.questions.close import decline, discard, merge
from disclosures.questions.correct import release_supplement, supplement, withdraw
from disclosures.questions.models import Question
from disclosures.questions.receive import Asked, receive
from disclosures.questions.states import Kind
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import WRITERS
from portal.core.township.models import Township

OFFICER, REVIEWER = "li.jing", "zhou.wei"

Given = dict[str, Any]


@transaction.atomic
def load_questions(township: Township, path: Path, tell: Callable[[str], None]) -> None:
    """All of the file, each to where it stands; nothing where there are answers already."""
    if Question.objects.of(township).exclude(answer="").exists():
        return
    rows = json.loads(path.read_text(encoding="utf-8"))
    staff = AtWork(township)
    for given in sorted(rows, key=lambda row: row["asked_at"]):
        staff.work_on(given)
    tell(f"群众提问和纠错：{len(rows)} 条")


class AtWork:
    """The township's people at work on what comes in."""

    def __init__(self, township: Township) -> None:
        self.township = township
        self.officer = Staff.objects.get(username=OFFICER)
        self.reviewer = Staff.objects.get(username=REVIEWER)
        self.offices = {body.name: body for body in Organisation.objects.of(township)}
        entries = CatalogueEntry.objects.of(township)
        self.entries = {entry.code: entry for entry in entries}
        self.known: dict[str, Question] = {}

    def work_on(self, given: Given) -> None:
        question = self._received(given)
        if key := given.get("key"):
            self.known[key] = question
        if "office" in given:
            self._with_its_office(question, given)
        else:
            self._closed(question, given)

    def _received(self, given: Given) -> Question:
        page, name = self._page(given)
        asked = Asked(
            kind=given.get("kind", Kind.QUESTION.value),
            message=given["message"],
            page=page,
            subject=name,
            contact=given.get("contact", ""),
            may_publish=given.get("publish", True),
        )
        return receive(self.township, asked, at=_moment(given["asked_at"])).question

    def _page(self, given: Given) -> tuple[str, str]:
        if "item" not in given:
            return given.get("path", "/"), ""
        public = Disclosure.objects.public(self.township, clock.now())
        item = public.filter(live__title=given["item"]).first()
        return (item.get_absolute_url(), given["item"]) if item else ("/", "")

    def _with_its_office(self, question: Question, given: Given) -> None:
        office = self.offices[given["office"]]
        assign(question, office, by=self.officer, at=_moment(given["given_at"]))
        writer = self._writer(office)
        if back := given.get("hand_back"):
            hand_back(question, by=writer, remark=back["remark"], at=_moment(back["at"]))
        if "reply" in given:
            reply(question, given["reply"], by=writer, at=_moment(given["replied_at"]))
        if "answer" in given:
            self._answered(question, given, writer)

    def _answered(self, question: Question, given: Given, writer: Staff) -> None:
        entry = self.entries[given["entry"]]
        told = Answer(given["title"], given["message"], given["answer"], entry)
        draft(question, told, by=writer, at=_moment(given["drafted_at"]))
        if "released_at" in given:
            release(question, by=self.reviewer, at=_moment(given["released_at"]))
        if added := given.get("supplement"):
            at = _moment(added["written_at"])
            supplement(question, added["text"], by=writer, at=at)
            release_supplement(question, by=self.reviewer, at=_moment(added["released_at"]))
        if gone := given.get("withdrawn"):
            reason, at = gone["reason"], _moment(gone["at"])
            withdraw(question, by=self.officer, reason=reason, at=at)

    def _closed(self, question: Question, given: Given) -> None:
        by = self.officer
        if "merge_into" in given:
            earlier = self.known[given["merge_into"]]
            merge(question, earlier, by=by, at=_moment(given["merged_at"]))
        if "decline" in given:
            decline(question, by=by, where=given["decline"], at=_moment(given["declined_at"]))
        if "discard" in given:
            discard(question, by=by, remark=given["discard"], at=_moment(given["discarded_at"]))

    def _writer(self, office: Organisation) -> Staff:
        """Somebody of that office who writes, or else the disclosure office for it."""
        people = Staff.objects.filter(organisation=office, is_active=True).order_by("pk")
        own = (one for one in people if one.roles & WRITERS and one != self.reviewer)
        return next(own, self.officer)


def _moment(text: str) -> datetime:
    """'2026-03-02 09:30' as the township's clocks show it."""
    return timezone.make_aware(datetime.fromisoformat(text))
