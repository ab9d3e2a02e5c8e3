from django.urls import path, register_converter

from disclosures.items.converter import IndexNumberConverter
from disclosures.lists import views

register_converter(IndexNumberConverter, "list_number")

urlpatterns = [
    path("lists/", views.lists, name="lists"),
    path("lists/<list_number:index_number>/names/", views.names, name="list-names"),
]
