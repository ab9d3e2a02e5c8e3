"""`python -m demo.compose.projects`: makes demo/projects anew: twelve works at different stages,
three levies, the pictures, and which entries of the villages' books belong to which of them."""

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random

from demo.compose.days import settled
from demo.compose.project_pictures import draw_work
from demo.compose.words import DEMO

SOURCE = DEMO / "compose" / "phrases" / "projects.json"
PROJECTS = DEMO / "projects"
FILES = PROJECTS / "files"
STAGES = (
    "1-decision",
    "2-budget",
    "3-tender",
    "4-contract",
    "5-works",
    "6-acceptance",
    "7-audit",
    "8-final",
    "9-upkeep",
)
DECISION, TENDER, ACCEPTANCE = STAGES[0], STAGES[2], STAGES[5]
MOMENTS = {"before": "1-before", "during": "2-during", "after": "3-after"}


def main() -> None:
    FILES.mkdir(parents=True, exist_ok=True)
    for path in [*PROJECTS.glob("*.json"), *FILES.glob("*.*")]:
        path.unlink()
    plan = json.loads(SOURCE.read_text(encoding="utf-8"))
    projects = [_project(one) for one in plan["projects"]]
    _write("projects.json", projects)
    _write("levies.json", {"rule": plan["rule"], "levies": plan["levies"]})
    _write("payments.json", _payments(plan))


def _project(given: dict) -> dict:
    """With the days of all nine stages, the words of its documents and its pictures drawn."""
    rng = Random(given["key"])
    stages = {kind: dict(given["stages"].get(kind, {})) for kind in STAGES}
    made = given | {"stages": stages, "documents": _documents(given, stages, rng)}
    for note in made.get("progress", []):
        if scene := note.pop("scene", ""):
            name = f"{given['title']}（{_moment(note)}）.jpg"
            draw_work(scene, MOMENTS[note["moment"]], name[:-4], FILES / name)
            note["picture"] = name
        note["moment"] = MOMENTS[note["moment"]]
    return made


def _moment(note: dict) -> str:
    return {"before": "施工前", "during": "施工中", "after": "完工后"}[note["moment"]]


def _documents(given: dict, stages: dict, rng: Random) -> dict:
    """What was published at a stage: the resolution, the result of the tender, the acceptance."""
    told = {}
    if given.get("village"):
        told[DECISION] = _resolution(given, stages[DECISION]["done"], rng)
    if stages[TENDER].get("done") and given.get("bidders"):
        told[TENDER] = _tender(given, stages[TENDER]["done"])
    if stages[ACCEPTANCE].get("done"):
        told[ACCEPTANCE] = _acceptance(given, stages[ACCEPTANCE]["done"])
    return told


def _resolution(given: dict, on: str, rng: Random) -> dict:
    called = rng.randint(31, 44)
    present = called - rng.randint(1, 5)
    against = rng.choice((0, 0, 1, 2))
    village, budget = given["village"], given["stages"]["2-budget"].get("amount")
    return {
        "title": f"{village}村民代表会议关于实施{given['title']}的决议",
        "number": f"{village[:2]}项议〔{on[:4]}〕{given['number']}号",
        "met_on": on,
        "called": called,
        "present": present,
        "against": against,
        "amount": budget,
        "place": f"{village}党群服务中心",
        "published": _after(on, 4),
        "body": f"<p>会议听取了{given['title']}的建设内容、资金来源和施工方式，同意按“四议两公开”"
        "程序实施。工程由村务监督委员会全程监督，进度、付款和验收结果向村民公开。</p>",
    }


def _tender(given: dict, on: str) -> dict:
    winner = next(bidder for bidder in given["bidders"] if bidder.get("won"))
    rows = "".join(
        f"<tr><td>{bidder['firm']}</td><td>{float(bidder['price']):,.2f}</td></tr>"
        for bidder in given["bidders"]
    )
    return {
        "title": f"{given['title']}{'招标' if given['method'] == 'open' else '比选'}结果公示",
        "entry": "D07-02",
        "published": _after(on, 3),
        "body": f"<p>{given['title']}于{_told(on)}开标，现将结果公示，公示期 3 个工作日。</p>"
        f"<table><thead><tr><th>单位</th><th>报价（元）</th></tr></thead><tbody>{rows}</tbody></table>"
        f"<p>中标单位：{winner['firm']}。有异议请在公示期内书面反映。</p>",
    }


def _acceptance(given: dict, on: str) -> dict:
    return {
        "title": f"{given['title']}竣工验收公示",
        "entry": "D07-04",
        "published": _after(on, 4),
        "body": f"<p>{given['title']}于{_told(on)}通过验收。验收组由主管单位、施工单位、"
        "村务监督委员会和村民代表组成，现场量测，质量合格，资料齐全。"
        "质保期两年，质保期内出现问题由施工单位维修。</p>",
    }


def _payments(plan: dict) -> list[dict]:
    """Entries of the books that pay for a project or levy: found by village, month and purpose."""
    return [
        {"village": one["village"], "title": one["title"], "key": one["key"], **paid}
        for one in [*plan["projects"], *plan["levies"]]
        for paid in one.get("paid", [])
    ]


def _after(on: str, days: int) -> str:
    return settled(date.fromisoformat(on) + timedelta(days=days)).isoformat()


def _told(on: str) -> str:
    day = date.fromisoformat(on)
    return f"{day.year}年{day.month}月{day.day}日"


def _write(name: str, rows: object) -> None:
    text = json.dumps(rows, ensure_ascii=False, indent=1)
    Path(PROJECTS / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
