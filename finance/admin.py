"""Gathers the rooms' admin classes and inlines for Django."""
