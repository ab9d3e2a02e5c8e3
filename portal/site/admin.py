"""Gathers this app's admin classes for Django."""

from portal.site.workdays.admin import HolidayNoticeAdmin

__all__ = ["HolidayNoticeAdmin"]
