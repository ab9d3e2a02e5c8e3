"""Narrowing a list by choices in the address."""
