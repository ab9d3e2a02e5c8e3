import io

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from portal.uploads.images import BadImage, clean_image
from portal.uploads.refused import Refused
from tests.uploads.files import picture

ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F


def phone_photo() -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[MAKER] = "SECRETPHONE"
    exif.get_ifd(GPS)[1] = "N"
    return picture(
        (400, 300), "JPEG", exif=exif, comment=b"SECRETCOMMENT", icc_profile=b"SECRETICC"
    )


def test_it_turns_the_picture_upright() -> None:
    image = clean_image(phone_photo())
    assert (image.width, image.height) == (300, 400)


def test_it_drops_all_that_is_not_pixels() -> None:
    image = clean_image(phone_photo())
    assert b"SECRET" not in image.data
    assert not Image.open(io.BytesIO(image.data)).getexif()


def test_it_drops_the_texts_of_a_png() -> None:
    from_scanner = Image.new("RGB", (10, 10))
    stream = io.BytesIO()
    info = PngInfo()
    info.add_text("Author", "SECRET")
    from_scanner.save(stream, "PNG", pnginfo=info)
    assert b"SECRET" not in clean_image(stream.getvalue()).data


@pytest.mark.parametrize(
    ("form", "extension"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("GIF", "png")]
)
def test_each_format_is_written_again(form: str, extension: str) -> None:
    image = clean_image(picture(form=form))
    assert image.extension == extension
    assert image.media_type in ("image/jpeg", "image/png", "image/webp")


def test_long_sides_shrink_to_the_limit() -> None:
    image = clean_image(picture((4800, 1200)))
    assert (image.width, image.height) == (2400, 600)


def test_small_pictures_keep_their_size() -> None:
    assert clean_image(picture((30, 20))).width == 30


def test_transparency_stays() -> None:
    stream = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(stream, "PNG")
    assert Image.open(io.BytesIO(clean_image(stream.getvalue()).data)).mode == "RGBA"


def test_print_colours_become_screen_colours() -> None:
    stream = io.BytesIO()
    Image.new("CMYK", (10, 10)).save(stream, "JPEG")
    assert Image.open(io.BytesIO(clean_image(stream.getvalue()).data)).mode == "RGB"


@pytest.mark.parametrize("data", [b"", b"abc", picture()[:60], picture(form="BMP")])
def test_broken_and_other_pictures_are_refused(data: bytes) -> None:
    with pytest.raises(BadImage, match="已损坏"):
        clean_image(data)


def test_a_picture_that_ends_too_early_is_refused_like_any_file() -> None:
    noise = Image.effect_noise((200, 200), 80)
    stream = io.BytesIO()
    noise.save(stream, "PNG")
    with pytest.raises(Refused, match="已损坏"):
        clean_image(stream.getvalue()[:5000])


def test_a_bomb_is_refused() -> None:
    with pytest.raises(BadImage, match="像素"):
        clean_image(picture((8000, 6000)))
