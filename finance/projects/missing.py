"""What keeps a project's file from the public: each a sentence with the cure."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from disclosures.items.models import Disclosure
from finance.projects.stages import Stage
from portal.core import clock

# each stage is done no earlier than those before it; upkeep begins with acceptance
FOLLOWS: dict[Stage, Stage] = {
    Stage.BUDGET: Stage.DECISION,
    Stage.TENDER: Stage.BUDGET,
    Stage.CONTRACT: Stage.TENDER,
    Stage.WORKS: Stage.CONTRACT,
    Stage.ACCEPTANCE: Stage.WORKS,
    Stage.AUDIT: Stage.ACCEPTANCE,
    Stage.FINAL: Stage.AUDIT,
    Stage.UPKEEP: Stage.ACCEPTANCE,
}
UNCONTESTED = "direct"
WHOLE = 100


def missing(part: Any) -> Iterator[str]:
    rows = {row.kind: row for row in part.edition.project_stages.select_related("document")}
    funds = list(part.edition.project_funds.all())
    if part.village and not part.village.is_village:
        yield f"{part.village.name}不是村（社区），镇级项目的“村（社区）”请不填。"
    if not funds:
        yield "没有填写资金来源，请至少填一行。"
    elif sum((fund.amount for fund in funds), Decimal(0)) <= 0:
        yield "资金来源合计不大于 0，请核对金额。"
    yield from _of_stages(rows)
    yield from _decision(part, rows.get(Stage.DECISION))
    yield from _tender(part, rows.get(Stage.TENDER), list(part.edition.bidders.all()))
    yield from _contract(part, rows.get(Stage.CONTRACT))
    yield from _progress(list(part.edition.progress_notes.select_related("picture")), rows)


def _of_stages(rows: Mapping[str, Any]) -> Iterator[str]:
    for stage in Stage:
        row = rows.get(stage)
        if row is None or not (row.planned_on or row.done_on or row.not_needed):
            yield (
                f"“{stage.label}”还没有填写：办完的填实际完成日期，没有办的填计划日期，"
                "不需要的写明理由。"
            )
        elif row.done_on and row.done_on > clock.today():
            yield f"“{stage.label}”的实际完成日期 {row.done_on} 在今天之后，办完再填。"
    for name in ("done_on", "planned_on"):
        yield from _out_of_order(rows, name)


def _out_of_order(rows: Mapping[str, Any], name: str) -> Iterator[str]:
    told = "实际完成" if name == "done_on" else "计划完成"
    for stage in FOLLOWS:
        day = _day(rows, stage, name)
        before = FOLLOWS.get(stage)
        while before is not None and _day(rows, before, name) is None:
            before = FOLLOWS.get(before)
        earlier = _day(rows, before, name) if before else None
        if before and day and earlier and day < earlier:
            yield (
                f"“{stage.label}”的{told}日期 {day} 早于“{before.label}”的 {earlier}，请核对日期。"
            )


def _day(rows: Mapping[str, Any], stage: Stage, name: str) -> Any:
    row = rows.get(stage)
    return getattr(row, name) if row is not None else None


def _decision(part: Any, row: Any) -> Iterator[str]:
    """村民委员会组织法 art. 24: works of a village are decided by its assembly."""
    if not part.village_id or row is None or not row.done_on:
        return
    public = Disclosure.objects.public(part.township, clock.now())
    if row.document_id is None or not public.filter(pk=row.document_id).exists():
        yield (
            "村级项目要经村民会议或村民代表会议讨论决定，请先公开决议，"
            "再在“决策”一行的“文件”里选择它。"
        )


def _tender(part: Any, row: Any, bidders: Sequence[Any]) -> Iterator[str]:
    done = row is not None and row.done_on
    winners = [bidder for bidder in bidders if bidder.won]
    if done and not part.method:
        yield "招标已完成，请选择招标方式。"
    if done and part.method not in ("", UNCONTESTED) and not bidders:
        yield "招标已完成，请填写投标单位和各自的报价。"
    if done and bidders and not winners:
        yield "招标已完成，请在投标单位中勾选中标的一家。"
    if winners and part.contractor and part.contractor != winners[0].firm:
        yield (f"施工（供货）单位“{part.contractor}”不是中标单位“{winners[0].firm}”，请核对。")


def _contract(part: Any, row: Any) -> Iterator[str]:
    signed = row is not None and row.done_on
    if signed and (part.contract is None or not part.contractor):
        yield "合同已签订，请填写施工（供货）单位和合同价。"
    if part.contract is not None and not signed:
        yield "填了合同价，还要在“合同”一行填写签订（实际完成）日期。"
    if row is not None and row.amount is not None and row.amount != part.contract:
        yield (
            f"“合同”一行的金额 {row.amount:,.2f} 元与合同价不一致，"
            "请改成一样，或把这一行的金额清空。"
        )


def _progress(notes: Sequence[Any], rows: Mapping[str, Any]) -> Iterator[str]:
    for before, after in zip(notes, notes[1:], strict=False):
        if after.percent < before.percent:
            yield (
                f"{after.on} 的进度 {after.percent}% 小于 {before.on} 的 {before.percent}%，"
                "请核对。"
            )
    for note in notes:
        if note.percent > WHOLE:
            yield f"{note.on} 的进度 {note.percent}% 超过 100%，请核对。"
        if note.on > clock.today():
            yield f"进展的日期 {note.on} 在今天之后，请核对。"
        if note.picture and not note.picture.media_type.startswith("image/"):
            yield f"{note.on} 的照片“{note.picture.name}”不是图片，请重新选择。"
    done = _day(rows, Stage.WORKS, "done_on")
    if done and notes and notes[-1].percent < WHOLE:
        yield f"“实施”已完成，最近一次进度还是 {notes[-1].percent}%，请补上完工时的进展。"
