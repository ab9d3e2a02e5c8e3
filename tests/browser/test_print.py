"""What a resident prints on A4: tables stay tables, nothing is cut off at the right."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site

A4 = {"width": 680, "height": 980}  # within its margins, in CSS pixels


@pytest.mark.parametrize("mode", ["standard", "large"])
@pytest.mark.parametrize("name", ["list on notice", "period", "sangong item"])
def test_a_table_stays_a_table_on_paper(
    name: str, mode: str, visit: Callable[..., Page], site: Site
) -> None:
    page = visit(viewport=A4)
    page.goto(f"/appearance/?mode={mode}&next=/")
    page.goto(site.public_paths()[name])
    cell = page.locator("table.stacking td").first
    expect(cell).not_to_have_css("display", "table-cell")
    page.emulate_media(media="print")
    expect(cell).to_have_css("display", "table-cell")
    assert page.evaluate("document.documentElement.scrollWidth") <= A4["width"]
