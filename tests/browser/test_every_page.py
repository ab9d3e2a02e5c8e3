"""What holds for every public page, whoever comes: it answers, under the strict policy, without a
cookie, and fits the smallest phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.site import Site

NARROW = {"width": 360, "height": 740}
# what is sent needs a token, and the token a cookie
FORMS = {
    "disclosures:ask",
    "disclosures:report-error",
    "disclosures:track-question",
    "ask about an entry",
    "applications:new",
    "look before applying",
    "applications:track",
    "citizen",
    "legal",
}
ANSWERS = {"withdrawn": 410, "not found": 404}
# these say something to every reader, whatever the page
STRICT = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
)


def test_it_answers_under_the_strict_policy_without_a_cookie(page: Page, site: Site) -> None:
    for name, path in site.public_paths().items():
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == ANSWERS.get(name, 200), name
        policy = answer.headers["content-security-policy"]
        assert [rule for rule in STRICT if rule not in policy] == [], name
        assert "unsafe" not in policy, name
        if name not in FORMS:
            assert page.context.cookies() == [], name
        page.context.clear_cookies()


@pytest.mark.parametrize("mode", ["standard", "large", "contrast"])
def test_no_page_scrolls_sideways_on_a_small_phone(
    mode: str, visit: Callable[..., Page], site: Site
) -> None:
    page = visit(viewport=NARROW, is_mobile=True, has_touch=True)
    page.goto(f"/appearance/?mode={mode}&next=/")
    too_wide = {}
    for name, path in site.public_paths().items():
        page.goto(path)
        width = page.evaluate("() => document.documentElement.scrollWidth")
        if width > NARROW["width"]:
            too_wide[name] = width
    assert too_wide == {}
