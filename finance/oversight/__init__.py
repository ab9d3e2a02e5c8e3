"""Across villages: who is late, who spent what, every large expense, whether the chains hold."""
