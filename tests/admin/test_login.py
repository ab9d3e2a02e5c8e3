"""Logging in: one-time passwords, the second factor, the lock after wrong passwords."""

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
