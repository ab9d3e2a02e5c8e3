"""The one exception of the moves in this room."""


class CannotMove(Exception):
    """A move was refused; `findings` are sentences for the screen."""

    def __init__(self, *findings: str) -> None:
        super().__init__(" ".join(findings))
        self.findings = list(findings)
