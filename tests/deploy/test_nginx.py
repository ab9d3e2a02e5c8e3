"""What nginx refuses by itself is refused in words that residents understand."""

import re
from pathlib import Path

import pytest
from django.conf import settings

DEPLOY = Path(settings.BASE_DIR) / "deploy"
CONF = (DEPLOY / "nginx.conf").read_text()


@pytest.mark.parametrize("status", ["413", "429", "502", "504"])
def test_what_nginx_refuses_has_a_chinese_page(status: str) -> None:
    found = re.search(rf"error_page (?:\d+ )*{status}\b[ \d]* /refused/(\S+);", CONF)
    assert found, status
    page = (DEPLOY / "pages" / found[1]).read_text()
    assert "请" in page
    assert "<script" not in page


def test_the_page_names_the_limit_that_is_set() -> None:
    limit = re.search(r"client_max_body_size (\d+)m;", CONF)
    assert limit
    assert f"{limit[1]} MB" in (DEPLOY / "pages" / "413.html").read_text()
