from django.urls import path

from portal.reports.api import views

# /api/v1/
urlpatterns = [
    path("", views.index, name="api"),
    path("openapi.json", views.document, name="api-document"),
    path("<slug:name>/", views.records, name="api-records"),
    path("<slug:name>/<str:key>/", views.record, name="api-record"),
    path("<path:rest>", views.nowhere, name="api-nowhere"),
]
