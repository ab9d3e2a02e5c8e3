"""The limits that people ask about most, with the rule they come from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Preset:
    name: str
    days: int
    source: str


PRESETS = (
    Preset("主动公开", 20, "《政府信息公开条例》第二十六条"),
    Preset("社会救助事项公开", 10, "社会救助领域基层政务公开标准目录"),
    Preset("答复公开申请", 20, "《政府信息公开条例》第三十三条"),
    Preset("通知补正申请", 7, "《政府信息公开条例》第三十条"),
    Preset("第三方提出意见", 15, "《政府信息公开条例》第三十二条"),
)
