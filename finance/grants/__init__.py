"""资金下达: what came for a fund in a year, what was paid out of it by name, and what is left."""
