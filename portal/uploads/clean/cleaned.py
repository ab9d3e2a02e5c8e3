from dataclasses import dataclass


@dataclass(frozen=True)
class Cleaned:
    """A copy for handing out. `removed` tells what was taken away, `unchecked` what only a person
    can look through; both in sentences for the desk."""

    data: bytes
    name: str
    removed: list[str]
    unchecked: list[str]
