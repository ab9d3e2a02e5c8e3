"""Two townships on one installation. Everything of the second one bears a word of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile

from disclosures.accidents.models import AccidentFile, AccidentStage
from disclosures.attachments.models import BodyImage
from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.advance import approve, clear, submit
from disclosures.flow.attach import attach
from disclosures.flow.publish import publish_archived
from disclosures.flow.repeal import repeal
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from disclosures.flow.write import save_draft
from disclosures.items.models import Disclosure, Edition
from disclosures.items.templates import ItemTemplate
from disclosures.lists.begin import begin_list
from disclosures.lists.models import ListKind
from disclosures.lists.save_list import save_list
from disclosures.lists.sheet import ListSheet, ReadRow
from disclosures.lists.standard_kinds import load_kinds
from disclosures.policies.models import Interpretation
from disclosures.questions.answer import Answer, release
from disclosures.questions.answer import draft as draft_answer
from disclosures.questions.correct import release_supplement, supplement
from disclosures.questions.models import Question
from disclosures.questions.promise import AnswerPromise
from disclosures.registers.models import RegisterEntry
from disclosures.registers.moves import list_entry
from disclosures.warnings.models import EmergencyWarning
from disclosures.warnings.moves import issue
from finance.ledger.models import LedgerEntry
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.township.models import Township
from portal.core.township.owned import TownshipOwned
from portal.reports.board.models import PostingPhoto
from portal.search.misses import count_miss
from tests import factories
from tests.disclosures.guides import guides
from tests.disclosures.programmes import programmes
from tests.doors.applicants import plant_application
from tests.doors.boards import plant_board
from tests.doors.checks import plant_audit, plant_sangong
from tests.doors.money import plant_books, plant_budget, plant_grant, plant_holdings
from tests.doors.papers import plant_papers
from tests.doors.works import plant_levy, plant_project

OWN_HOST, OTHER_HOST = "own.example", "other.example"
OWN_WORD, OTHER_WORD = "甲山", "赤霞"


@dataclass
class Neighbour:
    """A township with one record of every kind; `word` stands in each of their texts."""

    word: str
    town: Township
    office: Organisation
    village: Organisation
    entry: CatalogueEntry
    officer: Staff
    item: Disclosure
    policy: Disclosure
    interpretation: Disclosure
    revised: Disclosure
    withdrawn: Disclosure
    draft: Edition
    picture: BodyImage
    question: Question
    list: Disclosure
    warning: EmergencyWarning
    listed: RegisterEntry
    spent: LedgerEntry | None = None
    photo: PostingPhoto | None = None
    fillings: dict[str, list[dict[str, Any]]] | None = None  # of routes, see routes.py


def settle(word: str, host: str) -> Neighbour:
    town = factories.township(name=f"{word}镇", full_name=f"{word}镇人民政府", host=host)
    office = factories.organisation(town, name=f"{word}民政办", duty=f"{word}的低保救助")
    village = factories.village(town, name=f"{word}村", duty=f"{word}的村务")
    officer = _officer(office, word)
    entry = _entry(town, word, publisher=office, category="social-assistance")
    draft = factories.draft(town, by=officer, entry=entry, **_words(word, "草稿", office))
    policy, interpretation = _policy(town, word, officer)
    there = Neighbour(
        word=word,
        town=town,
        office=office,
        village=village,
        entry=entry,
        officer=officer,
        item=_item(town, word, officer, entry, office),
        policy=policy,
        interpretation=interpretation,
        revised=_revised(town, word, officer, entry),
        withdrawn=_withdrawn(town, word, officer, entry),
        draft=draft,
        picture=_picture(town, officer),
        question=_question(town, word, officer, entry),
        list=_list(town, word, officer, entry, village),
        warning=_warning(town, word, officer),
        listed=_listed(town, word, officer),
    )
    _loose_ends(there)
    return there


def kinds_without_record(there: Neighbour) -> Iterator[str]:
    """Kinds of records that nobody planted: teach `settle` about them."""
    for model in apps.get_models():
        owned = issubclass(model, TownshipOwned)
        if owned and not model._default_manager.filter(township=there.town).exists():
            yield model._meta.label


def _words(word: str, what: str, issuer: Organisation) -> dict[str, Any]:
    return {
        "issuer": issuer,
        "title": f"{word}低保{what}通知",
        "summary": f"{word}概述",
        "keywords": f"{word}、低保",
        "document_number": f"{word}〔2026〕1号",
        "body": f"<p>{word}正文：低保{what}。</p>",
        "source": f"{word}来源",
    }


def _entry(town: Township, word: str, **fields: Any) -> CatalogueEntry:
    given = {"name": f"{word}低保", "content": f"{word}要素", "basis": f"{word}依据"}
    return factories.entry(town, **given | fields)


def _officer(office: Organisation, word: str) -> Staff:
    roles = (Role.OFFICER, Role.ADMINISTRATOR)
    return factories.staff(office, *roles, username=f"li-{office.pk}", name=f"{word}李主任")


def _item(
    town: Township, word: str, by: Staff, entry: CatalogueEntry, office: Organisation
) -> Disclosure:
    draft = factories.draft(town, by=by, entry=entry, **_words(word, "发放", office))
    attach(draft, f"{word}名单\r\n".encode(), f"{word}名单.csv", by=by)
    return publish_archived(draft, at=factories.moment("2026-03-10 10:00"), by=by)


def _policy(town: Township, word: str, by: Staff) -> tuple[Disclosure, Disclosure]:
    office = by.organisation
    policies = _entry(town, word, kind=CatalogueEntry.Kind.POLICY)
    policy = factories.published(town, by=by, entry=policies, **_words(word, "政策", office))
    old = factories.published(town, by=by, entry=policies, **_words(word, "旧政策", office))
    repeal(old, by=by, on=clock.today(), reason=f"{word}废止", replaced_by=policy)
    explaining = _entry(town, word, kind=CatalogueEntry.Kind.INTERPRETATION)
    draft = factories.draft(town, by=by, entry=explaining, **_words(word, "解读", office))
    Interpretation.objects.create(
        township=town, disclosure=draft.disclosure, policy=policy, explained_by_whom=f"{word}镇长"
    )
    return policy, publish_archived(draft, at=factories.moment("2026-03-11 10:00"), by=by)


def _revised(town: Township, word: str, by: Staff, entry: CatalogueEntry) -> Disclosure:
    disclosure = factories.published(
        town, by=by, entry=entry, **_words(word, "指南", by.organisation)
    )
    others = [factories.staff(by.organisation, Role.REVIEWER, Role.CONFIDENTIALITY)]
    edition = revise(disclosure, by=by)
    edition.change_note = f"{word}更正"
    save_draft(edition, by=by)
    submit(edition, by=by)
    approve(edition, by=others[0])
    clear(edition, by=others[0])
    disclosure.refresh_from_db()
    return disclosure


def _withdrawn(town: Township, word: str, by: Staff, entry: CatalogueEntry) -> Disclosure:
    disclosure = factories.published(
        town, by=by, entry=entry, **_words(word, "撤下", by.organisation)
    )
    return withdraw(disclosure, by=by, reason=f"{word}有误")


def _picture(town: Township, by: Staff) -> BodyImage:
    picture = BodyImage(township=town, media_type="image/png", uploaded_by=by)
    picture.file.save("picture", ContentFile(b"\x89PNG"), save=False)
    picture.save()
    return picture


def _question(town: Township, word: str, by: Staff, entry: CatalogueEntry) -> Question:
    """Answered for all to read, with what was added; and another one that still waits."""
    other = factories.staff(by.organisation, Role.REVIEWER)
    asked = {"message": f"{word}原话", "contact": f"{word} 0559-7000003"}
    factories.question(town, office=by.organisation, **asked)
    question = factories.question(town, office=by.organisation, **asked)
    told = Answer(f"{word}低保问题", f"{word}低保怎么办", f"{word}答复", entry)
    release(draft_answer(question, told, by=by), by=other)
    supplement(question, f"{word}补充", by=by)
    release_supplement(question, by=other)
    question.refresh_from_db()
    return question


def _list(
    town: Township, word: str, by: Staff, entry: CatalogueEntry, village: Organisation
) -> Disclosure:
    """A list on notice today, with one name."""
    load_kinds(town)
    kind = ListKind.objects.of(town).get(slug="farmland-payment")
    told = {"title": f"{word}补贴名单", "entry": entry.code, "period": f"{word}2026年"}
    days = {"from": clock.today(), "to": clock.today()}
    edition = begin_list(kind, {**told, **days, "issuer": by.organisation.name}, by=by)
    row = ReadRow(3, village.pk, name=f"{word}三", area=Decimal(1), amount=Decimal("108.36"))
    save_list(edition, ListSheet(rows=(row,)), by=by)
    return publish_archived(edition, at=clock.now(), by=by)


def _warning(town: Township, word: str, by: Staff) -> EmergencyWarning:
    now = clock.now()
    warning = EmergencyWarning.objects.create(
        township=town,
        title=f"{word}暴雨预警",
        hazard="rainstorm",
        level="blue",
        area=f"{word}全镇",
        situation=f"{word}有雨",
        advice=f"{word}的人往高处走",
        issuer=by.organisation,
        starts_at=now,
        ends_at=now + timedelta(days=1),
    )
    return issue(warning, by=by, at=now)


def _listed(town: Township, word: str, by: Staff) -> RegisterEntry:
    entry = RegisterEntry.objects.create(
        township=town,
        register="food-violations",
        firm=f"{word}卤菜店",
        credit_code="91350100M000100Y43",
        facts=f"{word}事实",
        decision=f"{word}罚款",
        decided_by=f"{word}局",
        decided_on=clock.today(),
        issuer=by.organisation,
    )
    return list_entry(entry, by=by)


def _loose_ends(there: Neighbour) -> None:
    word, town = there.word, there.town
    there.picture.editions.add(there.item.live)
    AnswerPromise.objects.create(township=town)
    ItemTemplate.objects.create(
        township=town, name=f"{word}模板", entry=there.entry, title=f"{word}标题"
    )
    count_miss(town, f"{word}没有的事", clock.today())
    _guide(there)
    _accident(there)
    there.spent = plant_books(there)
    plant_holdings(there)
    plant_grant(there)
    plant_budget(there)
    plant_sangong(there)
    plant_audit(there)
    plant_levy(there, plant_project(there))
    plant_application(there)
    plant_board(there)
    plant_papers(there)
    _programme(there)
    village_words = _words(word, "村务", there.village)
    at = clock.now() - timedelta(days=2)
    factories.published(town, by=there.officer, at=at, **village_words)


def _programme(there: Neighbour) -> None:
    """A benefit with its standards, steps, papers, basis and check."""
    word = there.word
    programmes.published(
        there.town,
        by=there.officer,
        key=programme_key(there),
        title=f"{word}低保金",
        entry=there.entry,
        what=f"{word}差多少补多少",
        also_called=f"{word}补助",
        apply_where=f"{word}窗口",
        standards={f"{word}一类": (("815", "2026-01-01", None),)},
    )


def programme_key(of: Neighbour) -> str:
    return f"dibao-{of.town.slug}"


def _guide(there: Neighbour) -> None:
    """A service with a paper to bring and a step to take."""
    word = there.word
    guides.published(
        there.town,
        by=there.officer,
        title=f"{word}低保办事指南",
        entry=there.entry,
        events=("hardship",),
        also_called=f"{word}低保补助",
        window=f"{word}窗口",
        materials=({"name": f"{word}身份证"},),
        steps=({"name": "申请", "what": f"{word}窗口"},),
    )


def _accident(there: Neighbour) -> None:
    """An accident with its first stage."""
    word, town = there.word, there.town
    words = _words(word, "事故", there.office)
    edition = factories.draft(
        town, by=there.officer, entry=there.entry, shape="accidentfile", **words
    )
    given = {"kind": "机械伤害", "happened_on": date(2026, 3, 1), "place": f"{word}厂"}
    AccidentFile.objects.create(township=town, edition=edition, **given)
    AccidentStage.objects.create(
        township=town, edition=edition, kind="event", on=date(2026, 3, 1), text=f"{word}经过"
    )
    publish_archived(edition, at=factories.moment("2026-03-13 10:00"), by=there.officer)
