"""Which guides count as one voice: a guide that repeats another source is no second witness for it."""

import re
from collections.abc import Iterable

from advisor.domain import Guide

_URL = re.compile(r"https?://(?:www\.)?([^\s<>\"')]+)")


def voices(guides: Iterable[Guide]) -> list[list[Guide]]:
    """The guides, those in one group that are the same source, repeat one another or repeat the same third."""
    groups: list[tuple[set[str], list[Guide]]] = []
    for guide in guides:
        marks, members = _marks(guide), [guide]
        apart = []
        for known, others in groups:
            if known & marks:
                marks, members = known | marks, [*others, *members]
            else:
                apart.append((known, others))
        groups = [*apart, (marks, members)]
    return [members for _, members in groups]


def _marks(guide: Guide) -> set[str]:
    """The guide's id and address, and the sources that its origin names: by address, by id, else as it is written."""
    named = {_plain(url) for url in _URL.findall(guide.origin)}
    own = {_plain(url) for url in _URL.findall(guide.url)}
    return {guide.id, *own, *(named or ({guide.origin.strip().lower()} - {""}))}


def _plain(url: str) -> str:
    return url.rstrip("/.,;").lower()
