from django.urls import path

from disclosures.accidents import views

urlpatterns = [path("accidents/", views.accidents, name="accidents")]
