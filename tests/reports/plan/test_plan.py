"""A plan: begun with the usual measures, issued by another, never changed, only added to."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from disclosures.catalogue.load import load_standard
from disclosures.flow.refusal import CannotMove
from portal.core.staff.models import Staff
from portal.reports.papers.issue import digest_of
from portal.reports.plan.begin import begin
from portal.reports.plan.issue import hindrances, issue
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.plan.standard import STANDARD
from portal.reports.plan.supplement import issue_supplement
from portal.reports.plan.write import write_measure
from tests.cast import Cast
from tests.reports.years import draft_plan, measure

pytestmark = pytest.mark.django_db


def test_it_begins_with_the_usual_measures_and_their_matters(cast: Cast) -> None:
    load_standard(cast.town)
    plan = begin(cast.town, 2026, by=cast.officer)
    assert [one.title for one in plan.measures.order_by("position")] == [
        *("主动公开", "政策解读", "公开渠道", "财政资金", "村级财务", "医疗卫生"),
        *("社会保障", "安全生产", "食品药品", "依申请公开", "组织保障"),
    ]
    money = plan.measures.get(title="财政资金")
    assert {one.code for one in money.entries.all()} == {"D01", "B03"}
    assert money.due_on == date(2026, 10, 31)


def test_every_matter_and_figure_of_the_usual_measures_is_known(cast: Cast) -> None:
    load_standard(cast.town)
    plan = begin(cast.town, 2026, by=cast.officer)
    for given in STANDARD["measures"]:
        one = plan.measures.get(title=given["title"])
        assert sorted(e.code for e in one.entries.all()) == sorted(given["entries"])
    assert {line.split("还没有")[-1] for line in hindrances(plan)} == {"责任单位。"}


def test_one_a_year(cast: Cast) -> None:
    begin(cast.town, 2026, by=cast.officer)
    with pytest.raises(CannotMove, match="已经有了"):
        begin(cast.town, 2026, by=cast.officer)


def test_what_is_missing_stands_in_the_way(cast: Cast, head: Staff) -> None:
    plan = draft_plan(cast, 2026, opening="")
    measure(plan, "空", by=cast.officer, office=None, due_on=None, figures="编的")
    measure(plan, "迟", by=cast.officer, due_on=date(2027, 1, 1))
    with pytest.raises(CannotMove) as refusal:
        issue(plan, by=head)
    told = refusal.value.findings
    assert "“总体要求”还没有写。" in told
    assert "“空”还没有责任单位。" in told
    assert "“空”还没有完成时限。" in told
    assert "“空”：没有叫“编的”的数，请核对名称。" in told
    assert "“迟”的完成时限不在2026年。" in told
    plan.refresh_from_db()
    assert not plan.is_issued


def test_it_is_written_by_one_and_issued_by_another(cast: Cast, head: Staff) -> None:
    plan = draft_plan(cast, 2026)
    measure(plan, "公开", by=cast.officer)
    with pytest.raises(CannotMove, match="两个人"):
        issue(plan, by=cast.officer)
    for person in (cast.clerk, cast.reviewer, cast.auditor, cast.administrator):
        with pytest.raises(PermissionDenied, match="工作计划"):
            issue(plan, by=person)
    assert issue(plan, by=head).is_issued


def test_measures_are_numbered_through_all_chapters(cast: Cast, head: Staff) -> None:
    plan = draft_plan(cast, 2026)
    for place, (title, chapter) in enumerate((("甲", "一"), ("乙", "二"), ("丙", "一"))):
        measure(plan, title, by=cast.officer, chapter=chapter, position=place)
    issue(plan, by=head)
    numbers = dict(Measure.objects.public(cast.town).values_list("title", "number"))
    assert numbers == {"甲": 1, "丙": 2, "乙": 3}


def test_plan_and_measures_say_the_same_and_prove_it(cast: Cast, head: Staff) -> None:
    plan = draft_plan(cast, 2027)
    one = measure(plan, "公开", by=cast.officer)
    plan = issue(plan, by=head)
    one.refresh_from_db()
    assert plan.issued["measures"] == [one.issued]
    assert plan.digest == digest_of(plan.issued)
    assert one.digest == digest_of(one.issued)


def test_a_public_measure_is_not_written_again(cast: Cast, head: Staff) -> None:
    plan = draft_plan(cast, 2026)
    one = measure(plan, "公开", by=cast.officer)
    issue(plan, by=head)
    one.title = "改了"
    with pytest.raises(PermissionDenied, match="已经公布"):
        write_measure(one, by=cast.officer)
    assert Measure.objects.get().title == "公开"


def test_who_writes_a_measure_has_written_the_plan(cast: Cast, head: Staff) -> None:
    plan = draft_plan(cast, 2026)
    write_measure(measure(plan, "公开", by=cast.officer), by=head)
    with pytest.raises(CannotMove, match="两个人"):
        issue(plan, by=head)


class TestSupplements:
    @pytest.fixture
    def plan(self, cast: Cast, head: Staff) -> WorkPlan:
        plan = draft_plan(cast, 2026)
        measure(plan, "公开", by=cast.officer)
        return issue(plan, by=head)

    def test_it_gets_the_next_number_and_leaves_the_plan_as_it_is(
        self, plan: WorkPlan, cast: Cast, head: Staff
    ) -> None:
        before = (plan.issued, plan.digest)
        added = measure(plan, "补", by=cast.officer, note="上级要求")
        added = issue_supplement(added, by=head)
        plan.refresh_from_db()
        assert added.number == 2
        assert added.digest == digest_of(added.issued)
        assert (plan.issued, plan.digest) == before

    def test_it_needs_a_reason_and_another_person(
        self, plan: WorkPlan, cast: Cast, head: Staff
    ) -> None:
        added = measure(plan, "补", by=cast.officer)
        with pytest.raises(CannotMove, match="补充的原因"):
            issue_supplement(added, by=head)
        with pytest.raises(CannotMove, match="两个人"):
            issue_supplement(added, by=cast.officer)
        with pytest.raises(PermissionDenied):
            issue_supplement(added, by=cast.clerk)
        assert Measure.objects.public(cast.town).count() == 1

    def test_it_may_replace_a_public_measure_once(
        self, plan: WorkPlan, cast: Cast, head: Staff
    ) -> None:
        old = plan.measures.get(number=1)
        given = {"by": cast.officer, "note": "改了时限", "replaces": old}
        first = issue_supplement(measure(plan, "新", **given), by=head)
        assert first.issued["replaces"] == 1
        with pytest.raises(CannotMove, match="已经由别的措施代替"):
            issue_supplement(measure(plan, "又新", **given), by=head)

    def test_it_replaces_nothing_of_another_plan(
        self, plan: WorkPlan, cast: Cast, head: Staff
    ) -> None:
        other = draft_plan(cast, 2025)
        old = measure(other, "旧", by=cast.officer)
        added = measure(plan, "补", by=cast.officer, note="改", replaces=old)
        with pytest.raises(CannotMove, match="同一个计划"):
            issue_supplement(added, by=head)

    def test_none_is_issued_before_its_plan(self, cast: Cast, head: Staff) -> None:
        draft = draft_plan(cast, 2027)
        with pytest.raises(CannotMove, match="计划还没有公布"):
            issue_supplement(measure(draft, "补", by=cast.officer, note="早"), by=head)
