from finance.resolutions.models import Resolution, ResolutionStep
from portal.core.desk.inlines import OneInline, RowsInline
from portal.core.desk.villages import VillagesOnly


class ResolutionInline(VillagesOnly, OneInline):
    model = Resolution
    fields = (
        ("village", "assembly"),
        ("met_on", "place", "chaired_by"),
        ("called", "present"),
        ("in_favour", "against", "abstained"),
        "attended",
        "amount",
    )


class ResolutionStepInline(RowsInline):
    model = ResolutionStep
    fields = ("kind", "on", "remark")
    max_num = len(ResolutionStep.Kind)


RESOLUTION_INLINES = (ResolutionInline, ResolutionStepInline)
