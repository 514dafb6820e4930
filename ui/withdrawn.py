"""A guide's text without what was withdrawn from it, and the words that say so. Pure; knows no HTML."""

from collections.abc import Iterable

from advisor.audit.quarantine import Withdrawn
from advisor.domain import Guide
from ui import words
from ui.mark import Span


def of_guide(guide: Guide, withdrawn: Iterable[Withdrawn]) -> tuple[Withdrawn, ...]:
    """What of this guide is withdrawn, as it stands in this release."""
    return tuple(one for one in withdrawn if one.subject.guide_id == guide.id and one.subject.words in guide.text)


def notices(withdrawn: Iterable[Withdrawn]) -> list[str]:
    return [
        (words.GUIDE_PASSAGE_WITHDRAWN if one.subject.words else words.GUIDE_WITHDRAWN).format(reason=one.reason)
        for one in withdrawn
    ]


def left_of(text: str, span: Span | None, withdrawn: Iterable[Withdrawn]) -> tuple[str, Span | None]:
    """What may be shown, and where the span stands in it now: nowhere where it is withdrawn itself."""
    for one in withdrawn:
        if not one.subject.words:
            return "", None
        text, span = _without(text, span, one.subject.words)
    return text, span


def _without(text: str, span: Span | None, gone: str) -> tuple[str, Span | None]:
    filler = f"| {words.GUIDE_GONE} |" if gone.startswith("|") else words.GUIDE_GONE
    at = text.find(gone)
    while at >= 0:
        text = text[:at] + filler + text[at + len(gone) :]
        span = _moved(span, at, at + len(gone), len(filler) - len(gone))
        at = text.find(gone, at + len(filler))
    return text, span


def _moved(span: Span | None, start: int, end: int, by: int) -> Span | None:
    if span is None or span[1] <= start:
        return span
    return (span[0] + by, span[1] + by) if span[0] >= end else None
