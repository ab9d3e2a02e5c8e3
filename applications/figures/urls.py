from django.urls import path

from applications.figures import views

urlpatterns = [
    path("statistics/", views.statistics, name="statistics"),
    path("answers/", views.answers, name="answers"),
]
