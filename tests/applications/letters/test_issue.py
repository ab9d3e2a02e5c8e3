"""Issued once: numbered without gaps, kept as it went out, never changed."""

import hashlib
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from docx import Document
from pypdf import PdfReader

from applications.cases.models import NumberSeries
from applications.decisions.outcomes import Outcome
from applications.forgetting.forget import forget
from applications.letters.compose import compose
from applications.letters.issue import issue
from applications.letters.kinds import LetterKind
from applications.letters.models import Letter
from applications.procedure.events import Decided, OfficeAsked, SupplementRequested, ThirdPartyAsked
from applications.rules.models import ApplicationRules
from disclosures.flow.refusal import CannotMove
from portal.core.staff.roles import APPLICATION_DESK, Role
from portal.core.trail.models import TrailEntry
from tests import factories
from tests.applications.letters.desk import Desk

DAY = date(2026, 9, 28)
ASKING = SupplementRequested(on=DAY, until=date(2026, 10, 20))
ANSWER = Decided(on=DAY, outcomes=(Outcome.PROCESS,))


def words_of(letter: Letter) -> tuple[str, str]:
    """Of the DOCX and of the PDF, without blanks."""
    document = Document(io.BytesIO(letter.docx.plain()))
    pages = PdfReader(io.BytesIO(letter.pdf.plain())).pages
    both = (
        "".join(paragraph.text for paragraph in document.paragraphs),
        "".join(page.extract_text() for page in pages),
    )
    docx, pdf = ("".join(text.split()) for text in both)
    return docx, pdf


def test_both_files_say_what_the_letter_says(desk: Desk) -> None:
    ApplicationRules.objects.create(township=desk.town, short_name="阳政依申")
    letter = desk.issued(desk.asked(), ASKING)
    for said in words_of(letter):
        assert "阳政依申补〔2026〕1号" in said
        assert "政府信息公开申请补正告知书" in said
        assert "周小满：" in said
        assert "请您在2026年10月20日前补正" in said
        assert "阳光镇人民政府（印章）2026年9月28日" in said


def test_the_digests_are_of_what_is_kept_and_the_disk_holds_nothing_plain(desk: Desk) -> None:
    letter = desk.issued(desk.asked(), ASKING)
    for which in ("docx", "pdf"):
        kept = getattr(letter, which)
        digest = hashlib.sha256(kept.plain()).hexdigest()
        assert getattr(letter, f"{which}_sha256") == digest
        assert not Path(kept.path).read_bytes().startswith((b"%PDF", b"PK"))


def test_each_kind_and_year_is_numbered_apart(desk: Desk) -> None:
    numbers = [
        desk.issued(desk.asked(), ASKING).number,
        desk.issued(desk.asked(), ANSWER).number,
        desk.issued(desk.asked(), ASKING).number,
        desk.issued(
            desk.asked(date(2025, 9, 1)),
            SupplementRequested(on=date(2025, 9, 2), until=date(2025, 9, 20)),
        ).number,
    ]
    assert numbers == [
        "阳光镇依申请补〔2026〕1号",
        "阳光镇依申请不〔2026〕1号",
        "阳光镇依申请补〔2026〕2号",
        "阳光镇依申请补〔2025〕1号",
    ]


def test_only_what_is_for_the_applicant_is_shared(desk: Desk) -> None:
    application = desk.asked()
    event = ThirdPartyAsked(on=DAY, who="赤霞建设公司")
    assert not desk.issued(application, event).shared
    notice = desk.draft(application, event, LetterKind.CONSULTATION_NOTICE)
    row = application.events.get(type=event.type)
    told = issue(
        application,
        notice.kind,
        event=row,
        addressee=notice.addressee,
        title=notice.title,
        text=notice.text,
        on=DAY,
        by=desk.officer,
    )
    assert told.shared
    assert not desk.issued(application, OfficeAsked(on=DAY, who="民政办")).shared


def test_it_is_never_changed(desk: Desk) -> None:
    letter = desk.issued(desk.asked(), ASKING)
    letter.text = "别的话"
    with pytest.raises(TypeError):
        letter.save()
    with pytest.raises(TypeError):
        letter.delete()
    assert Letter.objects.get().text != "别的话"


def test_what_comes_later_changes_nothing_in_it(desk: Desk) -> None:
    letter = desk.issued(desk.asked(), ASKING)
    before = letter.pdf_sha256
    ApplicationRules.objects.create(township=desk.town, short_name="改名")
    found = Letter.objects.get()
    assert found.number == "阳光镇依申请补〔2026〕1号"
    assert hashlib.sha256(found.pdf.plain()).hexdigest() == before


