from typing import Any

from django.urls import path

from applications.charges.desk import views


def charge_urls(model_admin: Any) -> list[Any]:
    """`key` is the application's."""

    def bound(request: Any, key: int) -> Any:
        return views.charge(request, model_admin, key)

    wrapped = model_admin.admin_site.admin_view(bound)
    return [path("of/<int:key>/", wrapped, name="applications_charge")]
