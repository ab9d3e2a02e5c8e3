"""Addresses of the desk, for mails: written by a job that no browser asks."""

from django.conf import settings

from portal.core.township.models import Township


def address_of(township: Township, path: str) -> str:
    """The whole address of `path` on the township's site; "" where its host isn't set."""
    scheme = "https" if settings.SECURE_SSL_REDIRECT else "http"
    return f"{scheme}://{township.host}{path}" if township.host else ""


def desk_line(township: Township, path: str) -> str:
    """The sentence of a mail that says where it is done."""
    address = address_of(township, path)
    return f"请登录工作台办理：{address}" if address else "请登录工作台办理。"
