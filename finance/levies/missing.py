"""What keeps a levy from the public: limits, votes, review and approval (办法 arts. 6 to 15)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from disclosures.items.models import Disclosure
from portal.core import clock


def missing(part: Any, rule: Any, before: tuple[Decimal, Decimal]) -> Iterator[str]:
    """`rule` is the limit of its year; `before` what other public levies of the same village and
    year ask of one person, in yuan and days."""
    if not part.village.is_village:
        yield f"{part.village.name}不是村（社区），请选择筹资筹劳的村。"
    yield from _asked(part)
    yield from _too_many_exempt(part)
    yield from _beyond(part, rule, before)
    yield from _votes(part)
    yield from _approval(part)


def _asked(part: Any) -> Iterator[str]:
    if part.asks_money and not (part.persons and part.per_head > 0):
        yield f"方式是“{part.get_kind_display()}”，请填写筹资对象人数和每人筹资数。"
    if part.asks_labour and not (part.workers and part.days > 0):
        yield f"方式是“{part.get_kind_display()}”，请填写筹劳对象人数和每个劳动力的工数。"
    if not part.asks_money and part.per_head > 0:
        yield "方式是“筹劳”，又填了每人筹资数，请改方式，或把每人筹资改成 0。"
    if not part.asks_labour and part.days > 0:
        yield "方式是“筹资”，又填了筹劳工数，请改方式，或把工数改成 0。"


def _too_many_exempt(part: Any) -> Iterator[str]:
    if part.asks_money and part.persons and part.burden.payers < 0:
        yield f"免筹资的人数多于筹资对象 {part.persons} 人，请核对“减免”。"
    if part.asks_labour and part.workers and part.burden.workers < 0:
        yield f"免筹劳的人数多于筹劳对象 {part.workers} 人，请核对“减免”。"


def _beyond(part: Any, rule: Any, before: tuple[Decimal, Decimal]) -> Iterator[str]:
    """Nobody pays or works more in a year than the province allows, all levies together."""
    if rule is None:
        yield (
            f"本镇还没有设置 {part.year} 年的筹资筹劳限额，不能核对，"
            "请管理员先在“筹资筹劳限额”中填写。"
        )
        return
    money = part.burden.per_head + before[0]
    days = part.burden.days + before[1]
    if part.asks_money and money > rule.per_head:
        told = f"{_with_others(before[0], '元')}每人筹资 {money:,.2f} 元"
        yield f"{told}，超过{rule.name}规定的每人每年 {rule.per_head:,.2f} 元，请减少。"
    if part.asks_labour and days > rule.days:
        told = f"{_with_others(before[1], '个工')}每个劳动力筹劳 {days} 个工"
        yield f"{told}，超过{rule.name}规定的每年 {rule.days} 个工，请减少。"


def _with_others(before: Decimal, unit: str) -> str:
    return f"加上本年已公开的 {before} {unit}，" if before else ""


def _votes(part: Any) -> Iterator[str]:
    if part.resolution_id:
        public = Disclosure.objects.public(part.township, clock.now())
        if not public.filter(pk=part.resolution_id).exists():
            yield "所选的决议没有公开，请先公开决议，或改填会议和表决。"
        return
    told = (part.met_on, part.called, part.present, part.in_favour)
    if None in told:
        yield "请选择已公开的村民（代表）会议决议，或填写会议日期、应到、实到和赞成票数。"
        return
    if part.met_on > clock.today():
        yield f"会议日期 {part.met_on} 在今天之后，请核对。"
    if part.present > part.called:
        yield f"实到 {part.present} 人多于应到 {part.called} 人，请核对。"
    if part.in_favour > part.present:
        yield f"赞成 {part.in_favour} 票多于实到 {part.present} 人，请核对。"
    elif part.in_favour * 2 <= part.present:
        yield f"赞成 {part.in_favour} 票没有超过到会人数的一半，方案没有通过，不能筹资筹劳。"


def _approval(part: Any) -> Iterator[str]:
    """Meeting, review by the township, approval by the county, in this order."""
    if part.reviewed_on is None:
        yield "请填写镇政府初审日期；没有初审的方案不能执行。"
    if part.approved_on is None or not part.approval_number:
        yield "请填写县级批复日期和文号；没有批复的方案不能执行。"
    days = (
        ("会议", part.met_on),
        ("镇政府初审", part.reviewed_on),
        ("县级批复", part.approved_on),
    )
    known = [(name, day) for name, day in days if day]
    for (before, first), (after, second) in zip(known, known[1:], strict=False):
        if second < first:
            yield f"{after}日期 {second} 早于{before}日期 {first}，请核对。"
    if part.approved_on and part.approved_on > clock.today():
        yield f"县级批复日期 {part.approved_on} 在今天之后，请核对。"
