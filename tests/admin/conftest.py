"""A township beside ours, with a record of every kind; and three who look from inside ours."""

from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from disclosures.items.templates import ItemTemplate
from disclosures.lists.models import ListKind
from disclosures.lists.standard_kinds import load_kinds
from disclosures.questions.promise import AnswerPromise
from disclosures.registers.models import RegisterEntry
from disclosures.warnings.models import EmergencyWarning
from finance.accounts.models import Account, BookRules, Subject
from finance.accounts.standard_subjects import load_subjects
from finance.ledger.periods import open_period
from finance.levies.models import LevyRule
from portal.core import clock
from portal.core.staff.roles import Role
from portal.core.township.models import Township
from portal.reports.annual.models import AnnualReport, LineWording, ReportRules
from portal.reports.board.models import Board, Posting
from portal.reports.inspection.models import Inspection, RiskyWord
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.summary.models import WorkSummary
from portal.search.misses import count_miss
from tests import factories
from tests.admin.neighbour import SECRET
from tests.applications.whole_case import whole_case
from tests.cast import Cast, assemble
from tests.doors.away import plant_away


@pytest.fixture(scope="module")
def beside(planting: Path) -> tuple[Cast, Township]:
    """Ours, and another township beside it."""
    ours = assemble()
    ours.town.host = "testserver"
    ours.town.save()
    return ours, _elsewhere()


@pytest.fixture
def ours(beside: tuple[Cast, Township], planting: Path, db: None, settings: Any) -> Cast:
    settings.MEDIA_ROOT = planting
    return deepcopy(beside[0])


@pytest.fixture
def elsewhere(beside: tuple[Cast, Township], ours: Cast) -> Township:
    return deepcopy(beside[1])


def _elsewhere() -> Township:
    """Another township with a record of every kind, each carrying a word that gives it away."""
    town = factories.township(full_name=f"{SECRET}人民政府", host="elsewhere.test")
    office = factories.organisation(town, name=f"{SECRET}办公室")
    person = factories.staff(office, *Role, name=f"{SECRET}职员")
    entry = factories.entry(town, name=f"{SECRET}事项")
    factories.published(town, by=person, entry=entry, title=f"{SECRET}信息")
    factories.draft(town, by=person, entry=entry, title=f"{SECRET}稿件")
    ItemTemplate.objects.create(township=town, name=f"{SECRET}模板", entry=entry, title="x")
    factories.question(town, message=f"{SECRET}纠错", office=office)
    AnswerPromise.objects.create(township=town)
    load_kinds(town)
    ListKind.objects.of(town).update(name=f"{SECRET}种类")
    now = clock.now()
    EmergencyWarning.objects.create(
        township=town,
        title=f"{SECRET}预警",
        hazard="heat",
        level="blue",
        situation="热",
        advice="少出门",
        issuer=office,
        starts_at=now,
        ends_at=now + timedelta(days=1),
    )
    load_subjects(town)
    Subject.objects.of(town).update(aliases=SECRET)
    BookRules.objects.create(township=town, checked_by=f"{SECRET}监委会")
    Account.objects.create(township=town, village=office, name=f"{SECRET}户", opened_on=now.date())
    LevyRule.objects.create(township=town, name=f"{SECRET}限额", since=2020, per_head=20, days=3)
    open_period(office, now.date(), by=person)
    count_miss(town, f"{SECRET}没有", now.date())
    whole_case(town, person, factories.staff(office, Role.OFFICER), SECRET)
    plant_away(town, person, SECRET)
    board = Board.objects.create(
        township=town, organisation=office, name=f"{SECRET}栏", address="x"
    )
    Posting.objects.create(township=town, board=board, kind="item", key=1, title=f"{SECRET}张贴")
    RiskyWord.objects.create(township=town, word=f"{SECRET}词")
    AnnualReport.objects.create(township=town, year=2019, overview=f"{SECRET}总体")
    ReportRules.objects.create(township=town, due_month=11, due_day=29)
    LineWording.objects.create(township=town, line="handled", words=f"{SECRET}用语")
    plan = WorkPlan.objects.create(township=town, year=2019, opening=f"{SECRET}要求")
    given = {"plan": plan, "chapter": f"{SECRET}部分", "title": f"{SECRET}措施"}
    Measure.objects.create(township=town, office=office, text="做", **given)
    WorkSummary.objects.create(township=town, year=2019, opening=f"{SECRET}总的")
    Inspection.objects.create(township=town, at=now, points=37, unchecked=[f"{SECRET}没查"])
    RegisterEntry.objects.create(
        township=town,
        register="food-violations",
        firm=f"{SECRET}店",
        credit_code="91350100M000100Y43",
        facts="过期",
        decision="罚款",
        decided_by="局",
        decided_on=now.date(),
        issuer=office,
    )
    return town


@pytest.fixture(params=["officer", "administrator", "superuser"])
def desk(request: pytest.FixtureRequest, ours: Cast, client: Client) -> Client:
    if request.param == "superuser":
        person = factories.staff(ours.office, is_superuser=True)
    else:
        person = getattr(ours, request.param)
    client.force_login(person)
    return client
