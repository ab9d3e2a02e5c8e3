"""The township that the browser visits: small, but with one of every kind of page."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import SimpleNamespace

from django.urls import reverse

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.advance import approve, clear, submit
from disclosures.flow.attach import attach
from disclosures.flow.publish import publish_archived
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from disclosures.flow.write import save_draft
from disclosures.items.models import Disclosure, Edition
from disclosures.policies.models import Interpretation
from disclosures.questions.answer import Answer, release
from disclosures.questions.answer import draft as draft_answer
from disclosures.questions.correct import release_supplement, supplement
from disclosures.questions.models import Question
from disclosures.registers.models import RegisterEntry
from disclosures.registers.moves import list_entry
from disclosures.warnings.models import EmergencyWarning
from disclosures.warnings.moves import issue
from finance.ledger.models import LedgerEntry
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from tests import factories
from tests.browser.papers import papers
from tests.cast import Cast, assemble
from tests.disclosures.accidents.files import drafted as drafted_accident
from tests.disclosures.accidents.files import stage
from tests.disclosures.guides import guides
from tests.disclosures.lists.rolls import published as published_list
from tests.disclosures.programmes.programmes import published as published_programme
from tests.disclosures.registers.firms import written
from tests.disclosures.warnings.storms import storm
from tests.doors.money import plant_books, plant_budget, plant_grant, plant_holdings
from tests.doors.works import plant_levy, plant_project
from tests.finance.audits.reports import published_report, told
from tests.finance.sangong.statements import published as published_sangong

BODY = """<p>经村民申请、村级评议、入户核查，现将本季度情况公示如下。</p>
<h2>发放标准</h2>
<table><thead><tr><th>类别</th><th>户数</th><th>金额（元）</th></tr></thead>
<tbody><tr><td>城市</td><td>12</td><td>9600.00</td></tr>
<tr><td>农村</td><td>86</td><td>51170.00</td></tr></tbody></table>
<ul><li>监督电话：0559-7000009</li></ul>"""
CSV = "姓名,村组,金额\r\n张某某,青禾村一组,595.00\r\n".encode()


@dataclass
class Site:
    """Where the server is, who works there, and the items that tests name."""

    url: str
    cast: Cast
    assistance: Disclosure
    policy: Disclosure
    revised: Disclosure
    withdrawn: Disclosure
    village_item: Disclosure
    question: Question
    list: Disclosure
    warning: EmergencyWarning
    listed: RegisterEntry
    accident: Disclosure
    guide: Disclosure
    programme: Disclosure
    spent: LedgerEntry
    sangong: Disclosure
    audit: Disclosure
    rectified: Disclosure
    levy: Disclosure
    papers: dict[str, str]

    def public_paths(self) -> dict[str, str]:
        """Every kind of public page by name."""
        return {
            **{name: reverse(name) for name in PLAIN_PAGES},
            **self.papers,
            "category": reverse("disclosures:category", args=["social-assistance"]),
            "empty category": reverse("disclosures:category", args=["population"]),
            "entry": self.assistance.live.entry.get_absolute_url(),
            "village": self.cast.village.get_absolute_url(),
            "office": self.cast.office.get_absolute_url(),
            "search": reverse("disclosures:items") + "?q=低保",
            "search without result": reverse("disclosures:items") + "?q=火星",
            "item": self.assistance.get_absolute_url(),
            "policy": self.policy.get_absolute_url(),
            "revised item": self.revised.get_absolute_url(),
            "version": reverse("disclosures:version", args=[self.revised.index_number, 1]),
            "print": reverse("disclosures:print", args=[self.assistance.index_number]),
            "question": self.question.get_absolute_url(),
            "guide": self.guide.get_absolute_url(),
            "guide on paper": reverse("disclosures:print", args=[self.guide.index_number]),
            "services by event": reverse("disclosures:services") + "?event=old-age",
            "programme": self.programme.get_absolute_url(),
            "programme on paper": reverse("disclosures:print", args=[self.programme.index_number]),
            "programme check": self.programme.live.part.check_page,
            "benefits without result": reverse("disclosures:benefits") + "?q=火星",
            "services without result": reverse("disclosures:services") + "?q=火星",
            "list on notice": self.list.get_absolute_url(),
            "names": self.list.live.part.names_page,
            "names of nobody": self.list.live.part.names_page + "?name=没有此人",
            "lists of a village": reverse("disclosures:lists") + "?village=qinghe",
            "warning": self.warning.get_absolute_url(),
            "register": reverse("disclosures:register", args=["safety-blacklist"]),
            "register entry": self.listed.get_absolute_url(),
            "accident": self.accident.get_absolute_url(),
            "found": reverse("site:search") + "?q=低保",
            "not found by search": reverse("site:search") + "?q=火星",
            **self._books(),
            "sangong item": self.sangong.get_absolute_url(),
            "audit report": self.audit.get_absolute_url(),
            "rectification": self.rectified.get_absolute_url(),
            "levy": self.levy.get_absolute_url(),
            "project": self.levy.live.levy.project.get_absolute_url(),
            "project on paper": reverse(
                "disclosures:print", args=[self.levy.live.levy.project.index_number]
            ),
            "projects narrowed": reverse("finance:projects") + "?standing=late",
            "findings narrowed": reverse("finance:audits") + "?status=overdue",
            "withdrawn": self.withdrawn.get_absolute_url(),
            "deadline answer": reverse("site:deadline") + "?received=2025-01-20&days=20",
            "deadline year": reverse("site:deadline-year", args=[2025]),
            "not found": "/disclosures/nothing-here/",
        }

    def _books(self) -> dict[str, str]:
        period, slug = self.spent.period, self.cast.village.slug
        return {
            "ledger": reverse("finance:ledger", args=[slug]),
            "ledger searched": reverse("finance:ledger", args=[slug]) + "?q=路",
            "period": period.get_absolute_url(),
            "period on paper": reverse("reports:board-look", args=["period", period.pk]),
            "entry of a ledger": self.spent.get_absolute_url(),
            "ask about an entry": self.spent.get_absolute_url() + "ask/",
            "budget of a year": reverse("finance:budget-year", args=[2026]),
            "budget of a unit": reverse("finance:budget-unit", args=[2026, self.cast.office.slug]),
            "budget table": reverse("finance:budget-unit", args=[2026, self.cast.office.slug])
            + "?table=03-expense",
            "chain": reverse("finance:verify") + f"?village={slug}",
            "resolution": self.spent.resolution.get_absolute_url(),
        }


PLAIN_PAGES = (
    "site:home",
    "site:guide",
    "site:villages",
    "site:offices",
    "site:deadline",
    "site:timeliness",
    "site:schedule",
    "site:feeds",
    "disclosures:catalogue",
    "disclosures:items",
    "disclosures:policies",
    "disclosures:services",
    "disclosures:benefits",
    "disclosures:benefit-standards",
    "disclosures:benefit-check",
    "disclosures:lists",
    "disclosures:warnings",
    "disclosures:registers",
    "disclosures:accidents",
    "site:search",
    "disclosures:questions",
    "applications:home",
    "applications:guide",
    "applications:new",
    "applications:track",
    "applications:statistics",
    "applications:answers",
    "disclosures:ask",
    "disclosures:track-question",
    "disclosures:report-error",
    "finance:home",
    "finance:villages",
    "finance:large-expenses",
    "finance:verify",
    "finance:resolutions",
    "finance:holdings",
    "finance:funds",
    "finance:budgets",
    "finance:budget-terms",
    "finance:execution",
    "finance:sangong",
    "finance:audits",
    "finance:projects",
    "finance:levies",
    "reports:boards",
    "reports:home",
)


def build(url: str) -> Site:
    cast = assemble()
    top = factories.entry(cast.town, name="社会救助", category="social-assistance")
    entry = factories.entry(
        cast.town,
        name="最低生活保障",
        parent=top,
        category="social-assistance",
        publisher=cast.office,
        content="标准、申请指南、名单、资金",
        basis="《社会救助暂行办法》",
        channels="门户网站、公开栏",
    )
    policies = factories.entry(cast.town, name="镇政府文件", kind=CatalogueEntry.Kind.POLICY)
    assistance = _assistance(cast, entry)
    policy = _policy(cast, policies)
    audit = published_report(cast)
    return Site(
        url=url,
        cast=cast,
        assistance=assistance,
        policy=policy,
        revised=_revised(cast, entry),
        withdrawn=_withdrawn(cast, entry),
        village_item=_village_item(cast),
        question=_question(cast, assistance, entry),
        list=published_list(cast, at=clock.now()),
        warning=issue(storm(cast, starts_at=clock.now(), ends_at=_tomorrow()), by=cast.officer),
        listed=list_entry(written(cast), by=cast.officer),
        accident=_accident(cast),
        guide=_guide(cast, entry),
        programme=published_programme(cast.town, by=cast.officer, title="老年津贴"),
        spent=_money(cast),
        sangong=published_sangong(cast),
        papers=papers(cast, assistance),
        audit=audit,
        rectified=told(cast, audit, {"status": "2-done"}),
        levy=_works(cast),
    )


def _assistance(cast: Cast, entry: CatalogueEntry) -> Disclosure:
    draft = factories.draft(
        cast.town,
        by=cast.officer,
        entry=entry,
        issuer=cast.office,
        title="2026年第一季度农村低保资金发放公示",
        summary="本季度发放农村低保 86 户。",
        keywords="低保、社会救助",
        body=BODY,
        formed_on=date(2026, 3, 2),
    )
    attach(draft, CSV, "低保发放名单.csv", by=cast.officer)
    return publish_archived(draft, at=factories.moment("2026-03-10 09:00"), by=cast.officer)


def _policy(cast: Cast, entry: CatalogueEntry) -> Disclosure:
    """A policy, and the interpretation that explains it."""
    policy = factories.published(
        cast.town,
        by=cast.officer,
        entry=entry,
        title="关于做好困难群众救助工作的通知",
        document_number="阳政〔2026〕3号",
        effective_on=date(2026, 3, 1),
        expires_on=date(2031, 2, 28),
    )
    kind = CatalogueEntry.Kind.INTERPRETATION
    explaining = factories.entry(cast.town, name="政策解读", kind=kind)
    draft = factories.draft(
        cast.town, by=cast.officer, entry=explaining, title="一图读懂困难群众救助"
    )
    Interpretation.objects.create(
        township=cast.town,
        disclosure=draft.disclosure,
        policy=policy,
        explained_by_whom="民政办公室",
    )
    publish_archived(draft, at=factories.moment("2026-03-12 09:00"), by=cast.officer)
    return policy


def _revised(cast: Cast, entry: CatalogueEntry) -> Disclosure:
    disclosure = factories.published(
        cast.town, by=cast.officer, entry=entry, title="临时救助申请指南", body="<p>旧的电话。</p>"
    )
    edition = revise(disclosure, by=cast.clerk)
    edition.body = "<p>新的电话：0559-7000010。</p>"
    edition.change_note = "更正咨询电话"
    save_draft(edition, by=cast.clerk)
    submit(edition, by=cast.clerk)
    approve(edition, by=cast.reviewer)
    clear(edition, by=cast.keeper)
    disclosure.refresh_from_db()
    return disclosure


def _withdrawn(cast: Cast, entry: CatalogueEntry) -> Disclosure:
    disclosure = factories.published(
        cast.town, by=cast.officer, entry=entry, title="误发的名单公示"
    )
    return withdraw(disclosure, by=cast.officer, reason="名单有误，重新核对后公示。")


def _village_item(cast: Cast) -> Disclosure:
    return factories.published(
        cast.town,
        by=cast.officer,
        issuer=cast.village,
        title="青禾村2026年2月村务公开",
        at=clock.now() - timedelta(days=3),
    )


def _question(cast: Cast, item: Disclosure, entry: CatalogueEntry) -> Question:
    """Asked about an item, answered late, with what was added later."""
    question = factories.question(
        cast.town,
        office=cast.office,
        page=item.get_absolute_url(),
        subject=item.live.title,
        message="低保什么时候到账？",
        at=factories.moment("2026-03-12 10:00"),
    )
    told = Answer("低保每月几号到账？", "低保什么时候到账？", "每月10日前。\n\n逢假日提前。", entry)
    draft_answer(question, told, by=cast.clerk)
    release(question, by=cast.reviewer)
    supplement(question, "9月起改为每月5日前。", by=cast.clerk)
    release_supplement(question, by=cast.reviewer)
    question.refresh_from_db()
    return question


def _guide(cast: Cast, entry: CatalogueEntry) -> Disclosure:
    """A service with all that its page can show."""
    edition = guides.drafted(
        cast.town,
        by=cast.officer,
        entry=entry,
        title="高龄津贴申请办事指南",
        events=("old-age", "hardship"),
        also_called="80岁补贴、长寿钱",
        online=True,
        agent=True,
        once=True,
        result="每月打到社保卡。",
        reminder="生日前一个月就可以来。",
        materials=(*guides.MATERIALS, {"name": "委托书", "only_when": "请人代办的"}),
        steps=(*guides.STEPS, *guides.STEPS),
    )
    guides.with_form(edition, attach(edition, CSV, "申请表.csv", by=cast.officer))
    edition = Edition.objects.get(pk=edition.pk)
    return publish_archived(edition, at=factories.moment("2026-03-11 09:00"), by=cast.officer)


def _tomorrow() -> datetime:
    return clock.now() + timedelta(days=1)


def _accident(cast: Cast) -> Disclosure:
    edition = drafted_accident(cast)
    stage(edition)
    return publish_archived(edition, at=factories.moment("2026-03-15 09:00"), by=cast.officer)


def _money(cast: Cast) -> LedgerEntry:
    """Books with a large expense, what the village owns, a fund: as the doors' tests plant them."""
    planter = SimpleNamespace(
        word="青禾",
        town=cast.town,
        village=cast.village,
        office=cast.office,
        officer=_everyone(cast),
        entry=_entry(cast),
    )
    plant_holdings(planter)
    plant_grant(planter)
    plant_budget(planter)
    return plant_books(planter)


def _works(cast: Cast) -> Disclosure:
    """A levy for a project that is late."""
    planter = SimpleNamespace(
        word="青禾",
        town=cast.town,
        office=cast.office,
        village=cast.village,
        officer=cast.officer,
        entry=_entry(cast),
    )
    return plant_levy(planter, plant_project(planter))


def _everyone(cast: Cast) -> Staff:
    return factories.staff(cast.office, Role.OFFICER, Role.ADMINISTRATOR, username="taker")


def _entry(cast: Cast) -> CatalogueEntry:
    return factories.entry(cast.town, name="村级财务", category="village-projects")
