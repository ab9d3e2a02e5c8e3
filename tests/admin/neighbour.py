"""What gives another township away, and the addresses of the admin's pages."""

from django.urls import reverse

SECRET = "邻镇独有"


def address(model: type, page: str, *args: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)
