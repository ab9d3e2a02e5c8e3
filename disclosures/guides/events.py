"""What happens in a life, as the question that brings a resident to a counter."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LifeEvent:
    """`words` are what people say and type; `icon` names a drawing of the page."""

    slug: str
    name: str
    question: str
    words: tuple[str, ...] = ()


EVENTS = (
    LifeEvent(
        "birth", "生孩子", "家里添丁，要办哪些事？", ("生育", "出生", "上户口", "准生证", "新生儿")
    ),
    LifeEvent(
        "school", "上学", "孩子入园、上学、助学怎么办？", ("入学", "学费", "助学", "转学", "资助")
    ),
    LifeEvent(
        "illness",
        "看病",
        "参保、报销、大病求助怎么办？",
        ("医保", "报销", "住院", "慢性病", "大病"),
    ),
    LifeEvent(
        "work", "就业创业", "找工作、培训、创业贷款怎么办？", ("就业", "失业", "贷款", "培训")
    ),
    LifeEvent("marriage", "结婚成家", "结婚、收养要办什么？", ("结婚", "离婚", "收养", "婚姻")),
    LifeEvent(
        "house",
        "建房住房",
        "批宅基地、建房、修危房怎么办？",
        ("宅基地", "盖房", "建房", "危房", "房子"),
    ),
    LifeEvent(
        "farming",
        "种田养殖",
        "种地、养殖、农机补贴怎么办？",
        ("补贴", "种粮", "农机", "养猪", "土地"),
    ),
    LifeEvent(
        "hardship", "遇到困难", "生活困难能得到什么帮助？", ("低保", "救助", "困难", "补助", "灾")
    ),
    LifeEvent("disability", "残疾人服务", "残疾证、补贴、辅具怎么办？", ("残疾", "轮椅", "护理")),
    LifeEvent(
        "old-age", "养老", "养老金、高龄津贴、优待证怎么办？", ("养老", "老人", "高龄", "退休")
    ),
    LifeEvent("veterans", "退役军人", "优抚、优待证怎么办？", ("退伍", "军人", "优抚", "参军")),
    LifeEvent(
        "death", "身后事", "亲人去世后要办哪些事？", ("去世", "丧葬", "火化", "销户", "殡葬")
    ),
    LifeEvent(
        "business", "开店经营", "开店、摆摊、办证怎么办？", ("执照", "小作坊", "摊点", "食品")
    ),
    LifeEvent(
        "rights", "评理维权", "纠纷、法律援助、信访找谁？", ("纠纷", "调解", "律师", "投诉", "信访")
    ),
)
BY_SLUG = {event.slug: event for event in EVENTS}
CHOICES = [(event.slug, event.name) for event in EVENTS]
