from typing import Any

from django.urls import path

from portal.site.second_factor import views


def second_factor_urls(site: Any) -> list[Any]:
    """Addresses of the second factor inside the admin `site`, for its staff only."""
    return [
        path("second-factor/", site.admin_view(views.confirm), name="second-factor"),
        path("second-factor/enrol/", site.admin_view(views.enrol), name="second-factor-enrol"),
    ]
