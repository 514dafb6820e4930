"""Roles side by side: what each guide says of each, what can be worked out, and what can be drawn on one axis."""
