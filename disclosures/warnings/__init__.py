"""预警: issued at once, on top of every page while in force, in the archive afterwards."""
