"""Pictures of boards and of what hangs there: written anew, without place, time and phone."""

from django.core.files.base import ContentFile
from django.db import transaction

from disclosures.flow.refusal import CannotMove
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.reports.board.hang import POSTERS
from portal.reports.board.models import Board, Posting, PostingPhoto
from portal.uploads.checks import check_upload
from portal.uploads.images import IMAGE_EXTENSIONS, CleanImage, clean_image
from portal.uploads.refused import Refused

MOST_PHOTOS = 6
LONGEST_SIDE = 1600


def cleaned(data: bytes, name: str) -> CleanImage:
    """A picture whose content is what its name says. Raises CannotMove with the cure."""
    try:
        checked = check_upload(data, name)
        if checked.extension not in IMAGE_EXTENSIONS:
            raise CannotMove("请上传照片（JPG、PNG、WebP 或 GIF），不是别的文件。")
        return clean_image(checked.data, LONGEST_SIDE)
    except Refused as refusal:
        raise CannotMove(str(refusal)) from refusal


@transaction.atomic
def keep_photo(posting: Posting, data: bytes, name: str, *, by: Staff) -> PostingPhoto:
    """Add a picture to a posting: of the sheet, or after it came down, of the empty place."""
    by.require(POSTERS, posting.board.organisation)
    if posting.photos.count() >= MOST_PHOTOS:
        raise CannotMove(f"一份张贴最多 {MOST_PHOTOS} 张照片。")
    clean = cleaned(data, name)
    shows = PostingPhoto.Shows.HUNG if posting.hangs else PostingPhoto.Shows.DOWN
    photo = PostingPhoto(
        township=posting.township,
        posting=posting,
        shows=shows,
        media_type=clean.media_type,
        kept_by=by,
    )
    photo.file.save("photo", ContentFile(clean.data), save=False)
    photo.save()
    record(posting, "上传张贴照片", by=by)
    return photo


@transaction.atomic
def keep_board_picture(board: Board, data: bytes, name: str, *, by: Staff) -> Board:
    """The picture by which residents find the board; a new one takes the old one's place."""
    by.require(POSTERS, board.organisation)
    clean = cleaned(data, name)
    old = str(board.photo.name or "")
    board.media_type = clean.media_type
    board.photo.save("board", ContentFile(clean.data), save=False)
    board.save(update_fields=["photo", "media_type"])
    if old:
        transaction.on_commit(lambda: board.photo.storage.delete(old))
    record(board, "更换公开栏照片", by=by)
    return board
