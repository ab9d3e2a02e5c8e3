"""How staff see questions in the admin."""
