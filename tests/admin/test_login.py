"""Logging in: one-time passwords, the second factor, the lock after wrong passwords."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.core.staff.passwords import give_one_time_password
from tests.cast import Cast

HOME = "/admin/"


def log_in(client: Client, username: str, password: str = "right-horse-42") -> None:
    client.post(reverse("admin:login"), {"username": username, "password": password})


def code_of(device: TOTPDevice) -> str:
    return f"{totp(device.bin_key):06d}"


def test_a_one_time_password_must_be_changed_first(cast: Cast, client: Client) -> None:
    password = give_one_time_password(cast.clerk)
    log_in(client, "zhang", password)
    assert client.get(HOME).url == reverse("admin:password_change")
    new = {
        "old_password": password,
        "new_password1": "xin-mi-ma-88",
        "new_password2": "xin-mi-ma-88",
    }
    client.post(reverse("admin:password_change"), new)
    assert client.get(HOME).status_code == 200


def test_the_second_factor_is_enrolled_at_the_first_login_where_required(
    cast: Cast, client: Client, settings: object
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    log_in(client, "zhang")
    assert client.get(HOME).url == reverse("admin:second-factor-enrol")
    client.get(reverse("admin:second-factor-enrol"))
    device = TOTPDevice.objects.get()
    answer = client.post(reverse("admin:second-factor-enrol"), {"code": code_of(device)})
    assert "备用码" in answer.content.decode()
    assert client.get(HOME).status_code == 200


def test_an_enrolled_person_must_give_the_code(cast: Cast, client: Client) -> None:
    device = TOTPDevice.objects.create(user=cast.clerk, name="手机", confirmed=True)
    log_in(client, "zhang")
    assert client.get(HOME).url == reverse("admin:second-factor")
    assert client.get("/admin/disclosures/edition/").status_code == 302
    assert (
        "验证码不对"
        in client.post(reverse("admin:second-factor"), {"code": "000000"}).content.decode()
    )
    device.refresh_from_db()
    device.throttle_reset()
    client.post(reverse("admin:second-factor"), {"code": code_of(device)})
    assert client.get(HOME).status_code == 200


def test_a_stolen_password_cannot_enrol_another_device(cast: Cast, client: Client) -> None:
    TOTPDevice.objects.create(user=cast.clerk, name="手机", confirmed=True)
    log_in(client, "zhang")
    answer = client.get(reverse("admin:second-factor-enrol"))
    assert answer.url == reverse("admin:second-factor")


def test_the_code_comes_before_the_new_password(cast: Cast, client: Client) -> None:
    """A stolen password alone must not be able to change itself."""
    TOTPDevice.objects.create(user=cast.clerk, name="手机", confirmed=True)
    password = give_one_time_password(cast.clerk)
    log_in(client, "zhang", password)
    assert client.get(reverse("admin:password_change")).url == reverse("admin:second-factor")
    new = {"old_password": password, "new_password1": "xin-mi-ma-88"}
    client.post(reverse("admin:password_change"), new | {"new_password2": "xin-mi-ma-88"})
    cast.clerk.refresh_from_db()
    assert cast.clerk.check_password(password)


def test_a_one_time_password_comes_before_enrolling(
    cast: Cast, client: Client, settings: object
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    log_in(client, "zhang", give_one_time_password(cast.clerk))
    answer = client.get(reverse("admin:second-factor-enrol"))
    assert answer.url == reverse("admin:password_change")


def enrol(client: Client) -> list[str]:
    """Enrol whoever is logged in; returns the recovery codes."""
    client.get(reverse("admin:second-factor-enrol"))
    device = TOTPDevice.objects.get(confirmed=False)
    answer = client.post(reverse("admin:second-factor-enrol"), {"code": code_of(device)})
    return re.findall(r"<li><code>(\w+)</code>", answer.content.decode())


def test_a_recovery_code_works_once(cast: Cast, client: Client) -> None:
    log_in(client, "zhang")
    codes = enrol(client)
    assert len(set(codes)) == 8
    for works in (True, False):
        client.logout()
        log_in(client, "zhang")
        client.post(reverse("admin:second-factor"), {"code": codes[0]})
        assert (client.get(HOME).status_code == 200) is works


def test_the_secret_is_shown_as_a_picture_of_our_own_and_in_letters(
    cast: Cast, client: Client
) -> None:
    log_in(client, "zhang")
    page = client.get(reverse("admin:second-factor-enrol")).content.decode()
    assert "<svg" in page
    assert TOTPDevice.objects.get().config_url.split("secret=")[1].split("&")[0] in page


def test_the_desk_offers_it_where_it_is_not_required(cast: Cast, client: Client) -> None:
    log_in(client, "zhang")
    offer = "密码可能被人看到"
    assert offer in client.get(HOME).content.decode()
    enrol(client)
    assert offer not in client.get(HOME).content.decode()


def test_an_administrator_helps_who_lost_the_telephone(cast: Cast, client: Client) -> None:
    TOTPDevice.objects.create(user=cast.clerk, name="手机", confirmed=True)
    client.force_login(cast.administrator)
    given = {"action": "unlock", "_selected_action": [cast.clerk.pk]}
    client.post("/admin/core/staff/", given)
    assert not TOTPDevice.objects.exists()


def test_who_left_is_logged_out(cast: Cast, client: Client) -> None:
    log_in(client, "zhang")
    cast.clerk.is_active = False
    cast.clerk.save()
    assert client.get(HOME).status_code == 302


def test_weak_passwords_are_refused_in_chinese(cast: Cast, client: Client) -> None:
    log_in(client, "zhang")
    new = {"old_password": "right-horse-42", "new_password1": "12345"}
    page = client.post(reverse("admin:password_change"), new | {"new_password2": "12345"})
    assert "至少" in page.content.decode()


def test_five_wrong_passwords_lock_the_name(cast: Cast, client: Client) -> None:
    for _ in range(5):
        log_in(client, "zhang", "wrong")
    answer = client.post(
        reverse("admin:login"), {"username": "zhang", "password": "right-horse-42"}
    )
    assert answer.status_code in (403, 429)
    assert "暂时不能登录" in answer.content.decode()


@pytest.mark.parametrize("path", ["/admin/disclosures/edition/", "/admin/schedule/"])
def test_strangers_are_sent_to_the_login_page(cast: Cast, client: Client, path: str) -> None:
    assert client.get(path).url.startswith(reverse("admin:login"))
