"""A sheet of items as it is uploaded."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

HEADER = "标题,公开事项,发布机构,生成日期,正文\r\n"
GOOD = "关于防汛的通知,D1-01,政务公开办公室,2026-03-02,请各村落实。\r\n"
BAD = "关于防火的通知,没有的事项,政务公开办公室,2026-03-02,请各村落实。\r\n"
PAGE = "/admin/disclosures/edition/import/"


def upload(desk: Client, sheet: str | bytes, name: str = "信息.csv", files: Any = ()) -> str:
    """The address of the preview."""
    data = sheet.encode("gb18030") if isinstance(sheet, str) else sheet
    return desk.post(PAGE, {"sheet": SimpleUploadedFile(name, data), "files": files}).url
