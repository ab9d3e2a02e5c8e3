"""Questions, reports of errors and suggestions from residents, and their answers (政民互动)."""
