from django.urls import path

from applications.guide import views

urlpatterns = [
    path("", views.home, name="home"),
    path("guide/", views.guide, name="guide"),
    path("guide/form-<str:who>.<str:kind>", views.form, name="form"),
]
