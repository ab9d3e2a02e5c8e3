from django.urls import path

from applications.apply import views

urlpatterns = [
    path("new/", views.look_first, name="new"),
    path("new/found/", views.found, name="found"),
    path("new/receipt/", views.receipt_file, name="receipt"),
    path("new/<str:who>/", views.apply, name="apply"),
]
