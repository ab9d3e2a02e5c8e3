"""The policy as the browser sees it: nothing inline runs, nothing comes from elsewhere."""

from playwright.sync_api import Page

from tests.browser.site import Site

# these say something to every reader, whatever the page
STRICT = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
)


def test_every_public_page_has_the_strict_policy(page: Page, site: Site) -> None:
    for name, path in site.public_paths().items():
        answer = page.goto(path)
        assert answer is not None
        policy = answer.headers["content-security-policy"]
        assert [rule for rule in STRICT if rule not in policy] == [], name
        assert "unsafe" not in policy, name


def test_an_inline_script_does_not_run(unwatched: Page) -> None:
    unwatched.goto("/")
    unwatched.evaluate(
        "() => { const s = document.createElement('script');"
        " s.textContent = 'window.ran = true'; document.body.append(s) }"
    )
    assert unwatched.evaluate("() => window.ran") is None


def test_files_are_not_sniffed_and_frames_are_refused(page: Page) -> None:
    answer = page.goto("/")
    assert answer is not None
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "same-origin"