def test_it_stands_in_the_trail_with_its_digests(desk: Desk) -> None:
    letter = desk.issued(desk.asked(), ASKING)
    line = TrailEntry.objects.get(act="出具补正告知书")
    assert (line.by, line.remark) == (desk.officer, letter.number)
    assert line.detail["digests"] == {"docx": letter.docx_sha256, "pdf": letter.pdf_sha256}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"text": " \n"}, "没有标题或者正文"),
        ({"title": ""}, "没有标题或者正文"),
        ({"addressee": ""}, "没有写主送"),
        ({"text": "请补正【补正期限】"}, "【补正期限】还没有填"),
        ({"text": "长" * 6001}, "正文写得太长了"),
        ({"title": "长" * 61}, "标题写得太长了"),
        ({"on": date(2999, 1, 1)}, "还没有到"),
    ],
)
def test_what_is_not_fit_is_refused_and_takes_no_number(
    desk: Desk, changed: dict[str, Any], reason: str
) -> None:
    with pytest.raises(CannotMove, match=reason):
        desk.issued(desk.asked(), ASKING, **changed)
    assert not Letter.objects.exists()
    assert not NumberSeries.objects.filter(series=LetterKind.SUPPLEMENT.series).exists()


def test_a_decision_needs_its_event_and_its_remedies(desk: Desk) -> None:
    with pytest.raises(CannotMove, match="有了决定以后才能出具"):
        desk.issued(desk.asked(), ANSWER, event=None)
    with pytest.raises(CannotMove, match="救济告知"):
        desk.issued(desk.asked(), ANSWER, text="不予公开。")


def test_a_letter_goes_with_its_own_event(desk: Desk) -> None:
    other = desk.happens(desk.asked(), ASKING)
    with pytest.raises(CannotMove, match="不属于这件申请"):
        desk.issued(desk.asked(), ASKING, event=other)
    application = desk.asked()
    row = desk.happens(application, ASKING)
    with pytest.raises(CannotMove, match="不用“协办函”"):
        issue(
            application,
            LetterKind.OFFICE,
            event=row,
            addressee="民政办",
            title="协办函",
            text="请协助",
            on=DAY,
            by=desk.officer,
        )


@pytest.mark.parametrize("role", [role for role in Role if role not in APPLICATION_DESK])
def test_others_issue_nothing(desk: Desk, role: Role) -> None:
    person = factories.staff(desk.cast.office, role)
    with pytest.raises(PermissionDenied):
        desk.issued(desk.asked(), ASKING, by=person)
    assert not Letter.objects.exists()


def test_the_neighbours_issue_nothing_here(desk: Desk) -> None:
    neighbour = factories.organisation(factories.township())
    with pytest.raises(PermissionDenied):
        desk.issued(desk.asked(), ASKING, by=factories.staff(neighbour, Role.OFFICER))


def test_what_no_document_can_hold_is_left_out(desk: Desk) -> None:
    letter = desk.issued(desk.asked(), ASKING, text="请\x00补\x0b正\r\n合同\ud800的年份")
    assert letter.text == "请补正\n合同的年份"
    assert "合同的年份" in words_of(letter)[1]


def test_commands_of_other_languages_are_printed_as_they_stand(desk: Desk) -> None:
    trap = "{{ settings.SECRET_KEY }}{% debug %}<script>alert(1)</script><img src=x>"
    for said in words_of(desk.issued(desk.asked(), ASKING, text=f"请补正{trap}")):
        assert "".join(trap.split()) in said


def test_a_receipt_may_be_issued_as_a_letter(desk: Desk) -> None:
    application = desk.asked()
    letter = compose(application, LetterKind.RECEIPT, None, on=application.came_on)
    given = {"addressee": letter.addressee, "title": letter.title, "text": letter.text}
    made = issue(
        application, letter.kind, event=None, on=application.came_on, by=desk.officer, **given
    )
    assert made.shared
    assert "2026年10月29日前答复" in made.text


def test_a_form_bears_neither_red_head_nor_seal(desk: Desk) -> None:
    event = ThirdPartyAsked(on=DAY, who="赤霞建设公司")
    for said in words_of(desk.issued(desk.asked(), event, LetterKind.OPINION_FORM)):
        assert "（印章）" not in said
        assert "阳光镇人民政府：" in said


def test_forgotten_it_keeps_its_number_and_loses_its_words(desk: Desk) -> None:
    application = desk.asked()
    letter = desk.issued(application, ASKING)
    paths = [Path(letter.docx.path), Path(letter.pdf.path)]
    assert forget([application], by=None) == 2
    found = Letter.objects.get()
    assert (found.number, found.kind) == (letter.number, letter.kind)
    kept = f"{found.title}{found.text}{found.addressee}{found.docx_sha256}{found.pdf_sha256}"
    assert "周小满" not in kept
    assert "合同" not in kept
    assert not found.docx
    assert not any(path.exists() for path in paths)
