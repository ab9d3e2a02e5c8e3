"""All datasets there are, in the order in which people look for them."""

from portal.reports.data.dataset import Dataset, Theme
from portal.reports.data.sets.audits import AUDITS
from portal.reports.data.sets.benefits import BENEFITS
from portal.reports.data.sets.books import BOOKS
from portal.reports.data.sets.budgets import BUDGETS
from portal.reports.data.sets.figures import FIGURES
from portal.reports.data.sets.guides import SERVICES
from portal.reports.data.sets.items import ITEMS
from portal.reports.data.sets.papers import PAPERS
from portal.reports.data.sets.places import PLACES
from portal.reports.data.sets.policies import POLICIES
from portal.reports.data.sets.safety import SAFETY
from portal.reports.data.sets.villages import VILLAGES
from portal.reports.data.sets.works import WORKS

DATASETS: tuple[Dataset, ...] = (
    *ITEMS,
    *POLICIES,
    *SERVICES,
    *BENEFITS,
    *SAFETY,
    *BUDGETS,
    *AUDITS,
    *BOOKS,
    *VILLAGES,
    *WORKS,
    *PLACES,
    *FIGURES,
    *PAPERS,
)
BY_NAME = {one.name: one for one in DATASETS}


def by_theme() -> list[tuple[Theme, list[Dataset]]]:
    return [(theme, [one for one in DATASETS if one.theme is theme]) for theme in Theme]
