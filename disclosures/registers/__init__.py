"""名录: firms exposed, blacklisted or inspected, with grounds, dates, and an end."""
