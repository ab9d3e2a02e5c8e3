"""Static files work before collectstatic has run, so that no first command fails on a picture."""

from pathlib import Path

from django.test import Client

from portal.core.static_files import StaticFiles
from tests.cast import Cast


def test_a_page_opens_without_collected_files(
    cast: Cast, client: Client, settings: object, tmp_path: Path
) -> None:
    settings.STATIC_ROOT = tmp_path / "none"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "portal.core.static_files.StaticFiles"},
    }
    assert client.get("/").status_code == 200


def test_collected_files_carry_their_digest(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "site.css").write_text("a{}")
    storage = StaticFiles(location=tmp_path, base_url="/static/")
    list(storage.post_process({"css/site.css": (storage, "css/site.css")}))
    assert storage.url("css/site.css", force=True) != "/static/css/site.css"
    assert storage.url("css/none.css", force=True) == "/static/css/none.css"
