"""Guides in, a release out."""
