"""Composes the demo township's items from sentence tables: `python -m demo.compose`."""
