"""The seven key categories (七项重点公开内容), each as the question a resident brings to it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Category:
    slug: str
    name: str
    official_name: str
    question: str
    answer: str


CATEGORIES = (
    Category(
        "services",
        "为民服务事项",
        "为民服务事项办理公开",
        "这件事怎么办？",
        "去哪个窗口、带什么材料、几天办好、收不收费。",
    ),
    Category(
        "fiscal-funds",
        "财政资金",
        "财政资金管理公开",
        "镇里的钱花到哪儿了？",
        "预算、决算、“三公”经费和专项资金。",
    ),
    Category(
        "social-assistance",
        "社会救助",
        "社会救助公开",
        "困难了能得到什么帮助？",
        "低保、特困供养、临时救助的条件、标准和名单。",
    ),
    Category(
        "farm-subsidies",
        "农业补贴",
        "农业补贴公开",
        "种地有哪些补贴，发了多少？",
        "耕地地力保护、农机购置等补贴的标准和发放。",
    ),
    Category(
        "village-projects",
        "村级公益项目",
        "村级公益项目建设公开",
        "村里修路修渠进行到哪一步？",
        "立项、招标、施工、验收和资金。",
    ),
    Category(
        "population",
        "人口计生",
        "人口计生公开",
        "生育、奖扶政策怎么享受？",
        "生育登记、奖励扶助和特别扶助。",
    ),
    Category(
        "education-funds",
        "教育经费",
        "教育经费管理使用公开",
        "学校的经费怎么用？",
        "学校收支、资助、营养餐和招生。",
    ),
)
BY_SLUG = {category.slug: category for category in CATEGORIES}
CHOICES = [(category.slug, category.name) for category in CATEGORIES]
