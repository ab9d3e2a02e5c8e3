from django.urls import path

from disclosures.registers import views

urlpatterns = [
    path("registers/", views.registers, name="registers"),
    path("registers/<slug:slug>/", views.register, name="register"),
    path("registers/<slug:slug>/<int:key>/", views.entry, name="register-entry"),
]
