"""What is said in the person's own language: that the guides, and so the answer, are in English."""

from functools import lru_cache
from importlib.resources import files

import yaml


def notice(language: str) -> str:
    """One line, or none where the language is English or not among those we can write."""
    return _notices().get(language, "")


@lru_cache(maxsize=1)
def _notices() -> dict[str, str]:
    told: dict[str, str] = yaml.safe_load(files("advisor.answer").joinpath("notices.yaml").read_text("utf-8"))
    return told
