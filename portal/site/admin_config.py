"""Kept apart from the site itself, because Django loads it before any model."""

from django.contrib.admin.apps import AdminConfig


class DeskAdminConfig(AdminConfig):
    """The stock admin, with our own site: the desk."""

    default_site = "portal.site.admin_site.DeskSite"
