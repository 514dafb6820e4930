"""Reviews as lines of JSON in a file: to bring some from elsewhere, and what the demonstration keeps."""

import json
from collections.abc import Iterable
from pathlib import Path

from advisor.audit.review import Review
from advisor.errors import InputError
from advisor.serial import read, to_dict


class ReviewFile:
    """The `Reviews` of `advisor.interfaces`; no file is no review."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def all(self) -> tuple[Review, ...]:
        """Raises InputError for a line that is no review."""
        try:
            lines = self._file.read_text(encoding="utf-8").splitlines() if self._file.exists() else []
        except (OSError, UnicodeDecodeError) as problem:
            raise InputError(f"{self._file} cannot be read: {problem}.", hint="Give a file of reviews.") from problem
        return tuple(self._review(number, line) for number, line in enumerate(lines, start=1) if line.strip())

    def write(self, reviews: Iterable[Review]) -> None:
        self._file.write_text("".join(json.dumps(to_dict(review)) + "\n" for review in reviews), encoding="utf-8")

    def _review(self, number: int, line: str) -> Review:
        try:
            return read(Review, json.loads(line))
        except (ValueError, TypeError, AttributeError) as problem:
            raise InputError(
                f"Line {number} of {self._file} is no review: {problem}.", hint="Each line is one JSON object."
            ) from problem
