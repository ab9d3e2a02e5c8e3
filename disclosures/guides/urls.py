from django.urls import path

from disclosures.guides import views

urlpatterns = [path("services/", views.services, name="services")]
