"""Every public page in each display mode, against WCAG 2.2 AA."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.site import Site

MODES = ("standard", "large", "contrast")


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing_on_any_public_page(
    mode: str, page: Page, site: Site, axe: Callable[[Page], None]
) -> None:
    page.goto(f"/appearance/?mode={mode}&next=/")
    for path in site.public_paths().values():
        page.goto(path)
        axe(page)
