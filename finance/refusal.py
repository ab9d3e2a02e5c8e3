class CannotPost(Exception):
    """A move in the books that is not allowed; `findings` are sentences for the screen."""

    def __init__(self, *findings: str) -> None:
        super().__init__("；".join(findings))
        self.findings = list(findings)
