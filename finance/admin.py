"""Gathers the rooms' admin classes and inlines for Django."""

from disclosures.desk.parts import register_inlines
from disclosures.items.shapes import Shape
from finance.audits.inlines import AUDIT_REPORT_INLINES, RECTIFICATION_INLINES
from finance.grants.inlines import GRANT_INLINES
from finance.holdings.inlines import HOLDINGS_INLINES
from finance.resolutions.inlines import RESOLUTION_INLINES
from finance.sangong.inlines import SANGONG_INLINES

register_inlines(Shape.RESOLUTION, RESOLUTION_INLINES)
register_inlines(Shape.HOLDINGS, HOLDINGS_INLINES)
register_inlines(Shape.FUND_GRANT, GRANT_INLINES)
register_inlines(Shape.SANGONG, SANGONG_INLINES)
register_inlines(Shape.AUDIT_REPORT, AUDIT_REPORT_INLINES)
register_inlines(Shape.RECTIFICATION, RECTIFICATION_INLINES)
