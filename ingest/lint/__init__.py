"""What an editor should look at in guides before they are ingested, one line a finding."""

from ingest.lint.lint import lint

__all__ = ["lint"]
