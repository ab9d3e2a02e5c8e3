"""The addresses of this app's rooms."""

from django.urls import include, path

app_name = "reports"
urlpatterns = [
    path("", include("portal.reports.shelf.urls")),
    path("", include("portal.reports.annual.urls")),
    path("", include("portal.reports.plan.urls")),
    path("", include("portal.reports.summary.urls")),
    path("", include("portal.reports.tracing.urls")),
    path("", include("portal.reports.board.urls")),
    path("data/", include("portal.reports.data.urls")),
    path("api/v1/", include("portal.reports.api.urls")),
]
