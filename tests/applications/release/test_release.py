"""A file goes out clean, after a second look, once the answer discloses something."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from applications.cases.models import Application, CaseFile
from applications.decisions.outcomes import Outcome
from applications.release.confirm import confirm, drop, hand_out_confirmed
from applications.release.models import Release
from applications.release.prepare import prepare
from disclosures.flow.refusal import CannotMove
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.trail.record import history
from portal.uploads.refused import Refused
from tests import factories
from tests.applications.decided import decide, on_the_desk
from tests.cast import Cast
from tests.privacy.numbers import SOMEBODY
from tests.uploads.clean.test_office import SECRET, everything, loaded, xlsx
from tests.uploads.files import docx, picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def head(cast: Cast) -> Staff:
    return factories.staff(cast.office, Role.HEAD)


@pytest.fixture
def application(cast: Cast) -> Application:
    return on_the_desk(cast)


def test_the_original_stays_and_the_copy_is_clean(cast: Cast, application: Application) -> None:
    release = prepare(application, loaded(), "合同.docx", by=cast.officer)
    assert release.source.kind == CaseFile.Kind.SOURCE
    assert SECRET in everything(release.source.file.plain())
    assert release.copy is not None
    assert SECRET not in everything(release.copy.file.plain())
    assert not CaseFile.objects.filter(shared=True).exists()
    assert "批注" in release.removed
    assert release.unchecked == ["含有 1 张图片，图片中的文字无法自动检查，请人工查看"]
    assert release.state_label == "等待复核"


def test_what_is_personal_is_told_with_its_place(cast: Cast, application: Application) -> None:
    data = docx(f"收款人 {SOMEBODY}")
    release = prepare(application, data, "a.docx", by=cast.officer)
    assert release.findings == ["正文有身份证号 1 个"]
    assert release.original == release.findings
    with pytest.raises(CannotMove) as refused:
        confirm(release, by=cast.officer)
    assert "必须由另一位同事复核" in refused.value.findings[0]


def test_hidden_corners_leave_no_copy_and_say_where(cast: Cast, application: Application) -> None:
    hidden = {"xl/workbook.xml": _hidden_sheet()}
    release = prepare(application, xlsx(**hidden), "支出.xlsx", by=cast.officer)
    assert release.copy is None
    assert "工作表《支出》整张是隐藏的" in release.refusal
    with pytest.raises(CannotMove, match="没有做成公开副本"):
        confirm(release, by=factories.staff(cast.office, Role.OFFICER))


def _hidden_sheet() -> str:
    book = xlsx()
    whole = everything(book).decode("utf-8", "replace")
    start = whole.index("<workbook")
    return whole[start : whole.index("</workbook>") + 11].replace(
        'sheetId="1"', 'sheetId="1" state="hidden"'
    )


def test_what_is_no_document_at_all_is_refused(cast: Cast, application: Application) -> None:
    with pytest.raises(Refused):
        prepare(application, b"MZ\x90", "a.pdf", by=cast.officer)
    assert not CaseFile.objects.exists()


def test_a_second_person_looks_before_it_goes_out(
    cast: Cast, application: Application, head: Staff
) -> None:
    release = prepare(application, docx("合同"), "a.docx", by=cast.officer)
    with pytest.raises(CannotMove, match="另一位同事"):
        confirm(release, by=cast.officer)
    decide(application, cast, head)
    release = confirm(release, by=head)
    assert release.confirmed_by == head
    assert release.copy is not None
    assert release.copy.shared
    assert not release.source.shared


def test_one_alone_must_say_why(cast: Cast, application: Application) -> None:
    release = prepare(application, docx("合同"), "a.docx", by=cast.officer)
    assert confirm(release, by=cast.officer, reason="当日只有一人在岗").confirmed_by == cast.officer


def test_personal_data_may_only_stay_with_a_reason_and_another_person(
    cast: Cast, application: Application, head: Staff
) -> None:
    release = prepare(application, docx(SOMEBODY), "a.docx", by=cast.officer)
    with pytest.raises(CannotMove, match="请写明理由和依据"):
        confirm(release, by=head)
    with pytest.raises(CannotMove, match="不能一人办完"):
        confirm(release, by=cast.officer, reason="法人自己的号码")
    assert confirm(release, by=head, reason="申请人自己的号码").confirmed_at


def test_what_no_program_reads_must_be_looked_at(
    cast: Cast, application: Application, head: Staff
) -> None:
    release = prepare(application, picture(), "扫描件.png", by=cast.officer)
    with pytest.raises(CannotMove, match="从头到尾看过"):
        confirm(release, by=head)
    assert confirm(release, by=head, looked=True).confirmed_at


@pytest.mark.parametrize("outcome", [Outcome.NOT_FOUND, Outcome.THIRD_PARTY])
def test_before_the_answer_and_without_disclosure_nothing_goes_out(
    cast: Cast, application: Application, head: Staff, outcome: Outcome
) -> None:
    release = confirm(prepare(application, docx("合同"), "a.docx", by=cast.officer), by=head)
    assert release.copy is not None
    assert not release.copy.shared
    decide(application, cast, head, outcome)
    assert hand_out_confirmed(application, by=head) == 0
    assert not CaseFile.objects.filter(shared=True).exists()


def test_what_was_confirmed_before_goes_out_with_the_answer(
    cast: Cast, application: Application, head: Staff
) -> None:
    confirm(prepare(application, docx("合同"), "a.docx", by=cast.officer), by=head)
    prepare(application, docx("没有复核的"), "b.docx", by=cast.officer)
    decide(application, cast, head, Outcome.GRANTED, Outcome.NOT_FOUND)
    assert hand_out_confirmed(application, by=head) == 1
    assert hand_out_confirmed(application, by=head) == 0
    assert CaseFile.objects.get(shared=True).name == "a.docx"


def test_what_was_dropped_goes_out_no_more(
    cast: Cast, application: Application, head: Staff
) -> None:
    decide(application, cast, head)
    release = confirm(prepare(application, docx("合同"), "a.docx", by=cast.officer), by=head)
    with pytest.raises(CannotMove, match="原因"):
        drop(release, by=head, reason=" ")
    release = drop(release, by=head, reason="传错了文件")
    assert release.state_label == "已收回"
    assert not CaseFile.objects.filter(shared=True).exists()
    assert hand_out_confirmed(application, by=head) == 0
    with pytest.raises(CannotMove, match="已经作废"):
        drop(release, by=head, reason="再来")


def test_the_trail_keeps_the_digest_and_no_name_of_a_file(
    cast: Cast, application: Application, head: Staff
) -> None:
    decide(application, cast, head)
    release = confirm(prepare(application, docx("合同"), "周小满.docx", by=cast.officer), by=head)
    lines = list(history(application))
    acts = [line.act for line in lines][-3:]
    assert acts == ["制作公开文件", "复核公开文件", "交付公开文件"]
    assert release.copy is not None
    assert all(line.detail["sha256"] == release.copy.sha256 for line in lines[-3:])
    assert not any("周小满" in f"{line.remark}{line.detail}" for line in lines)


def test_others_may_not(cast: Cast, application: Application, head: Staff) -> None:
    release = prepare(application, docx("合同"), "a.docx", by=cast.officer)
    stranger = factories.staff(factories.organisation(factories.township()), Role.OFFICER)
    acts: list[Any] = [
        lambda by: prepare(application, docx("x"), "a.docx", by=by),
        lambda by: confirm(release, by=by),
        lambda by: drop(release, by=by, reason="x"),
    ]
    for person in (cast.clerk, cast.auditor, cast.administrator, stranger):
        for act in acts:
            with pytest.raises(PermissionDenied):
                act(person)
    assert Release.objects.count() == 1
