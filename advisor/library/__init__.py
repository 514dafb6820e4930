"""A release: opening and searching it."""
