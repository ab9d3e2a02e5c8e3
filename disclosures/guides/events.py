"""What happens in a life that brings people to a counter: the residents' way to a service."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LifeEvent:
    """人生大事: its name, the question it brings, the words that people say and type of it."""

    slug: str
    name: str
    question: str
    words: tuple[str, ...] = ()

    @property
    def icon(self) -> str:
        """The template that draws it."""
        return f"disclosures/guides/icons/{self.slug}.html"


def _event(slug: str, name: str, question: str, words: str) -> LifeEvent:
    return LifeEvent(slug, name, question, tuple(words.split("、")))


EVENTS = (
    _event(
        "birth", "生育收养", "家里添孩子，要办哪些事？", "生孩子、生小孩、怀孕、出生、新生儿、收养"
    ),
    _event("school", "上学", "孩子上学、转学、助学怎么办？", "入学、读书、上大学、学费、转学"),
    _event("work", "就业创业", "找工作、学技术、创业怎么办？", "找工作、打工、失业、创业"),
    _event("business", "开店经营", "开店、摆摊、办作坊怎么办？", "开店、摆摊、做生意、营业"),
    _event("marriage", "婚姻家庭", "结婚、家里有矛盾找谁？", "结婚、离婚、领证、家暴"),
    _event("house", "建房住房", "盖房、修房、通水通电怎么办？", "盖房、盖房子、建房、修房、房子"),
    _event("farming", "种田养殖", "种地、养殖、买农机怎么办？", "种地、种田、养猪、养鸡、农机"),
    _event("illness", "看病医保", "参保、报销、慢性病怎么办？", "看病、住院、生病、报销、医药费"),
    _event("hardship", "困难救助", "日子困难、遭了难怎么办？", "困难、救助、受灾、没钱"),
    _event("disability", "残疾人服务", "残疾证、补贴、辅具怎么办？", "残疾、轮椅、残疾人"),
    _event("veterans", "参军退役", "当兵、退伍、优抚怎么办？", "当兵、参军、退伍、优抚"),
    _event("old-age", "养老", "养老金、高龄津贴、照料怎么办？", "老人、退休、老年"),
    _event("death", "身后事", "亲人去世后要办哪些事？", "去世、过世、死亡、丧事、丧葬、火化、销户"),
    _event("rights", "纠纷求助", "闹纠纷、打官司、反映问题找谁？", "纠纷、打官司、投诉、律师"),
)
BY_SLUG = {event.slug: event for event in EVENTS}
BY_NAME = {event.name: event for event in EVENTS}
CHOICES = [(event.slug, event.name) for event in EVENTS]
MARK = ","


def joined(slugs: list[str]) -> str:
    """As a field keeps them: ",birth,school," so that one is never found inside another."""
    known = [event.slug for event in EVENTS if event.slug in slugs]
    return f"{MARK}{MARK.join(known)}{MARK}" if known else ""


def parted(kept: str) -> list[LifeEvent]:
    """The events that `joined` put together."""
    return [BY_SLUG[slug] for slug in kept.split(MARK) if slug in BY_SLUG]
