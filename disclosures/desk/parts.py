"""What the desk shows of structured content on the page of an edition."""

from collections.abc import Callable
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from disclosures.accidents.inlines import ACCIDENT_INLINES
from disclosures.desk.list_views import list_rows
from disclosures.guides.inlines import GUIDE_INLINES
from disclosures.items.shapes import STRUCTURED, Shape
from disclosures.lists.inlines import NoticeListInline
from disclosures.programmes.inlines import PROGRAMME_INLINES

# for each shape the inline that holds its part, then those of the rows below it
INLINES: dict[Shape, tuple[type[Any], ...]] = {
    Shape.SERVICE_GUIDE: GUIDE_INLINES,
    Shape.PROGRAMME: PROGRAMME_INLINES,
    Shape.NOTICE_LIST: (NoticeListInline,),
    Shape.ACCIDENT_FILE: ACCIDENT_INLINES,
}


def register_inlines(shape: Shape, inlines: tuple[type[Any], ...]) -> None:
    """For an app above this one that brings a shape of its own; called in its admin module."""
    INLINES[shape] = inlines


View = Callable[..., Any]
# for each shape that comes from a spreadsheet: what the button says, and the view behind it
IMPORTS: dict[Shape, tuple[str, View]] = {Shape.NOTICE_LIST: ("导入名单", list_rows)}


def register_import(shape: Shape, label: str, view: View) -> None:
    """The view takes request, model_admin and key, as list_rows does."""
    IMPORTS[shape] = (label, view)


def import_rows(request: Any, model_admin: Any, key: int) -> Any:
    """The import that the edition's shape has."""
    edition = get_object_or_404(model_admin.get_queryset(request), pk=key)
    if Shape(edition.shape) not in IMPORTS:
        raise Http404
    return IMPORTS[Shape(edition.shape)][1](request, model_admin, key)


def import_label(shape: Shape) -> str:
    return IMPORTS[shape][0] if shape in IMPORTS else ""


def shape_asked(request: Any) -> Shape:
    """The shape that a new edition is to have, as the address says; an article otherwise."""
    asked = request.GET.get("shape", "")
    return Shape(asked) if asked in [shape.value for shape in STRUCTURED] else Shape.ARTICLE


def inlines_of(shape: Shape) -> list[type[Any]]:
    return list(INLINES.get(shape, ()))


def keep_rows(formset: Any, edition: Any) -> bool:
    """Save the rows of an inline for `edition`; whether anything changed."""
    for row in formset.save(commit=False):
        row.township = edition.township
        row.edition = edition
        row.save()
    for row in formset.deleted_objects:
        row.delete()
    return formset.has_changed()
