# under finance/projects/
from django.urls import path

from finance.projects import views

urlpatterns = [path("", views.projects, name="projects")]
