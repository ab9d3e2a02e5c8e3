from django.urls import path

from disclosures.questions import views

urlpatterns = [
    path("questions/", views.question_list, name="questions"),
    path("questions/ask/", views.ask_question, name="ask"),
    path("questions/track/", views.track, name="track-question"),
    path("questions/<int:key>/", views.question, name="question"),
    path("report-error/", views.report_error, name="report-error"),
]
