from django.urls import path

from portal.reports.board import views

urlpatterns = [
    path("board/", views.boards, name="boards"),
    path("board/<int:key>/", views.board, name="board"),
    path("board/<int:key>/picture", views.board_picture, name="board-picture"),
    path("board/photos/<uuid:key>", views.photo, name="board-photo"),
    path("board/sheet/<slug:kind>/<int:key>/", views.sheet, name="board-sheet"),
    path("board/sheet/<slug:kind>/<int:key>/look/", views.look, name="board-look"),
    path("g/<slug:code>/", views.short, name="short"),
]
