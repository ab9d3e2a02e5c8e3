"""How staff see the core's records in the admin, and the base of every admin class."""
