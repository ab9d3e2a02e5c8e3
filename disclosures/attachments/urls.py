from django.urls import path

from disclosures.attachments import views

urlpatterns = [
    path("files/<int:key>/<str:name>", views.attachment, name="attachment"),
    path("images/<uuid:key>", views.image, name="image"),
    path("images/upload/", views.upload_image, name="upload-image"),
]
