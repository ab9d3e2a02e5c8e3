"""Filling [one/another], <first turn/second turn> and {slots} of a line."""

import ast
import operator
import re
from dataclasses import dataclass, field
from datetime import date
from random import Random

from demo.compose import days
from demo.compose.occasions import Occasion
from demo.compose.words import FIRMS, GROUPS, ORGANISATIONS, SUPPLIERS, SURNAMES, VILLAGES

CHOICE = re.compile(r"\[([^\[\]]*)\]")
TURNS = re.compile(r"<([^<>]*/[^<>]*)>")
SLASH = re.compile(r"/(?![^{}]*\})")
SLOT = re.compile(r"\{([^{}]+)\}")
RANGE = re.compile(r"(?:([^=\d][^=]*)=)?(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)(?:/(\d+))?")
DAY = re.compile(r"日([+-]\d+)?")
OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


@dataclass
class Scene:
    """One item being written: its occasion, and what has been named in it so far."""

    rng: Random
    occasion: Occasion
    turn: int
    shift: int = 0
    values: dict[str, float | str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        places = [name for name in VILLAGES if name != self.occasion.issuer]
        shift = (self.turn + self.shift) * 3 % len(places)
        places = places[shift:] + places[:shift]
        village = self.occasion.issuer in GROUPS
        first = self.occasion.issuer if village else places.pop(0)
        named = [first, *self.rng.sample(places, 4)]
        self.values |= {f"村{n or ''}": name for n, name in _numbered(named)}
        groups = self.rng.sample(GROUPS[first], 6)
        self.values |= {f"组{n or ''}": name for n, name in _numbered(groups)}
        other = self.rng.sample(GROUPS[named[1]], 3)
        self.values |= {f"邻组{n or ''}": name for n, name in _numbered(other)}
        people = self.rng.sample(SURNAMES, 8)
        self.values |= {f"人{n or ''}": f"{name}某" for n, name in _numbered(people)}
        firms = self.rng.sample(FIRMS, 3)
        self.values |= {f"公司{n or ''}": name for n, name in _numbered(firms)}
        suppliers = self.rng.sample(SUPPLIERS, 3)
        self.values |= {f"供应商{n or ''}": name for n, name in _numbered(suppliers)}
        self._name_the_occasion()

    def _name_the_occasion(self) -> None:
        body, on = ORGANISATIONS[self.occasion.issuer], self.occasion.formed
        self.values |= {
            "机构": self.occasion.issuer,
            "电话": body["电话"],
            "地址": body["地址"],
            "领导": body["带班领导"],
            "年": f"{on.year}年",
            "月": f"{on.month}月",
            "全日": f"{on.year}年{on.month}月{on.day}日",
            "期": self.occasion.period or f"{on.year}年{on.month}月",
            "学期": _term(on),
            "县办": "澄湖县人民政府办公室政务公开科",
            "电话二": ORGANISATIONS[str(self.values["村"])]["电话"],
            "次": str(self.turn + 1),
        }

    def fill(self, line: str) -> str:
        line = TURNS.sub(lambda found: self._turn(SLASH.split(found[1])), line)
        while CHOICE.search(line):
            line = CHOICE.sub(lambda found: self.rng.choice(SLASH.split(found[1])), line)
        return SLOT.sub(lambda found: self._slot(found[1]), line)

    def _turn(self, texts: list[str]) -> str:
        return texts[self.turn % len(texts)]

    def _slot(self, text: str) -> str:
        if text in self.values:
            return shown(self.values[text])
        if text.startswith("="):
            return self._reckoned(text[1:])
        if found := RANGE.fullmatch(text):
            return self._number(*found.groups())
        if found := DAY.fullmatch(text):
            on = days.after(self.occasion.formed, int(found[1] or 0))
            return f"{on.month}月{on.day}日"
        raise KeyError(f"{text!r} in a piece of {self.occasion.issuer}")

    def _number(self, name: str | None, low: str, high: str, step: str | None) -> str:
        places = len(low.partition(".")[2])
        scale = 10**places
        by = int(step or 1)
        value = self.rng.randrange(round(float(low) * scale), round(float(high) * scale) + 1, by)
        number = value / scale if places else value
        if name:
            self.values[name] = number
        return shown(number, places)

    def _reckoned(self, text: str) -> str:
        expression, _, places = text.partition(":")
        value = evaluate(expression, self.values)
        return shown(round(value, int(places or 0)), int(places or 0))


def _term(on: date) -> str:
    """The school term that a day belongs to."""
    if on.month <= 1:
        return f"{on.year - 1}年秋季学期"
    return f"{on.year}年{'春' if on.month < 8 else '秋'}季学期"


def _numbered(names: list[str]) -> list[tuple[int, str]]:
    return [(n + 1 if n else 0, name) for n, name in enumerate(names)]


def evaluate(expression: str, values: dict) -> float:
    return _value(ast.parse(expression, mode="eval").body, values)


def _value(node: ast.expr, values: dict) -> float:
    if isinstance(node, ast.BinOp):
        return OPERATORS[type(node.op)](_value(node.left, values), _value(node.right, values))
    if isinstance(node, ast.Name):
        return float(values[node.id])
    if isinstance(node, ast.Constant):
        return float(node.value)
    raise ValueError(ast.dump(node))


def shown(value: float | str, places: int | None = None) -> str:
    """Numbers as they are printed: no needless decimals, commas from ten thousand on."""
    if isinstance(value, str):
        return value
    if places is None:
        places = 0 if float(value).is_integer() else len(f"{value:.10g}".partition(".")[2])
    return f"{value:,.{places}f}" if abs(value) >= 10_000 else f"{value:.{places}f}"
