"""The registers that a township keeps, as data: what each is, on what ground, for how long."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Register:
    """`months` is how long an entry stays (0: until its decision is replaced); `repair_after` is
    when repair (信用修复) may first be asked for (0: never, it is no penalty)."""

    slug: str
    name: str
    field: str
    what: str
    basis: str
    months: int = 36
    repair_after: int = 12


REGISTERS = (
    Register(
        "safety-violations",
        "安全生产违法曝光",
        "安全生产",
        "存在重大隐患不整改、违法生产经营被查处的单位。",
        "《安全生产法》",
        12,
        6,
    ),
    Register(
        "safety-blacklist",
        "安全生产严重失信主体名单",
        "安全生产",
        "发生责任事故、拒不整改等严重违法失信的单位。",
        "《安全生产严重失信主体名单管理办法》（应急管理部令第11号）",
    ),
    Register(
        "safety-inspections",
        "安全生产监督检查",
        "安全生产",
        "查了谁、查出什么、改了没有。",
        "《安全生产法》",
        24,
        0,
    ),
    Register(
        "food-violations",
        "食品药品违法查处",
        "食品药品",
        "食品、药品、餐饮单位受到的行政处罚。",
        "《食品安全法》《药品管理法》",
        12,
        6,
    ),
    Register(
        "food-blacklist",
        "食品药品严重违法失信名单",
        "食品药品",
        "严重危害群众健康、列入市场监管严重违法失信名单的单位。",
        "《市场监督管理严重违法失信名单管理办法》（市场监管总局令第44号）",
    ),
    Register(
        "food-inspections",
        "食品药品监督检查",
        "食品药品",
        "小作坊、食堂、药店、农村集体聚餐的检查情况。",
        "《食品安全法》",
        24,
        0,
    ),
)
BY_SLUG = {register.slug: register for register in REGISTERS}
CHOICES = [(register.slug, register.name) for register in REGISTERS]
