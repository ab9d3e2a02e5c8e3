from django.urls import path

from portal.reports.data import views

# /data/
urlpatterns = [
    path("", views.data, name="data"),
    path("<slug:name>/", views.dataset, name="dataset"),
    path("<slug:name>.<slug:extension>", views.dataset_file, name="dataset-file"),
]
