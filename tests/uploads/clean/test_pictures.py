"""A released picture is its pixels."""

import io

from PIL import Image, PngImagePlugin

from portal.uploads.clean.copy import clean_copy
from portal.uploads.clean.pixels import bare_picture
from tests.uploads.files import picture

SECRET = b"Zhou Xiaoman"


def with_exif(size: tuple[int, int] = (300, 200), *, turned: bool = False) -> bytes:
    exif = Image.Exif()
    exif[0x013B] = SECRET.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 1.0, 2.0)})
    if turned:
        exif[0x0112] = 6
    return picture(size, "JPEG", exif=exif, comment=SECRET)


def test_place_device_and_remarks_are_gone() -> None:
    data = with_exif()
    assert SECRET in data
    cleaned = clean_copy(data, "现场.jpg")
    assert SECRET not in cleaned.data
    assert b"Exif" not in cleaned.data
    assert "拍摄地点（GPS）" in cleaned.removed
    assert "备注" in cleaned.removed
    assert cleaned.unchecked == ["图片中的文字无法自动检查，请人工查看"]


def test_it_stays_upright_and_as_large_as_it_was() -> None:
    cleaned = clean_copy(with_exif((3000, 2500), turned=True), "扫描件.jpg")
    assert Image.open(io.BytesIO(cleaned.data)).size == (2500, 3000)


def test_words_in_a_png_are_gone() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", SECRET.decode())
    cleaned = clean_copy(picture(pnginfo=words), "图.png")
    assert SECRET not in cleaned.data
    assert cleaned.removed == ["图片里的文字属性"]


def test_a_moving_picture_keeps_its_first_frame_under_its_new_name() -> None:
    stream = io.BytesIO()
    frames = [Image.new("RGB", (30, 30), colour) for colour in ("red", "blue")]
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    cleaned = clean_copy(stream.getvalue(), "动图.gif")
    assert cleaned.name == "动图.png"
    assert cleaned.removed == ["动图的其他画面（只留第一幅）"]


def test_what_lies_beside_the_pixels_is_cut_out_and_the_pixels_stay() -> None:
    for data in (
        with_exif() + SECRET,
        picture((90, 60), "JPEG", progressive=True, comment=SECRET),
        picture((90, 60), "PNG") + SECRET,
    ):
        bare = bare_picture(data)
        assert bare is not None
        assert SECRET not in bare
        before, after = (Image.open(io.BytesIO(one)).convert("RGB") for one in (data, bare))
        assert before.tobytes() == after.tobytes()


def test_what_is_broken_is_said_to_be() -> None:
    assert bare_picture(picture(form="JPEG")[:-40].replace(b"\xff\xd9", b"")) is None
    assert bare_picture(picture()[:-20]) is None
    assert bare_picture(b"GIF89a") is None
