from django.urls import path, register_converter

from disclosures.items import views
from disclosures.items.converter import IndexNumberConverter

register_converter(IndexNumberConverter, "index_number")

urlpatterns = [
    path("disclosures/", views.item_list, name="items"),
    path("disclosures/<index_number:index_number>/", views.item, name="item"),
    path(
        "disclosures/<index_number:index_number>/versions/<int:number>/",
        views.version,
        name="version",
    ),
    path("disclosures/<index_number:index_number>/print/", views.sheet, name="print"),
]
