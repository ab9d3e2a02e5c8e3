"""Sizes of paper, which way round, how large the type."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models


class Paper(models.TextChoices):
    A4 = "a4", "A4"
    A3 = "a3", "A3"


class Turn(models.TextChoices):
    PORTRAIT = "portrait", "竖版"
    LANDSCAPE = "landscape", "横版"


class Type(models.TextChoices):
    NORMAL = "normal", "普通字"
    LARGE = "large", "大字"


# above, at the sides, below: where the QR code and the page number stand
MARGINS = {Paper.A4: "16mm 15mm 34mm", Paper.A3: "20mm 20mm 46mm"}


@dataclass(frozen=True)
class Look:
    """How a sheet is to be printed; whatever isn't known stays ordinary."""

    paper: Paper = Paper.A4
    turn: Turn = Turn.PORTRAIT
    type: Type = Type.NORMAL

    @property
    def told(self) -> str:
        return f"{self.paper.label} {self.turn.label}，{self.type.label}"

    @property
    def page_rule(self) -> str:
        """The one rule of the style sheet that differs from paper to paper."""
        margin = MARGINS[self.paper]
        return f"@page {{ size: {self.paper.label} {self.turn.value}; margin: {margin} }}"

    @property
    def query(self) -> str:
        return f"paper={self.paper.value}&turn={self.turn.value}&type={self.type.value}"


def look_of(params: Mapping[str, str]) -> Look:
    """What an address asks for."""
    return Look(
        Paper(_known(params.get("paper"), Paper, Paper.A4)),
        Turn(_known(params.get("turn"), Turn, Turn.PORTRAIT)),
        Type(_known(params.get("type"), Type, Type.NORMAL)),
    )


def _known(given: str | None, choices: type[models.TextChoices], usual: str) -> str:
    return given if given in choices.values else usual
