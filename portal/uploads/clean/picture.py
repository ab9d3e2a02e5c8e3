"""A picture written anew, upright and in its full size: nothing but its pixels."""

import io

from PIL import ExifTags, Image

from portal.uploads.checks import CheckedFile
from portal.uploads.clean.cleaned import Cleaned
from portal.uploads.images import clean_image

# scanned papers must stay legible: never made smaller
FULL_SIZE = 20_000
TOLD = {"comment": "备注", "xmp": "编辑软件写入的属性", "photoshop": "编辑软件写入的属性"}


def clean_picture(checked: CheckedFile) -> Cleaned:
    clean = clean_image(checked.data, FULL_SIZE)
    name = f"{checked.name.rpartition('.')[0]}.{clean.extension}"
    return Cleaned(clean.data, name, _removed(checked.data), [])


def _removed(data: bytes) -> list[str]:
    """What the picture carried along."""
    picture = Image.open(io.BytesIO(data))
    exif = picture.getexif()
    told = []
    if exif.get_ifd(ExifTags.IFD.GPSInfo):
        told.append("拍摄地点（GPS）")
    if exif:
        told.append("拍摄时间、设备等信息（EXIF）")
    told += [label for key, label in TOLD.items() if picture.info.get(key)]
    if any(isinstance(value, str) for value in getattr(picture, "text", {}).values()):
        told.append("图片里的文字属性")
    if getattr(picture, "n_frames", 1) > 1:
        told.append("动图的其他画面（只留第一幅）")
    return list(dict.fromkeys(told))
