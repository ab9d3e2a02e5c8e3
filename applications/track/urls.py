from django.urls import path

from applications.track import views

urlpatterns = [
    path("track/", views.track, name="track"),
    path("track/case/", views.case, name="case"),
    path("track/case/leave/", views.leave, name="leave"),
    path("track/case/<str:act>/", views.act, name="act"),
    path("track/case/files/<int:key>/", views.file, name="file"),
    path("track/case/letters/<int:key>/docx/", views.letter, {"which": "docx"}, name="letter-docx"),
    path("track/case/letters/<int:key>/pdf/", views.letter, {"which": "pdf"}, name="letter-pdf"),
]
