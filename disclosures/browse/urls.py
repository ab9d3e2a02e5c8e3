from django.urls import path

from disclosures.browse import views

urlpatterns = [
    path("catalogue/", views.catalogue, name="catalogue"),
    path("catalogue/<str:code>/", views.entry, name="entry"),
    path("categories/<slug:slug>/", views.category, name="category"),
]
