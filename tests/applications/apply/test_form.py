"""A resident applies online: what is asked, what is refused and how, what comes of it."""

import re

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from applications.apply.views import BEFORE_A_SUM, MOST_PER_HOUR
from applications.cases.models import Application, CaseFile
from applications.rules.models import ApplicationRules
from portal.core import arithmetic, clock
from portal.core.outbox.models import OutgoingMail
from portal.core.outbox.send import send_outbox
from portal.core.query_code import fits
from tests.applications.apply.sending import FORM, NUMBER, aged, filled
from tests.cast import Cast

CODE = re.compile(r"[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}")
LEGAL = "/applications/new/legal/"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.fixture(autouse=True)
def online(cast: Cast) -> None:
    ApplicationRules.objects.create(township=cast.town, online=True)


@pytest.fixture
def mark(monkeypatch: pytest.MonkeyPatch) -> str:
    return aged(monkeypatch)


def send(client: Client, mark: str, **changed: object) -> str:
    return client.post(FORM, filled(mark, **changed)).content.decode()


def test_an_application_is_taken_in_and_the_receipt_tells_number_and_code(
    cast: Cast, client: Client, mark: str
) -> None:
    page = send(client, mark)
    application = Application.objects.get()
    assert application.number in page
    assert fits(CODE.search(page)[0], application.code_digest)
    assert (application.township, application.channel) == (cast.town, "online")
    assert application.applicant.identity_number == NUMBER
    assert not application.is_confirmed


def test_sent_twice_by_a_slip_it_is_one_application_with_one_receipt(
    cast: Cast, client: Client, mark: str
) -> None:
    codes = {CODE.search(send(client, mark))[0] for _ in range(2)}
    assert len(codes) == Application.objects.count() == 1


@pytest.mark.parametrize("earlier", [BEFORE_A_SUM - 1, MOST_PER_HOUR - 1])
def test_sent_twice_by_a_slip_it_gives_the_receipt_however_many_came_before(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch, earlier: int
) -> None:
    """The second answer is the one that the applicant sees, and the code is told nowhere else."""
    with monkeypatch.context() as able:
        able.setattr(arithmetic, "is_right", lambda mark, answer: True)
        for number in range(earlier):
            send(client, aged(monkeypatch, 60 + number))
        mark = aged(monkeypatch, 90)
        first = send(client, mark)
    assert CODE.search(first)[0] in send(client, mark)
    assert Application.objects.count() == earlier + 1


