"""Addresses of moves, below those of the admin's own pages."""

from collections.abc import Callable
from typing import Any

from django.urls import path

View = Callable[..., Any]


class Addresses:
    """Makes addresses below a ModelAdmin's list, for staff only."""

    def __init__(self, model_admin: Any) -> None:
        self.model_admin = model_admin
        opts = model_admin.opts
        self.prefix = f"{opts.app_label}_{opts.model_name}"

    def at(self, route: str, view: View, name: str = "", **given: Any) -> Any:
        def bound(request: Any, **found: Any) -> Any:
            return view(request, self.model_admin, **found, **given)

        name = name or route.rstrip("/").rsplit("/", 1)[-1]
        wrapped = self.model_admin.admin_site.admin_view(bound)
        return path(route, wrapped, name=f"{self.prefix}_{name}")
