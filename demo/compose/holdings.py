"""`python -m demo.compose.holdings`: makes demo/holdings.json: what villages own and let."""

import json
from datetime import date
from random import Random

from demo.compose.rolls import GIVEN
from demo.compose.words import DEMO, SURNAMES, VILLAGES

ASSETS = (
    ("村党群服务中心", "间", (6, 14), (380_000, 920_000)),
    ("粮食烘干房及设备", "套", (1, 2), (160_000, 420_000)),
    ("冷藏保鲜库", "座", (1, 2), (120_000, 360_000)),
    ("沿街门面房", "间", (3, 10), (240_000, 880_000)),
    ("文化广场健身器材", "组", (6, 18), (18_000, 66_000)),
    ("太阳能路灯", "盏", (40, 160), (52_000, 210_000)),
    ("灌溉泵站", "座", (1, 4), (60_000, 240_000)),
    ("垃圾清运车", "辆", (1, 2), (32_000, 88_000)),
)
RESOURCES = (
    ("集体机动地", "亩", (40, 260), "村东"),
    ("集体林地", "亩", (120, 900), "后山"),
    ("养殖水面", "亩", (18, 160), "村南水库"),
    ("四荒地", "亩", (12, 90), "北坡"),
)
CONTRACTS = (
    ("沿街门面房租赁", (1, 3), (4_800, 18_000)),
    ("养殖水面承包", (5, 10), (6_000, 32_000)),
    ("集体茶园承包", (8, 15), (9_000, 42_000)),
    ("机动地流转", (3, 6), (12_000, 60_000)),
    ("烘干房租赁", (2, 4), (8_000, 26_000)),
)
FIRMS = ("青禾生态农业有限公司", "澄湖水产养殖专业合作社", "绿源茶叶专业合作社")
YEARS = (2024, 2025)


def main() -> None:
    rows = [register(village, year) for village in VILLAGES for year in YEARS]
    text = json.dumps(rows, ensure_ascii=False, indent=1)
    (DEMO / "holdings.json").write_text(text + "\n", encoding="utf-8")


def register(village: str, year: int) -> dict:
    """The register of one village at a year's end; the later year adds and writes off."""
    rng = Random(f"holdings {village}")
    rows = [*_assets(rng, year), *_resources(rng), *_contracts(rng), *_claims(rng, year)]
    return {
        "village": village,
        "as_of": f"{year}-12-31",
        "published": f"{year + 1}-01-{rng.randint(12, 19)}T09:00:00",
        "rows": rows,
    }


def _assets(rng: Random, year: int) -> list[dict]:
    rows = []
    for name, unit, (few, many), (low, high) in rng.sample(ASSETS, 6):
        value = rng.randint(low, high) // 100 * 100
        worn = round(value * (1 - 0.05 * (year - YEARS[0])), 2)
        rows.append(
            {
                "kind": "1-asset",
                "name": name,
                "quantity": rng.randint(few, many),
                "unit": unit,
                "value": f"{worn:.2f}",
            }
        )
    return rows


def _resources(rng: Random) -> list[dict]:
    return [
        {
            "kind": "2-resource",
            "name": name,
            "quantity": rng.randint(few, many),
            "unit": unit,
            "place": place,
        }
        for name, unit, (few, many), place in RESOURCES
    ]


def _contracts(rng: Random) -> list[dict]:
    rows = []
    for name, (short, long), (low, high) in rng.sample(CONTRACTS, 3):
        years = rng.randint(short, long)
        rent = rng.randint(low, high) // 100 * 100
        ends = date(rng.choice((2026, 2027, 2028)), rng.randint(1, 12), 28)
        person = rng.choice(SURNAMES) + "".join(rng.sample(GIVEN, 2))
        rows.append(
            {
                "kind": "3-contract",
                "name": name,
                "value": f"{rent * years:.2f}",
                "counterparty": rng.choice((*FIRMS, person, person)),
                "starts_on": ends.replace(year=ends.year - years).isoformat(),
                "ends_on": ends.isoformat(),
                "rent": f"{rent:.2f}",
            }
        )
    return rows


def _claims(rng: Random, year: int) -> list[dict]:
    owed = rng.randint(3_000, 26_000) // 100 * 100
    debt = rng.randint(20_000, 180_000) // 100 * 100
    later = year > YEARS[0]
    return [
        {
            "kind": "4-claim",
            "name": "应收承包款",
            "value": f"{owed * (0.6 if later else 1):.2f}",
            "counterparty": rng.choice(FIRMS),
        },
        {
            "kind": "5-debt",
            "name": "村部建设工程欠款",
            "value": f"{debt * (0.5 if later else 1):.2f}",
            "counterparty": "青禾建筑工程有限公司",
        },
    ]


if __name__ == "__main__":
    main()
