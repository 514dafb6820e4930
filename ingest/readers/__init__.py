"""One reader per format: a file in, a guide out."""

from ingest.readers.read import READERS, read

__all__ = ["READERS", "read"]
