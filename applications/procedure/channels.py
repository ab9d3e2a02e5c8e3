"""The ways in which an application comes, and the day of receipt of each (条例 art. 31)."""

from datetime import date
from enum import StrEnum


class Channel(StrEnum):
    ONLINE = "online"
    COUNTER = "counter"
    SIGNED_POST = "signed_post"
    POST = "post"
    FAX = "fax"

    @property
    def label(self) -> str:
        return {
            "online": "网上提交",
            "counter": "当面提交",
            "signed_post": "邮寄（签收）",
            "post": "平常信函",
            "fax": "传真",
        }[self.value]

    @property
    def received_when(self) -> str:
        """Which day is the day of receipt, in words for the guide and for the clerk."""
        return {
            "online": "以双方确认之日为收到申请之日",
            "counter": "以提交之日为收到申请之日",
            "signed_post": "以签收之日为收到申请之日",
            "post": "政府信息公开机构应当于收到信函的当日与申请人确认，以确认之日为收到申请之日",
            "fax": "以双方确认之日为收到申请之日",
        }[self.value]

    @property
    def needs_confirmation(self) -> bool:
        return self in (Channel.ONLINE, Channel.POST, Channel.FAX)

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(channel.value, channel.label) for channel in cls]


def received_on(channel: Channel, came_on: date, confirmed_on: date | None = None) -> date:
    """The day of receipt of what came on `came_on`; ValueError with the reason if there is none."""
    if not channel.needs_confirmation:
        return came_on
    if confirmed_on is None:
        raise ValueError(f"{channel.label}的申请{channel.received_when}，请填写确认日期。")
    if confirmed_on < came_on:
        raise ValueError("确认日期早于申请到达的日期，请核对。")
    return confirmed_on
