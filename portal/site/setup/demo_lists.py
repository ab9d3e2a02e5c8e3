"""The demo's lists, read from the files as villages send them and published when they were due."""

import csv
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from disclosures.flow.publish import publish_archived
from disclosures.flow.revise import revise
from disclosures.flow.write import save_draft
from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from disclosures.lists.begin import begin_list
from disclosures.lists.models import ListKind
from disclosures.lists.read_list import read_list
from disclosures.lists.save_list import save_list
from disclosures.lists.villages import villages_of
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.workdays.load import current_calendar
from portal.site.setup.people import BadSheet

OPENING = time(8, 30)
Row = dict[str, str]


@transaction.atomic
def load_lists(township: Township, folder: Path, by: Staff, tell: Callable[[str], None]) -> None:
    """Every list that index.csv names; some run now, those of the past have ended."""
    with (folder / "index.csv").open(encoding="utf-8", newline="") as stream:
        index = sorted(csv.DictReader(stream), key=lambda row: _published(row["published"]))
    villages = villages_of(township)
    kinds = {kind.slug: kind for kind in ListKind.objects.of(township)}
    count = 0
    for row in index:
        kind = kinds[row["kind"]]
        sheet = read_list((folder / row["file"]).read_bytes(), "名单", kind.layout, villages)
        if not sheet.ok:
            raise BadSheet(list(sheet.problems))
        on = _published(row["published"])
        edition = begin_list(kind, _about(township, row, on), by=by)
        count += save_list(edition, sheet, by=by)
        item = publish_archived(edition, at=_opening(on), by=by)
        if row["outcome"]:
            _tell_outcome(item, row, by)
    tell(f"公示和发放名单 {len(index)} 份，{count} 行")


def _published(told: str) -> date:
    """A day, or so many days before today, moved back to a working day."""
    if not told.startswith("-"):
        return date.fromisoformat(told)
    on, calendar = clock.today() - timedelta(days=int(told[1:])), current_calendar()
    while not calendar.day(on).working:
        on -= timedelta(days=1)
    return on


def _opening(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, OPENING))


def _about(township: Township, row: Row, on: date) -> dict[str, object]:
    return {
        "title": row["title"],
        "entry": row["entry"],
        "issuer": row["issuer"],
        "period": row["period"],
        "from": date.fromisoformat(row["first"]),
        "to": date.fromisoformat(row["last"]),
        "fund": row["fund"],
        "programme": _programme(township, row["kind"]),
        "formed_on": on - timedelta(days=1),
    }


# the programme that a kind of list belongs to, by a word in its title
PROGRAMMES = {
    "dibao": "最低生活保障",
    "tekun": "特困",
    "elderly": "高龄津贴",
    "disabled": "残疾人",
    "farmland": "耕地地力",
    "rice": "稻谷",
    "machinery": "农机",
    "family-award": "奖励扶助",
    "family-special": "特别扶助",
    "rain-dew": "雨露",
    "relief": "临时救助",
    "medical": "医疗救助",
    "orphans": "孤儿",
    "industry": "特色产业",
    "student-aid": "困难学生",
    "housing": "危房改造",
}


def _programme(township: Township, kind: str) -> str:
    """The index number of the public programme that a list of `kind` pays out, if there is one."""
    word = next((told for slug, told in PROGRAMMES.items() if kind.startswith(slug)), "")
    public = Disclosure.objects.public(township, clock.now())
    programmes = public.filter(live__shape=Shape.PROGRAMME)
    found = programmes.filter(live__title__contains=word).first() if word else None
    return str(found.index_number) if found else ""


def _tell_outcome(item: Disclosure, row: Row, by: Staff) -> None:
    """What came of the notice, as a revision three days after it ended."""
    live = item.live
    on = live.part.notice_ends_on + timedelta(days=3)
    if on > clock.today():
        return
    edition = revise(item, by=by)
    edition.changed_on = on
    edition.change_note = "补充公示结果。"
    save_draft(edition, by=by)
    part = edition.part
    part.objections = int(row["objections"] or 0)
    part.outcome = row["outcome"]
    part.save(update_fields=["objections", "outcome"])
    publish_archived(edition, at=_opening(on), by=by)
