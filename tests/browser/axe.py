"""axe-core, told about through the debugging channel, so that the page's policy stays in force."""

from pathlib import Path

from playwright.sync_api import Page

SOURCE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """([tags, exclude]) => axe.run({exclude}, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']
})"""


def violations(page: Page, *exclude: str) -> list[str]:
    """One line for each element that breaks a rule, but for those that `exclude` selects."""
    page.evaluate(f"() => {{ {SOURCE} }}")
    found = page.evaluate(RUN, [TAGS, [[selector] for selector in exclude]])["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} — {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
