"""Putting the lines of a piece together as one body."""

from itertools import groupby

from demo.compose.ledgers import ledger_lines
from demo.compose.slots import Scene
from demo.compose.tables import BAR, composed, with_sums

NUMERALS = "一二三四五六七八九十"
LEFT_OUT = 0.4


def body(lines: list[str], scene: Scene) -> str:
    """Tables come first, so that the sentences can speak of their sums."""
    ready = [_table(line, scene) if line.startswith("% ") else [line] for line in lines]
    flat = [line for part in ready for line in part]
    written = _numbered(_chosen(flat, scene), scene)
    return "\n".join(_summed(written))


def _table(line: str, scene: Scene) -> list[str]:
    spec = line[2:]
    return ledger_lines(scene) if spec.startswith("账") else composed(spec, scene)


def _chosen(lines: list[str], scene: Scene) -> list[str]:
    """Lines left out, shuffled and picked as their marks say."""
    result: list[str] = []
    take: tuple[int, int] | None = None
    for mark, group in groupby(lines, key=_mark):
        block = list(group)
        if mark == "*":
            low, _, high = block[-1][1:].partition("-")
            take = (int(low), int(high or low))
            continue
        result += _group(mark, [line[2:] if mark else line for line in block], take, scene)
        take = None
    return result


def _mark(line: str) -> str:
    if line.startswith("*"):
        return "*"
    return line[0] if line[:2] in ("? ", "/ ", "- ", "+ ") else ""


def _group(mark: str, block: list[str], take: tuple[int, int] | None, scene: Scene) -> list[str]:
    rng = scene.rng
    if mark == "?":
        return [line for line in block if rng.random() > LEFT_OUT]
    if mark == "/":
        return [rng.choice(block)]
    if mark in ("-", "+"):
        count = min(len(block), rng.randint(*take) if take else len(block))
        places = rng.sample(range(len(block)), count)
        if mark == "+":
            return [f"{n}. {block[place]}" for n, place in enumerate(sorted(places), start=1)]
        return [block[place] for place in places]
    return block


def _numbered(lines: list[str], scene: Scene) -> list[str]:
    heading = lesser = 0
    result = []
    for line in lines:
        if line.startswith("## "):
            lesser += 1
            line = f"（{NUMERALS[lesser - 1]}）{line[3:]}"
        elif line.startswith("# "):
            heading, lesser = heading + 1, 0
            line = f"{NUMERALS[heading - 1]}、{line[2:]}"
        result.append(scene.fill(line))
    return result


def _summed(lines: list[str]) -> list[str]:
    result: list[str] = []
    for is_table, group in groupby(lines, key=lambda line: BAR in line):
        block = list(group)
        result += with_sums(block) if is_table else block
    return result
