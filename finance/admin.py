"""Gathers the rooms' admin classes and inlines for Django."""

from disclosures.desk.parts import register_inlines
from disclosures.items.shapes import Shape
from finance.grants.inlines import GRANT_INLINES
from finance.holdings.inlines import HOLDINGS_INLINES
from finance.resolutions.inlines import RESOLUTION_INLINES

register_inlines(Shape.RESOLUTION, RESOLUTION_INLINES)
register_inlines(Shape.HOLDINGS, HOLDINGS_INLINES)
register_inlines(Shape.FUND_GRANT, GRANT_INLINES)
