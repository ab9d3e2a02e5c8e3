from typing import Any

from django.urls import path

from applications.answers.desk import views


def answer_urls(model_admin: Any) -> list[Any]:
    """`key` is the application's; its change page is the same page."""

    def bound(request: Any, key: int) -> Any:
        return views.publish(request, model_admin, key)

    wrapped = model_admin.admin_site.admin_view(bound)
    return [
        path("<int:key>/publish/", wrapped, name="applications_answer_publish"),
        path("<int:key>/change/", wrapped, name="applications_givenanswer_change"),
    ]
