"""The page's own words in the language that is spoken to who reads it: looked up when they are used, never before.

`words.SEND` is the English word, or the Spanish one while Spanish is spoken. One file for each language; to add one,
add a file with the names of `en.py` and a line to `LANGUAGES`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import ModuleType
from typing import Any

from ui.words import en, es

LANGUAGES: Mapping[str, ModuleType] = {"en": en, "es": es}
_spoken: ContextVar[str] = ContextVar("spoken", default="en")


def __getattr__(name: str) -> Any:
    if not name.isupper():
        raise AttributeError(name)
    return getattr(LANGUAGES[_spoken.get()], name)


def spoken() -> str:
    return _spoken.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Until the end of the block, in this language."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def counted(forms: Mapping[int, str], count: int) -> str:
    """The form for this number, else that for 2."""
    return forms.get(count, forms[2]).format(count=count)
