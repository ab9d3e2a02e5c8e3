"""A page that hasn't changed isn't sent twice: old phones, slow lines."""

import pytest
from django.test import Client

from tests import factories
from tests.cast import Cast


@pytest.mark.parametrize("path", ["/", "/catalogue/", "/feeds/all.xml", "/sitemap.xml"])
def test_an_unchanged_page_is_answered_in_a_word(cast: Cast, client: Client, path: str) -> None:
    factories.published(cast.town, by=cast.officer)
    tag = client.get(path)["ETag"]
    assert client.get(path, headers={"if-none-match": tag}).status_code == 304
