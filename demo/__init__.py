"""A township that does not exist, and the composer of what it has published."""
