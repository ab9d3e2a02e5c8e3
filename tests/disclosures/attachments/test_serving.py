"""Files go out only while what shows them is public, with the right name and nothing sniffed."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice
from PIL import Image

from disclosures.attachments.models import Attachment, BodyImage
from disclosures.flow.attach import attach
from disclosures.flow.publish import publish_archived
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from disclosures.items.models import Disclosure
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast
from tests.factories import moment

TABLE = "项目,金额\r\n修路,1200\r\n".encode()


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(buffer, "JPEG")
    return buffer.getvalue()


@pytest.fixture
def item(cast: Cast) -> Disclosure:
    draft = factories.draft(cast.town, by=cast.officer)
    attach(draft, TABLE, "收支表.csv", by=cast.officer)
    return publish_archived(draft, at=moment("2026-03-10 10:00"), by=cast.officer)


def body_of(answer: object) -> bytes:
    return b"".join(answer.streaming_content)


def test_a_public_attachment_comes_with_its_chinese_name(item: Disclosure, client: Client) -> None:
    answer = client.get(item.live.attachments.get().get_absolute_url())
    assert body_of(answer) == TABLE
    assert answer["Content-Disposition"].endswith("%E6%94%B6%E6%94%AF%E8%A1%A8.csv")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "Cookie" not in answer.get("Vary", "")


def test_a_drafts_attachment_is_for_staff_alone(cast: Cast, client: Client) -> None:
    draft = factories.draft(cast.town, by=cast.clerk)
    address = attach(draft, TABLE, "收支表.csv", by=cast.clerk).get_absolute_url()
    assert client.get(address).status_code == 404
    client.force_login(cast.clerk)
    assert client.get(address).status_code == 200


def test_staff_of_another_township_cannot_fetch_it(cast: Cast, client: Client) -> None:
    draft = factories.draft(cast.town, by=cast.clerk)
    address = attach(draft, TABLE, "收支表.csv", by=cast.clerk).get_absolute_url()
    cast.town.host = "testserver"
    cast.town.save()
    elsewhere = factories.organisation(factories.township(host="else.test"))
    client.force_login(factories.staff(elsewhere, is_superuser=True))
    assert client.get(address).status_code == 404


def test_a_withdrawn_items_file_is_gone(item: Disclosure, cast: Cast, client: Client) -> None:
    address = item.live.attachments.get().get_absolute_url()
    withdraw(item, by=cast.officer, reason="含个人信息")
    assert client.get(address).status_code == 404


def test_a_wrong_name_leads_to_the_right_one(item: Disclosure, client: Client) -> None:
    attachment = Attachment.objects.get()
    address = reverse("disclosures:attachment", args=[attachment.pk, "别的.exe"])
    assert client.get(address).url == attachment.get_absolute_url()


def test_an_unchanged_file_is_not_sent_again(item: Disclosure, client: Client) -> None:
    address = item.live.attachments.get().get_absolute_url()
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": tag}).status_code == 304


def test_nginx_may_send_the_bytes(item: Disclosure, client: Client, settings: object) -> None:
    settings.ACCEL_REDIRECT_PREFIX = "/protected/"
    attachment = item.live.attachments.get()
    answer = client.get(attachment.get_absolute_url())
    assert answer["X-Accel-Redirect"] == f"/protected/{attachment.file.name}"


def test_the_editor_uploads_a_picture_that_only_staff_see_until_it_is_used(
    cast: Cast, client: Client
) -> None:
    client.force_login(cast.clerk)
    file = SimpleUploadedFile("照片.jpg", picture(), "image/jpeg")
    address = client.post(reverse("disclosures:upload-image"), {"upload": file}).json()["url"]
    assert Client().get(address).status_code == 404
    body = f'<p>见图</p><img src="{address}" alt="道路">'
    factories.published(cast.town, by=cast.officer, body=body)
    assert Client().get(address).status_code == 200


def test_strangers_cannot_upload(cast: Cast, client: Client) -> None:
    file = SimpleUploadedFile("照片.jpg", picture(), "image/jpeg")
    assert client.post(reverse("disclosures:upload-image"), {"upload": file}).status_code == 403
    assert not BodyImage.objects.exists()


def test_what_is_no_picture_is_refused_in_words(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    file = SimpleUploadedFile("照片.jpg", b"<svg onload=alert(1)>", "image/jpeg")
    answer = client.post(reverse("disclosures:upload-image"), {"upload": file})
    assert answer.status_code == 400
    assert answer.json()["error"]["message"]


@pytest.fixture
def draft_address(cast: Cast) -> str:
    draft = factories.draft(cast.town, by=cast.clerk)
    return attach(draft, TABLE, "收支表.csv", by=cast.clerk).get_absolute_url()


def test_a_password_alone_opens_no_draft_where_a_second_factor_is_wanted(
    cast: Cast, client: Client, draft_address: str, settings: object
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client.force_login(cast.clerk)
    assert client.get(draft_address).status_code == 404


def test_nor_for_those_who_enrolled_one_and_did_not_show_it(
    cast: Cast, client: Client, draft_address: str
) -> None:
    TOTPDevice.objects.create(user=cast.clerk, confirmed=True)
    client.force_login(cast.clerk)
    assert client.get(draft_address).status_code == 404


def test_nor_for_a_one_time_password(cast: Cast, client: Client, draft_address: str) -> None:
    cast.clerk.must_change_password = True
    cast.clerk.save()
    client.force_login(cast.clerk)
    assert client.get(draft_address).status_code == 404


def test_a_colleague_of_another_office_does_not_see_the_draft(
    cast: Cast, client: Client, draft_address: str
) -> None:
    client.force_login(factories.staff(factories.organisation(cast.town), Role.CLERK))
    assert client.get(draft_address).status_code == 404
    client.force_login(cast.auditor)
    assert client.get(draft_address).status_code == 200


def test_a_drafts_file_is_kept_by_no_cache(cast: Cast, client: Client, draft_address: str) -> None:
    client.force_login(cast.clerk)
    answer = client.get(draft_address)
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


def test_an_earlier_versions_file_stays_readable_and_the_next_ones_hidden(
    item: Disclosure, cast: Cast, client: Client
) -> None:
    old = item.live.attachments.get().get_absolute_url()
    newer = revise(item, by=cast.officer)
    hidden = attach(newer, b"a,b\r\n1,2\r\n", "new.csv", by=cast.officer).get_absolute_url()
    assert (client.get(old).status_code, client.get(hidden).status_code) == (200, 404)


def test_a_file_past_its_time_is_gone(item: Disclosure, cast: Cast, client: Client) -> None:
    item.live.down_at = moment("2026-03-11 10:00")
    item.live.save(update_fields=["down_at"])
    assert client.get(item.live.attachments.get().get_absolute_url()).status_code == 404


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.SUPERVISOR, Role.CONFIDENTIALITY])
def test_who_writes_nothing_uploads_nothing(cast: Cast, client: Client, role: Role) -> None:
    client.force_login(factories.staff(cast.office, role))
    file = SimpleUploadedFile("照片.jpg", picture(), "image/jpeg")
    answer = client.post(reverse("disclosures:upload-image"), {"upload": file})
    assert answer.status_code == 403
    assert "登录" in answer.json()["error"]["message"]
    assert not BodyImage.objects.exists()


def test_an_upload_without_its_token_is_refused(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.clerk)
    file = SimpleUploadedFile("照片.jpg", picture(), "image/jpeg")
    assert strict.post(reverse("disclosures:upload-image"), {"upload": file}).status_code == 403


def test_an_upload_without_a_picture_says_so(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    answer = client.post(reverse("disclosures:upload-image"))
    assert (answer.status_code, answer.json()["error"]["message"][:6]) == (400, "没有收到图片")
