from django.urls import path

from disclosures.warnings import views

urlpatterns = [
    path("warnings/", views.warnings, name="warnings"),
    path("warnings/<int:key>/", views.warning, name="warning"),
]
