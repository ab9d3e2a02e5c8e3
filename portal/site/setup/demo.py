"""The demo township, loaded from the files that its staff would keep, through the same imports."""

import json
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import transaction

from disclosures.catalogue.load import load_standard
from disclosures.flow.item_files import files_beside
from disclosures.flow.read_items import read_items
from disclosures.flow.save_items import save_items
from disclosures.flow.standard_templates import load_templates
from disclosures.items.models import Disclosure
from disclosures.lists.standard_kinds import load_kinds
from finance.accounts.models import Account
from finance.accounts.standard_subjects import load_subjects
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.site.finding.rebuild import rebuild
from portal.site.setup.demo_accidents import load_accidents
from portal.site.setup.demo_applications import load_applications
from portal.site.setup.demo_audits import load_audits
from portal.site.setup.demo_boards import load_boards
from portal.site.setup.demo_books import load_books
from portal.site.setup.demo_budgets import load_budgets
from portal.site.setup.demo_desk import load_desk
from portal.site.setup.demo_guides import load_guides
from portal.site.setup.demo_levies import load_levies
from portal.site.setup.demo_lists import load_lists
from portal.site.setup.demo_papers import load_papers
from portal.site.setup.demo_programmes import load_programmes
from portal.site.setup.demo_projects import load_projects
from portal.site.setup.demo_questions import load_questions
from portal.site.setup.demo_registers import load_registers
from portal.site.setup.demo_sangong import load_sangong
from portal.site.setup.demo_warnings import load_warnings
from portal.site.setup.demo_wealth import load_wealth
from portal.site.setup.opening import make_administrator
from portal.site.setup.people import BadSheet, load_organisations, load_staff

FOLDER = Path(settings.BASE_DIR) / "demo"
ADMINISTRATOR = "admin"
CHECKED_BY_HAND = "图片和扫描件导入前已由保密审查员逐张查看，未见个人信息。"

Tell = Callable[[str], None]


def load_demo(tell: Tell) -> Township:
    """The demo township, complete; what is there already is left alone."""
    given = json.loads((FOLDER / "township.json").read_text(encoding="utf-8"))
    given["host"] = given.get("host") or None
    township, new = Township.objects.get_or_create(slug=given.pop("slug"), defaults=given)
    if new or not Organisation.objects.of(township).exists():
        _load_people(township, tell)
    if not Disclosure.objects.of(township).exists():
        with transaction.atomic():
            _load_items(township, tell)
            by = Staff.objects.get(username=ADMINISTRATOR)
            forms = files_beside(FOLDER / "items" / "files")
            load_guides(township, FOLDER / "guides", forms, by, tell)
            load_programmes(township, FOLDER / "programmes" / "惠民项目.xlsx", by, tell)
            load_lists(township, FOLDER / "lists", by, tell)
            load_accidents(township, FOLDER / "accidents.json", by, tell)
            load_budgets(township, FOLDER / "budgets", by, tell)
            load_sangong(township, FOLDER / "sangong" / "statements.json", by, tell)
            load_audits(township, FOLDER / "audits", by, tell)
            load_projects(township, FOLDER / "projects", by, tell)
            load_levies(township, FOLDER / "projects" / "levies.json", by, tell)
            load_desk(township, FOLDER / "drafts.csv", tell)
    if not Account.objects.of(township).exists():
        by = Staff.objects.get(username=ADMINISTRATOR)
        load_books(township, FOLDER / "ledgers", by, tell)
        load_wealth(township, FOLDER, by, tell)
    load_questions(township, FOLDER / "questions.json", tell)
    load_applications(township, FOLDER / "applications", tell)
    by = Staff.objects.get(username=ADMINISTRATOR)
    load_warnings(township, FOLDER / "warnings.json", by, tell)
    load_registers(township, FOLDER / "registers.csv", by, tell)
    load_boards(township, FOLDER / "boards", tell)
    load_papers(township, FOLDER / "papers" / "papers.json", tell)
    tell(f"站内检索 {rebuild(township)} 条")
    return township


@transaction.atomic
def _load_people(township: Township, tell: Tell) -> None:
    bodies, people = FOLDER / "organisations.csv", FOLDER / "staff.csv"
    tell(f"机构 {load_organisations(bodies.read_bytes(), bodies.name, township)} 个")
    tell(f"工作人员 {load_staff(people.read_bytes(), people.name, township)} 名")
    make_administrator(township, ADMINISTRATOR)
    tell(f"公开事项 {load_standard(township)} 项")
    tell(f"稿件模板 {load_templates(township)} 个")
    tell(f"名单种类 {load_kinds(township)} 种")
    tell(f"收支科目 {load_subjects(township)} 个")


def _load_items(township: Township, tell: Tell) -> None:
    files = files_beside(FOLDER / "items" / "files")
    by = Staff.objects.get(username=ADMINISTRATOR)
    sheets = sorted(path for path in (FOLDER / "items").iterdir() if path.is_file())
    for path in sheets:
        sheet = read_items(path.read_bytes(), path.name, township, files)
        if not sheet.ok:
            raise BadSheet(list(sheet.problems))
        saved = save_items(sheet, township, by=by, archived=True, override_reason=CHECKED_BY_HAND)
        tell(f"{path.stem}：{len(saved)} 条")
