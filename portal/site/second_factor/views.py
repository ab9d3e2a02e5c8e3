"""Second factor (TOTP): enrolling an authenticator, and giving its code at login."""

import secrets
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django_otp import login as otp_login
from django_otp import match_token, user_has_device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.core.posted import posted
from portal.core.qr import qr_svg
from portal.core.trail.record import record

RECOVERY_CODES = 8
WRONG = "验证码不对或已过期，请看手机上最新的 6 位数字再试。"


class CodeForm(forms.Form):
    code = forms.CharField(
        label="验证码",
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"required": "请输入手机上的 6 位验证码。"},
    )

    def clean_code(self) -> str:
        return self.cleaned_data["code"].replace(" ", "")


def confirm(request: Any) -> HttpResponse:
    """Ask for the code of an enrolled device, or a recovery code."""
    if not user_has_device(request.user):
        return redirect("admin:second-factor-enrol")
    form = CodeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        device = match_token(request.user, form.cleaned_data["code"])
        if device is not None:
            otp_login(request, device)
            return redirect(_next(request))
        form.add_error("code", WRONG)
    return _page(request, "admin/second_factor/confirm.html", "两步验证", form=form)


def enrol(request: Any) -> HttpResponse:
    """Show the QR code for an authenticator app, and take it on once it gives a right code."""
    if user_has_device(request.user) and not request.user.is_verified():
        return redirect("admin:second-factor")
    device = _unconfirmed(request.user)
    form = CodeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if device.verify_token(form.cleaned_data["code"]):
            codes = _take_on(request, device)
            return _page(request, "admin/second_factor/codes.html", "请保存备用码", codes=codes)
        form.add_error("code", WRONG)
    qr = qr_svg(device.config_url, title="两步验证二维码")
    secret = device.config_url.split("secret=")[1].split("&")[0]
    return _page(
        request, "admin/second_factor/enrol.html", "启用两步验证", form=form, qr=qr, secret=secret
    )


def _unconfirmed(user: Any) -> TOTPDevice:
    device, _ = TOTPDevice.objects.get_or_create(
        user=user, confirmed=False, defaults={"name": "手机"}
    )
    return device


@transaction.atomic
def _take_on(request: Any, device: TOTPDevice) -> list[str]:
    """Make `device` the second factor; returns recovery codes, shown this once."""
    TOTPDevice.objects.filter(user=request.user, confirmed=True).delete()
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    StaticDevice.objects.filter(user=request.user).delete()
    spare = StaticDevice.objects.create(user=request.user, name="备用码")
    codes = [secrets.token_hex(4) for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=spare, token=code) for code in codes)
    otp_login(request, device)
    if request.user.township_id:
        record(request.user, "启用两步验证", by=request.user)
    messages.success(request, "两步验证已启用。")
    return codes


def _page(request: Any, template: str, title: str, **context: Any) -> HttpResponse:
    return render(
        request, template, {**admin.site.each_context(request), "title": title, **context}
    )


def _next(request: Any) -> str:
    path = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(path, allowed_hosts={request.get_host()})
    return path if safe else "admin:index"
