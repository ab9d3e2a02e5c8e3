"""What a guide still lacks of what residents need and inspectors look for."""

from collections.abc import Iterator
from typing import Any

from disclosures.guides.names import SUFFIX
from disclosures.guides.promises import longer, told

# field, and the sentence that says what is missing and how to cure it
WORDS = (
    ("who", "没有写谁可以办，请在“谁可以办”里写明哪些人、哪些单位。"),
    ("conditions", "没有写办理条件，请逐条写明；没有条件的写“无”。"),
    ("basis", "没有写办理依据，请写法规、文件的名称和条款。"),
    ("charge", "没有写收不收费，请选择“不收费”或“收费”。"),
    ("complaint_phone", "没有写监督电话，群众不知道向谁投诉，请填写。"),
)
ELSEWHERE = "请填写，或在“机构与村（社区）”里补全便民服务中心的"
PLACE = (
    ("address", f"没有地址，{ELSEWHERE}地址。"),
    ("hours", f"没有办理时间，{ELSEWHERE}办公时间。"),
    ("phone", f"没有咨询电话，{ELSEWHERE}电话。"),
)


def missing(guide: Any) -> Iterator[str]:
    if guide.name == SUFFIX:
        yield "标题里没有事项的名称，请写成“××办事指南”。"
    yield from (sentence for name, sentence in WORDS if not getattr(guide, name).strip())
    yield from (sentence for name, sentence in PLACE if not getattr(guide.place, name))
    if not guide.material_rows:
        yield "没有列出申请材料，请逐项填写；不需要材料的写一行“不需要材料，本人到场”。"
    if not guide.step_rows:
        yield "没有写办理步骤，请从申请到办结逐步填写。"
    yield from _time(guide)
    yield from _fee(guide)


def _time(guide: Any) -> Iterator[str]:
    legal, promised = guide.legal, guide.promised
    if promised is None:
        yield "没有写承诺时限，请填写天数，当场办结的选“当场办结”。"
    elif legal is not None and longer(promised, legal):
        yield f"承诺时限（{told(promised)}）超过法定时限（{told(legal)}），请核对后改短承诺时限。"


def _fee(guide: Any) -> Iterator[str]:
    if guide.charge != guide.Charge.PAID:
        if guide.fee is not None:
            yield "写了收费标准，却没有选“收费”，请核对后改其中一处。"
        return
    if guide.fee is None:
        yield "选了“收费”，没有写收费标准，请填写金额。"
    if not guide.fee_basis.strip():
        yield "选了“收费”，没有写收费依据，请填写批准收费的文件。"
