"""Pictures of amounts: always beside the table that they show."""
