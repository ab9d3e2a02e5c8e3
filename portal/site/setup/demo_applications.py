"""What people asked the demo township for, and how its two officers dealt with it: by the moves
of the desk, on the days when it was done.

In `requests.json` a day is written out, as "2025-03-04", or counted: "+3" is the third working day
after the event before it, "-12" the twelfth working day before today. What was asked for lately is
written the second way, so that the board is alive whenever the demo is loaded.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from applications.cases.models import Application
from applications.cases.record_event import NEEDS_HEAD, record_event
from applications.cases.take_in import PERSONAL, Requested, confirm, register, submit
from applications.charges.charge import keep_count
from applications.fees.tiers import Basis
from applications.procedure.channels import Channel
from applications.procedure.events import Decided, Event, FeeNotified, Received, Served
from applications.procedure.written import from_data
from applications.release.confirm import confirm as confirm_file
from applications.release.confirm import hand_out_confirmed
from applications.release.prepare import prepare
from applications.rules.models import ApplicationRules
from disclosures.items.models import Disclosure
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.workdays.days import ONE_DAY, WorkCalendar
from portal.core.workdays.limits import Limit, deadline
from portal.core.workdays.load import current_calendar
from portal.site.setup.demo_letters import Letters

OFFICERS, HEAD = ("li.jing", "qian.yu"), "fang.yaqin"
ARRIVES, WORKED_ON = time(9, 20), time(15, 30)

Given = dict[str, Any]


@transaction.atomic
def load_applications(township: Township, folder: Path, tell: Callable[[str], None]) -> None:
    """All that came until today, each as far as it has got; nothing where there is one already,
    or where the demo's own staff are missing, who handle them."""
    if Application.objects.of(township).exists() or not _staffed(township):
        return
    ApplicationRules.objects.get_or_create(township=township, defaults=_read(folder, "rules"))
    known = {one.pop("name"): one for one in _read(folder, "applicants")}
    desk = Desk(township, current_calendar(), folder / "files")
    stories = [desk.dated(one) for one in _read(folder, "requests")]
    stories = [one for one in stories if one.came_on <= desk.today]
    for number, story in enumerate(sorted(stories, key=lambda one: one.came_on)):
        officer = desk.officers[number % len(desk.officers)]
        desk.work_on(story, known[story.given["who"]], officer)
    tell(f"公开申请：{len(stories)} 件")


def _staffed(township: Township) -> bool:
    needed = (*OFFICERS, HEAD)
    return Staff.objects.filter(township=township, username__in=needed).count() == len(needed)


def _read(folder: Path, name: str) -> Any:
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Happened:
    event: Event
    words: str


@dataclass(frozen=True)
class Story:
    given: Given
    came_on: date
    happened: Sequence[Happened]


class Desk:
    """The township's disclosure office at work."""

    def __init__(self, township: Township, calendar: WorkCalendar, files: Path) -> None:
        self.files = files
        self.township, self.calendar, self.today = township, calendar, clock.today()
        staff = {one.username: one for one in Staff.objects.filter(township=township)}
        self.officers, self.head = [staff[name] for name in OFFICERS], staff[HEAD]
        self.letters = Letters(_read(files.parent, "words"))

    def dated(self, given: Given) -> Story:
        came_on = self._day(given["came"], self.today)
        return Story(given, came_on, list(self._happened(given["events"], came_on)))

    def _happened(self, lines: Sequence[str], on: date) -> Iterator[Happened]:
        """Until today; what lies ahead hasn't happened."""
        for line in lines:
            what, _, words = line.partition(" # ")
            when, kind, *pairs = what.split()
            on = self._day(when, on)
            if on > self.today:
                return
            told = dict(pair.split("=", 1) for pair in pairs)
            data = {name: self._value(name, text, on) for name, text in told.items()}
            yield Happened(from_data({"type": kind, "on": on.isoformat(), **data}), words)

    def _day(self, text: str, start: date) -> date:
        if text.startswith("+"):
            return deadline(start, Limit(int(text)), self.calendar).due
        if not text.startswith("-"):
            return date.fromisoformat(text)
        on, left = start, -int(text)
        while left:
            on -= ONE_DAY
            left -= self.calendar.day(on).working
        return on

    def _value(self, name: str, text: str, on: date) -> Any:
        if name in ("until", "redo_until"):
            return self._day(text, on).isoformat()
        if name == "outcomes":
            return text.split(",")
        if name == "days":
            return int(text)
        return text == "true" if name == "good" else text

    def work_on(self, story: Story, applicant: Given, officer: Staff) -> None:
        application = self._taken_in(story, applicant, officer)
        for one in story.happened:
            self._prepare(application, one.event, story.given, officer)
            event = self._charged(application, one.event, story.given, officer)
            self._put_on_record(application, event, one.words, officer)
            self.letters.issue_for(application, event, officer, self.head)
        self._pointed(application, story.given.get("item", ""))

    def _taken_in(self, story: Story, applicant: Given, officer: Staff) -> Application:
        channel, at = Channel(story.given["channel"]), _moment(story.came_on, ARRIVES)
        wanted = _requested(story.given, applicant)
        if channel is Channel.ONLINE:
            application = submit(self.township, wanted, at=at).application
            Application.objects.filter(pk=application.pk).update(handler=officer)
            return application
        came_on = story.came_on
        return register(self.township, wanted, channel, came_on, by=officer, at=at).application

    def _prepare(
        self, application: Application, event: Event, given: Given, officer: Staff
    ) -> None:
        """The file that goes out with the answer, looked at by two."""
        if isinstance(event, Decided) and (name := given.get("file")):
            data = (self.files / name).read_bytes()
            release = prepare(application, data, name, by=officer)
            confirm_file(release, by=self.head, looked=True)

    def _charged(
        self, application: Application, event: Event, given: Given, officer: Staff
    ) -> Event:
        if not isinstance(event, FeeNotified):
            return event
        charge = keep_count(application, Basis.PAGE, given["pages"], by=officer)
        return replace(event, amount=charge.amount)

    def _put_on_record(
        self, application: Application, event: Event, words: str, officer: Staff
    ) -> None:
        at = _moment(event.on, WORKED_ON)
        if isinstance(event, Received):
            confirm(application, by=officer, on=event.on, at=at)
            return
        for_head = isinstance(event, NEEDS_HEAD)
        served = isinstance(event, Served)
        record_event(
            application,
            event,
            by=self.head if for_head else officer,
            drafted_by=officer if for_head else None,
            remark="" if served else words,
            proof=words if served else "",
            at=at,
        )
        if isinstance(event, Decided):
            hand_out_confirmed(application, by=self.head)

    def _pointed(self, application: Application, title: str) -> None:
        """What was answered has since been published for everyone."""
        public = Disclosure.objects.public(self.township, clock.now())
        item = public.filter(live__title=title).first() if title else None
        if item:
            Application.objects.filter(pk=application.pk).update(answered_by_item=item)


def _requested(given: Given, applicant: Given) -> Requested:
    known = {name: applicant[name] for name in PERSONAL if name in applicant}
    return Requested(
        applicant_kind=applicant["kind"],
        subject=given["subject"],
        description=given["description"],
        supply_form=given["supply_form"],
        delivery=given["delivery"],
        parts=tuple(given.get("parts", ())),
        **{"name": given["who"], "agent": given.get("agent", ""), **known},
    )


def _moment(on: date, at: time) -> datetime:
    """Not later than now: what is worked on today is worked on by now."""
    return min(timezone.make_aware(datetime.combine(on, at)), clock.now())
