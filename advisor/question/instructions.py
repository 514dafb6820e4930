"""Tells what instructs the machine from what asks it something; what instructs is left out, whatever it says."""

import re
from functools import lru_cache
from importlib.resources import files

import yaml

from advisor.text import normalise

_ASIDE = re.compile(r"<!--.*?-->|\[[^\[\]]*\]|\{[^{}]*\}|<(\w+)>[^<]*</\1>", re.DOTALL)
_TAG = re.compile(r"</?[\w|-]+/?>|```+")


def instructs(text: str) -> bool:
    """Whether a sentence tells the machine what to be, to reveal or to say."""
    return bool(_forms().search(normalise(text)))


def without_asides(text: str) -> str:
    """The text without marks of markup, and without what stands in brackets or comments and instructs."""
    kept = _ASIDE.sub(lambda aside: "\n" if instructs(aside[0]) else aside[0], text)
    return _TAG.sub("\n", kept).strip() or text


@lru_cache(maxsize=1)
def _forms() -> re.Pattern[str]:
    forms = yaml.safe_load(files("advisor.question").joinpath("instructions.yaml").read_text("utf-8"))
    return re.compile("|".join(form for group in forms.values() for form in group))
