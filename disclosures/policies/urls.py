from django.urls import path

from disclosures.policies import views

urlpatterns = [path("policies/", views.policies, name="policies")]
