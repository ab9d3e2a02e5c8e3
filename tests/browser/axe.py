"""axe-core, told about through the debugging channel, so that the page's policy stays in force."""

from pathlib import Path

from playwright.sync_api import Page

SOURCE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# what a style sheet alone can break
LOOKS = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"]
RUN = """([only, exclude]) => axe.run({exclude}, {runOnly: only, resultTypes: ['violations']})"""


def violations(page: Page, *exclude: str, looks: bool = False) -> list[str]:
    """One line for each element that breaks a rule, but for those that `exclude` selects; with
    `looks` only the rules that hang on the style sheet, for a page whose rest was looked at."""
    page.evaluate(f"() => {{ {SOURCE} }}")
    only = {"type": "rule", "values": LOOKS} if looks else {"type": "tag", "values": TAGS}
    found = page.evaluate(RUN, [only, [[selector] for selector in exclude]])["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} — {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
