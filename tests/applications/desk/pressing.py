"""Taking a step as a clerk does: the form, the look at what it does, the button."""

from typing import Any

from django.test import Client
from django.urls import reverse

from applications.cases.models import Application


def at(name: str, application: Application, *more: Any) -> str:
    return reverse(f"admin:applications_application_{name}", args=[application.pk, *more])


def look(client: Client, application: Application, kind: str, **given: Any) -> Any:
    return client.post(at("step", application, kind), {"stage": "look", **given})


def take(client: Client, application: Application, kind: str, **given: Any) -> Any:
    """The page after the last button; that of the form, where something was refused before."""
    typed = {name: value for name, value in given.items() if name != "papers"}
    looked = look(client, application, kind, **typed)
    letters = looked.context.get("letters")
    if letters is None:
        return looked
    address = at("step", application, kind)
    sent = {"stage": "do", **filled(letters), **given}
    return client.post(address, sent, follow=True)


def filled(form: Any) -> dict[str, Any]:
    """What a browser would send of the form as it was drawn."""
    values = {name: form[name].value() for name in form.fields}
    return {name: "on" if value is True else value for name, value in values.items() if value}


def fresh(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)
