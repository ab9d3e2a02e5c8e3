"""处理结果 in the words of a letter: what comes of each part, and the article that it rests on."""

from collections.abc import Iterator, Sequence

from applications.decisions.outcomes import Outcome
from applications.decisions.rows import Section

LONGEST_PART = 40  # characters of a part's own words in the heading of its answer
SENTENCES: dict[Outcome, str] = {
    Outcome.GRANTED: "您申请的信息予以公开",
    Outcome.ALREADY_PUBLIC: "您申请的信息已经主动公开，现将获取该信息的方式、途径告知您",
    Outcome.PARTIAL: (
        "您申请的信息含有不应当公开的内容，能够作区分处理，本机关提供可以公开的内容，"
        "并就不予公开的内容说明理由"
    ),
    Outcome.OWN_PROCEDURE: (
        "您申请的信息属于工商登记、不动产登记等查询事项，有关法律、行政法规对获取办法有专门规定，"
        "请按该规定查询"
    ),
    Outcome.NOT_FOUND: "经检索，没有您申请的信息，该信息不存在",
    Outcome.NOT_OURS: "您申请的信息不属于本机关负责公开",
    Outcome.TO_BE_MADE: "您申请的内容没有现成信息，需要另行加工、分析，本机关不予提供",
    Outcome.STILL_UNCLEAR: "您补正后，申请内容仍不明确，本机关无法提供",
    Outcome.PETITION: (
        "您的申请属于信访、举报、投诉，不作为政府信息公开申请处理，您可以通过相应渠道提出"
    ),
    Outcome.REPEATED: "本机关已经就您的同一申请作出答复，不再重复处理",
    Outcome.PUBLICATION: "您要求提供的是公开出版物，本机关不予处理，现告知获取的途径",
    Outcome.EXCESSIVE: "您申请的数量、频次明显超过合理范围，没有正当理由，本机关不予处理",
    Outcome.CONFIRMATION: "您要求确认或者重新出具已经获取的信息，本机关不予处理",
    Outcome.NOT_SUPPLEMENTED: (
        "您收到补正告知后，没有正当理由逾期不补正，视为放弃申请，本机关不再处理"
    ),
    Outcome.NOT_PAID: "您收到收费通知后，逾期没有缴费，视为放弃申请，本机关不再处理",
    Outcome.RECORD_CORRECTED: "经审核，本机关对与您自身有关的信息予以更正",
    Outcome.OTHER: "本机关处理如下",
}
CHINESE = "一二三四五六七八九十"


def sentence_of(outcome: Outcome) -> str:
    """One outcome with its article, as a sentence without its full stop."""
    said = SENTENCES.get(outcome)
    if said is None and outcome.section is Section.REFUSED:
        said = f"您申请的信息{outcome.label}，本机关不予公开"
    return f"依据{outcome.basis}，{said or outcome.label}"


def result_of(outcomes: Sequence[Outcome], parts: Sequence[str] = ()) -> str:
    """A sentence; or, for several outcomes, a heading and a sentence for each part."""
    if len(outcomes) < 2:
        return "".join(f"{sentence_of(one)}。" for one in outcomes)
    return "\n".join(_part_by_part(outcomes, parts))


def _part_by_part(outcomes: Sequence[Outcome], parts: Sequence[str]) -> Iterator[str]:
    named = len(parts) == len(outcomes)
    for number, outcome in enumerate(outcomes):
        about = f"关于“{_short(parts[number])}”" if named else f"关于第{number + 1}项申请"
        yield f"（{in_chinese(number + 1)}）{about}"
        yield f"{sentence_of(outcome)}。"


def in_chinese(number: int) -> str:
    """1 to 99, as headings are numbered."""
    tens, units = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{CHINESE[tens - 1]}十"
    return head + (CHINESE[units - 1] if units else "")


def _short(words: str) -> str:
    even = " ".join(words.split())
    return even if len(even) <= LONGEST_PART else f"{even[:LONGEST_PART]}……"
