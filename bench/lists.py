"""`python -m bench.lists [ROWS]`: how long a roll takes to be read, checked and stripped.

No database: the time is that of the preview which a clerk waits for.
"""

import json
import random
import sys
import time
from datetime import date
from pathlib import Path

from disclosures.lists.kinds import layout_of
from disclosures.lists.read_list import read_list
from portal.privacy.idnumber import check_character
from portal.spreadsheets.write import write_csv, write_xlsx

ROWS = 20_000
VILLAGES = {
    f"{name}村": key for key, name in enumerate(["青禾", "石塘", "桃溪", "望湖", "双桥", "白云"])
}
KINDS = Path(__file__).parent.parent / "disclosures" / "lists" / "standard_kinds.json"
HEADER = ("序号", "行政村", "村民组", "户主", "身份证号", "联系电话", "社保卡号", "补贴面积（亩）")
HEADER += ("补贴标准（元/亩）", "补贴金额（元）", "备注")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    kind = next(k for k in json.loads(KINDS.read_text("utf-8")) if k["slug"] == "farmland-notice")
    layout = layout_of(kind["columns"], kind["formulas"], kind["name_shown"])
    rows = list(_rows(count))
    files = {
        "XLSX": write_xlsx("名单", HEADER, rows),
        "CSV（GB18030）": "".join(write_csv(HEADER, rows)).lstrip("\ufeff").encode("gb18030"),
    }
    for name, data in files.items():
        start = time.perf_counter()
        sheet = read_list(data, "名单", layout, VILLAGES)
        seconds = time.perf_counter() - start
        print(
            f"{name}: {len(sheet.rows)} rows, {len(sheet.problems)} problems, "
            f"{len(data) / 1e6:.1f} MB, {seconds:.2f} s"
        )


def _rows(count: int) -> "list[tuple[object, ...]]":
    chance = random.Random(7)
    found = []
    for number in range(1, count + 1):
        born = date(1940 + number % 60, number % 12 + 1, number % 28 + 1)
        body = f"341424{born:%Y%m%d}{number % 1000:03d}"
        area = chance.randint(100, 3000) / 100
        wrong = 1 if number % 500 == 0 else 0
        found.append(
            (
                number,
                chance.choice(list(VILLAGES)),
                f"{number % 30}组",
                f"王{number}",
                body + check_character(body),
                f"139{number:08d}",
                f"6217855951{number:09d}",
                area,
                108.36,
                round(area * 108.36, 2) + wrong,
                "",
            )
        )
    return found


if __name__ == "__main__":
    main()
