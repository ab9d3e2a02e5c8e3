from django.contrib.admin.apps import AdminConfig


class DeskAdminConfig(AdminConfig):
    """The stock admin, with our own site: the desk."""