def test_papers_forgotten_the_first_time_come_with_the_second(
    cast: Cast, client: Client, mark: str
) -> None:
    send(client, mark)
    for _ in range(2):
        send(client, mark, request=SimpleUploadedFile("照片.png", PNG))
    assert [file.name for file in Application.objects.get().files.all()] == ["照片.png"]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"subject": ""}, "请写明要什么信息，一句话就行。"),
        ({"description": ""}, "请写清楚要的信息，例如哪一年、哪个村、哪个项目。"),
        ({"name": ""}, "请填写姓名。"),
        ({"identity_number": "349999196001010010"}, "身份证号码不对，应为 18 位"),
        ({"identity_number": ""}, "请填写证件号码。"),
        ({"phone": ""}, "电话、电子邮箱、通信地址至少填一样，不然找不到您。"),
        ({"phone": "明天打给我"}, "电话号码不对"),
        ({"email": "不是邮箱"}, "电子邮箱的格式不对"),
        ({"postcode": "24500"}, "邮编是 6 位数字。"),
        ({"delivery": "email"}, "选了电子邮件，请填写电子邮箱。"),
        ({"delivery": "post"}, "选了邮寄，请填写通信地址。"),
        ({"delivery": "fax"}, "选了传真，请填写传真号码。"),
        ({"delivery": "鸽子"}, "请选择希望怎样给您。"),
        ({"description": "字" * 3001}, "写得太长了，请在 3000 字以内"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(
    cast: Cast, client: Client, mark: str, changed: dict[str, str], sentence: str
) -> None:
    answer = client.post(FORM, filled(mark, **changed))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert page.count(sentence) == 2  # in the summary and beside the field
    assert "0559-7000003" in page or "phone" in changed
    assert not Application.objects.exists()
    again = client.get(FORM).content.decode()  # the draft has it all
    assert "周小满" in again or "name" in changed


def test_an_organisation_is_asked_for_its_kind_and_people(
    cast: Cast, client: Client, mark: str
) -> None:
    wrong = {"identity_kind": "统一社会信用代码", "identity_number": "123"}
    page = client.post(LEGAL, filled(mark, **wrong)).content.decode()
    for sentence in (
        "请选择单位的类型。",
        "请填写联系人。",
        "请填写法定代表人。",
        "统一社会信用代码应为",
    ):
        assert sentence in page
    assert "单位名称写得太长了" in client.post(LEGAL, filled(mark, name="长" * 61)).content.decode()
    given = {
        "applicant_kind": "business",
        "contact_person": "吴联系",
        "representative": "吴代表",
        "identity_kind": "统一社会信用代码",
        "identity_number": "91341000MA2T000X0X",
    }
    client.post(LEGAL, filled(mark, **given))
    assert Application.objects.get().applicant_kind == "business"


def test_several_things_are_several_parts(cast: Cast, client: Client, mark: str) -> None:
    send(client, mark, more_2="2024年的也要", more_4="监理合同")
    parts = Application.objects.get().parts.all()
    assert [part.text for part in parts] == [
        "通组路硬化工程的施工合同全文",
        "2024年的也要",
        "监理合同",
    ]


def test_papers_are_kept_sealed_even_when_the_form_has_errors(
    cast: Cast, client: Client, mark: str
) -> None:
    photo = SimpleUploadedFile("身份证.png", PNG)
    page = client.post(FORM, filled(mark, name="", identity=photo)).content.decode()
    assert "身份证.png" in page
    send(client, mark)
    paper = CaseFile.objects.get()
    assert (paper.kind, paper.file.plain(), paper.shared) == ("identity", PNG, False)
    with paper.file.storage.open(paper.file.name) as stored:
        assert PNG[:8] not in stored.read()


def test_a_paper_that_lies_is_refused_with_its_name(cast: Cast, client: Client, mark: str) -> None:
    lie = SimpleUploadedFile("证件.pdf", b"MZ" + b"\0" * 200)
    page = client.post(FORM, filled(mark, identity=lie)).content.decode()
    assert "《证件.pdf》" in page
    assert not Application.objects.exists()


def test_a_paper_can_be_taken_away_again(cast: Cast, client: Client, mark: str) -> None:
    photo = SimpleUploadedFile("错拍.png", PNG)
    client.post(FORM, filled(mark, name="", identity=photo))
    page = client.get(FORM).content.decode()
    key = re.search(r'name="drop_paper" value="(\d+)"', page)[1]
    data = {name: value for name, value in filled(mark).items() if name != "send"}
    page = client.post(FORM, data | {"drop_paper": key}, follow=True).content.decode()
    assert "错拍.png" not in page
    assert "周小满" in page


def test_a_draft_is_kept_sealed_and_emptied_at_will(cast: Cast, client: Client, mark: str) -> None:
    data = {name: value for name, value in filled(mark).items() if name != "send"}
    page = client.post(FORM, data | {"save": "1", "name": "周小"}, follow=True).content.decode()
    assert "草稿已保存" in page
    assert 'value="周小"' in page
    assert "周小" not in str(client.session.items())
    page = client.post(FORM, data | {"drop": "1"}, follow=True).content.decode()
    assert "周小" not in page


def test_a_draft_is_seen_in_no_other_browser(cast: Cast, client: Client, mark: str) -> None:
    photo = SimpleUploadedFile("身份证.png", PNG)
    client.post(FORM, filled(mark, subject="", identity=photo))
    page = Client().get(FORM).content.decode()
    assert "周小满" not in page
    assert "身份证.png" not in page


def test_what_cannot_even_be_read_is_refused_in_chinese(cast: Cast, client: Client) -> None:
    head = f'Content-Disposition: form-data; name="request"; filename="{"长" * 400}.pdf"'
    body = f"--x\r\n{head}\r\n\r\n%PDF\r\n--x--\r\n".encode()
    answer = client.post(FORM, body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 400
    assert "没有提交成功" in answer.content.decode()


def test_programs_are_thanked_and_forgotten(cast: Cast, client: Client, mark: str) -> None:
    assert client.post(FORM, filled(mark, website="http://spam")).status_code == 200
    assert not Application.objects.exists()


def test_too_fast_is_too_fast(cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    page = send(client, aged(monkeypatch, 0))
    assert "提交得太快了" in page
    assert not Application.objects.exists()


def test_a_sum_is_asked_only_where_there_are_many(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "等于几" not in client.get(FORM).content.decode()
    for number in range(BEFORE_A_SUM):
        send(client, aged(monkeypatch, 60 + number))
    page = client.get(FORM).content.decode()
    assert "等于几" in page
    assert "算得不对" in send(client, aged(monkeypatch, 90))
    assert Application.objects.count() == BEFORE_A_SUM
    monkeypatch.setattr(arithmetic, "is_right", lambda mark, answer: answer == "7")
    send(client, aged(monkeypatch, 91), sum="7")
    assert Application.objects.count() == BEFORE_A_SUM + 1


def test_a_flood_is_stopped_for_everyone_at_that_address(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arithmetic, "is_right", lambda mark, answer: True)
    for number in range(MOST_PER_HOUR):
        send(client, aged(monkeypatch, 60 + number))
    assert "提交得太多了" in send(client, aged(monkeypatch, 200))
    assert Application.objects.count() == MOST_PER_HOUR


def test_the_sum_knows_its_answer_and_no_other() -> None:
    question, mark = arithmetic.asked()
    right = [number for number in range(30) if arithmetic.is_right(mark, str(number))]
    assert len(right) == 1
    assert "等于几" in question
    assert not arithmetic.is_right("伪造", str(right[0]))
    assert not arithmetic.is_right(mark, "9" * 5000)


def test_a_copy_of_the_receipt_goes_to_the_address_given(
    cast: Cast, client: Client, mark: str
) -> None:
    shown = send(client, mark, email="zhou@example.com")
    send(client, mark, email="zhou@example.com")
    send_outbox(clock.now())
    [letter] = mail.outbox
    assert CODE.search(shown)[0] in letter.body
    assert letter.to == ["zhou@example.com"]
    assert Application.objects.get().number in letter.body
    for secret in (NUMBER, "周小满", "0559-7000003", "修路"):
        assert secret not in letter.body + letter.subject
    kept = OutgoingMail.objects.get()
    assert (kept.to, kept.body) == ("", "")


def test_the_copy_of_the_receipt_lies_sealed_until_it_is_sent(
    cast: Cast, client: Client, mark: str
) -> None:
    code = CODE.search(send(client, mark, email="zhou@example.com"))[0]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM core_outgoingmail")
        kept = str(cursor.fetchall())
    assert code not in kept
    assert "zhou@example.com" not in kept


def test_the_receipt_as_a_file_needs_the_code(cast: Cast, client: Client, mark: str) -> None:
    code = CODE.search(send(client, mark))[0]
    number = Application.objects.get().number
    answer = client.post("/applications/new/receipt/", {"number": number, "code": code})
    assert answer.content.startswith(b"%PDF")
    wrong = client.post("/applications/new/receipt/", {"number": number, "code": "aaaa-bbbb-cccc"})
    assert wrong.status_code == 404
