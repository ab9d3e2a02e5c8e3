"""The persons and places of the tests: 阳光镇, its office, its village and their people."""

from dataclasses import dataclass

from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.township.models import Township
from portal.core.workdays.save_notice import seed_notices
from tests import factories


@dataclass
class Cast:
    town: Township
    office: Organisation
    village: Organisation
    clerk: Staff  # 张录入: writes for the office
    reviewer: Staff  # 王审核: reviews the office's drafts
    keeper: Staff  # 周保密: confidentiality review, whole township
    officer: Staff  # 李主任: disclosure office, whole township
    accountant: Staff  # 张会计: the village's accountant
    supervisor: Staff  # 村务监督委员会
    auditor: Staff  # 审计: reads
    administrator: Staff


def assemble() -> Cast:
    """One township with its people; call in a test with a database."""
    seed_notices()
    town = factories.township()
    office = factories.organisation(town, name="政务公开办公室", slug="open-government")
    village = factories.village(town, name="青禾村", slug="qinghe")
    person = factories.staff
    return Cast(
        town=town,
        office=office,
        village=village,
        clerk=person(office, Role.CLERK, username="zhang", name="张录入"),
        reviewer=person(office, Role.REVIEWER, username="wang", name="王审核"),
        keeper=person(office, Role.CONFIDENTIALITY, username="zhou", name="周保密"),
        officer=person(office, Role.OFFICER, username="li", name="李主任"),
        accountant=person(village, Role.ACCOUNTANT, username="kuaiji", name="张会计"),
        supervisor=person(village, Role.SUPERVISOR, username="jiandu", name="陈监督"),
        auditor=person(office, Role.AUDITOR, username="shenji", name="孙审计"),
        administrator=person(office, Role.ADMINISTRATOR, username="guanli", name="赵管理"),
    )
