from django.urls import path

from disclosures.programmes import views

urlpatterns = [
    path("benefits/", views.benefits, name="benefits"),
    path("benefits/standards/", views.standards, name="benefit-standards"),
    path("benefits/check/", views.check, name="benefit-check"),
    path("benefits/<slug:key>/", views.programme, name="programme"),
    path("benefits/<slug:key>/check/", views.programme_check, name="programme-check"),
]
