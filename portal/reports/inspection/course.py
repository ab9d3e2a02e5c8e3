"""The score over time, as a drawing beside the list."""

from dataclasses import dataclass

from django.utils import timezone

from portal.core.township.models import Township
from portal.reports.inspection.models import Inspection

MOST = 24
WIDTH, HEIGHT, MARGIN = 720, 180, 24


@dataclass(frozen=True)
class Course:
    """The points of a line; `told` says the same in a sentence."""

    width: int
    height: int
    dots: tuple[tuple[int, int, int], ...]  # x, y, points
    told: str

    @property
    def line(self) -> str:
        return " ".join(f"{x},{y}" for x, y, _ in self.dots)


def course_of(township: Township) -> Course | None:
    """None while there are fewer than two inspections to draw a line between."""
    rows = Inspection.objects.of(township).filter(pages__gt=0).order_by("-at", "-pk")
    newest = list(rows.values_list("at", "points")[:MOST])[::-1]
    if len(newest) < 2:
        return None
    step = (WIDTH - 2 * MARGIN) // (len(newest) - 1)
    reach = HEIGHT - 2 * MARGIN
    dots = tuple(
        (MARGIN + number * step, MARGIN + (100 - points) * reach // 100, points)
        for number, (_, points) in enumerate(newest)
    )
    days = "；".join(f"{timezone.localdate(at):%Y-%m-%d} {points} 分" for at, points in newest)
    return Course(WIDTH, HEIGHT, dots, f"逐页检查的得分：{days}。")
