"""The policy as the browser sees it: nothing inline runs, nothing comes from elsewhere."""

from playwright.sync_api import Page


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
