"""Public works of the township and its villages; each is read on the page of its item."""

from django.http import HttpResponseBase
from django.shortcuts import render

from finance.projects.dossier import dossiers_of
from finance.projects.export import COLUMNS, MOST_ROWS, rows_of
from finance.projects.filters import ProjectFilter
from finance.projects.overview import overview_of
from finance.projects.public import public_projects, with_rows
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.paging import keyset_page
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

LABELS = column_labels("项目档案", "公益项目从决策到管护的每个环节和每一笔付款", "财政资金")


@public_page
def projects(request: PublicRequest) -> HttpResponseBase:
    everything = public_projects(request.township, clock.now()).without_bodies()
    chosen = ProjectFilter(request.GET, everything, request.township)
    if wants_file(request):
        name = f"{request.township.name}项目档案"
        return file_of(request, name, COLUMNS, rows_of(request, with_rows(chosen.qs)[:MOST_ROWS]))
    year = chosen.year_asked
    of_year = everything.filter(live__projectfile__year=year) if year else everything
    page = keyset_page(with_rows(chosen.qs), request.GET)
    context = {
        "filter": chosen,
        "page": page,
        "projects": dossiers_of(page.items),
        "count": chosen.qs.count(),
        "overview": overview_of(of_year, request.township, clock.today(), year),
        "year": year,
        "labels": LABELS,
    }
    return render(request, "finance/projects/projects.html", context)
