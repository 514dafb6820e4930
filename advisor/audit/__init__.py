"""Auditing: what people decided about answers, and what that adds up to."""
