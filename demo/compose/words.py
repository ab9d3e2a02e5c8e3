"""Names of places, people and firms that the items speak of."""

import csv
import json
from pathlib import Path

HERE = Path(__file__).parent
DEMO = HERE.parent
WORDS = json.loads((HERE / "phrases" / "words.json").read_text(encoding="utf-8"))
GROUPS: dict[str, list[str]] = WORDS["groups"]
HOUSEHOLDS: dict[str, int] = WORDS["households"]
VILLAGES = list(GROUPS)
SURNAMES: list[str] = WORDS["surnames"]
SCHOOLS: list[str] = WORDS["schools"]
FIRMS: list[str] = WORDS["firms"]
SUPPLIERS: list[str] = WORDS["suppliers"]


def table(name: str) -> list[dict[str, str]]:
    with (DEMO / name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


ORGANISATIONS = {row["名称"]: row for row in table("organisations.csv")}
STAFF = table("staff.csv")


def catalogue() -> dict[str, dict[str, str]]:
    path = DEMO.parent / "disclosures" / "catalogue" / "standard.csv"
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return {row["编码"]: row for row in csv.DictReader(lines)}


def clerk_of(issuer: str) -> str:
    """The one who answers for what `issuer` publishes, where the staff list names one."""
    return next((s["姓名"] for s in STAFF if s["机构"] == issuer and "录入员" in s["角色"]), "")
