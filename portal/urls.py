from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("portal.site.urls")),
    path("", include("disclosures.urls")),
    path("", include("finance.urls")),
    path("", include("applications.urls")),
    path("", include("portal.reports.urls")),
    path("admin/", admin.site.urls),
]
