"""What must never happen while a page is open."""

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request

OURS = ("127.0.0.1", "")
BLOCKED = ("Content Security Policy", "Refused to")


class Watch:
    """Collects what the policy blocked, scripts that failed and requests that left the site."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        page.context.on("request", self._request)
        page.context.on("console", self._console)
        page.context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.hostname not in OURS:
            self.complaints.append(f"left the site: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if any(words in message.text for words in BLOCKED):
            self.complaints.append(message.text)
