"""A notice board with a sheet on it and proof that it hangs."""

from typing import Any

from portal.core import clock
from portal.reports.board.hang import Hanging, hang
from portal.reports.board.keep_photo import keep_board_picture, keep_photo
from portal.reports.board.models import Board
from tests.uploads import files


def plant_board(there: Any) -> None:
    board = Board.objects.create(
        township=there.town,
        organisation=there.village,
        name=f"{there.word}公开栏",
        address=f"{there.word}村口",
        keeper=f"{there.word}管理人",
    )
    keep_board_picture(board, files.picture(form="JPEG"), "board.jpg", by=there.officer)
    asked = Hanging("item", there.item.pk, clock.today())
    posting = hang(board, asked, by=there.officer)
    there.photo = keep_photo(posting, files.picture(form="JPEG"), "photo.jpg", by=there.officer)
