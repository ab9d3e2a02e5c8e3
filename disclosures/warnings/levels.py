"""The four levels of a warning, the most severe first (突发事件应对法)."""

from django.db import models


class Level(models.TextChoices):
    RED = "red", "红色预警（Ⅰ级）"
    ORANGE = "orange", "橙色预警（Ⅱ级）"
    YELLOW = "yellow", "黄色预警（Ⅲ级）"
    BLUE = "blue", "蓝色预警（Ⅳ级）"

    @property
    def colour(self) -> str:
        return self.label[:2]

    @property
    def rank(self) -> int:
        """0 for the most severe."""
        return list(Level).index(self)


class Hazard(models.TextChoices):
    RAINSTORM = "rainstorm", "暴雨"
    FLOOD = "flood", "洪水"
    LANDSLIDE = "landslide", "地质灾害"
    HEAT = "heat", "高温"
    COLD = "cold", "寒潮"
    SNOW = "snow", "暴雪冰冻"
    WIND = "wind", "大风"
    FOG = "fog", "大雾"
    DROUGHT = "drought", "干旱"
    FIRE = "fire", "森林火险"
    DISEASE = "disease", "疫情防控"
    FOOD = "food", "食品药品安全"
    SAFETY = "safety", "安全生产"
    OTHER = "other", "其他"
