"""Pictures made anew: upright, of a sensible size, without the place and phone they came from."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from portal.uploads.refused import Refused

# 40 million pixels need 160 MB once decoded; the header tells before that happens.
MAX_PIXELS = 40_000_000
LONGEST_SIDE = 2400
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
IMAGE_EXTENSIONS = frozenset({"jpg", "png", "webp", "gif"})
# What each format is written as: a GIF keeps its first frame only.
WRITTEN = {
    "JPEG": ("JPEG", "jpg", "image/jpeg"),
    "MPO": ("JPEG", "jpg", "image/jpeg"),
    "PNG": ("PNG", "png", "image/png"),
    "GIF": ("PNG", "png", "image/png"),
    "WEBP": ("WEBP", "webp", "image/webp"),
}
QUALITY = 85


class BadImage(Refused):
    """The picture is broken or too large; the message says what to do."""


@dataclass(frozen=True)
class CleanImage:
    """A picture written by us; width and height in pixels."""

    data: bytes
    extension: str
    media_type: str
    width: int
    height: int


def measure(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, without decoding. Raises BadImage."""
    return _open(data).size


def clean_image(data: bytes, longest: int = LONGEST_SIDE) -> CleanImage:
    """`data` written anew, at most `longest` pixels long, only its pixels. Raises BadImage."""
    picture = _open(data)
    format_, extension, media_type = WRITTEN[picture.format or ""]
    try:
        picture.draft("RGB", (longest, longest))
        picture = ImageOps.exif_transpose(picture)
        picture = _plain_colours(picture, format_)
        picture.thumbnail((longest, longest))
    except (OSError, ValueError, SyntaxError) as error:
        raise BadImage("图片已损坏，打不开。请重新拍摄或导出后再上传。") from error
    return CleanImage(_written(picture, format_), extension, media_type, *picture.size)


def _open(data: bytes) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise BadImage(_too_large()) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise BadImage("图片已损坏，打不开。请重新拍摄或导出后再上传。") from error
    if picture.width * picture.height > MAX_PIXELS:
        raise BadImage(_too_large())
    return picture


def _too_large() -> str:
    return f"图片超过 {MAX_PIXELS // 10_000} 万像素，请缩小后再上传。"


def _plain_colours(picture: Image.Image, format_: str) -> Image.Image:
    """RGB, with transparency where there is some and the format can hold it."""
    clear = picture.has_transparency_data and format_ != "JPEG"
    plain = picture.convert("RGBA" if clear else "RGB")
    # Profiles, comments, EXIF and XMP travel in here and would be written again.
    plain.info.clear()
    return plain


def _written(picture: Image.Image, format_: str) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, format_, quality=QUALITY, optimize=format_ != "WEBP")
    return stream.getvalue()
