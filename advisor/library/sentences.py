"""Where sentences begin and end, and what of a passage is matched. Knows words and stops, not meaning."""

import re
from itertools import pairwise

from advisor.domain import Passage, PassageKind, Unit

_MARKER = re.compile(r"(?:[-*+•]|\d{1,3}[.)]|#{1,6}|>)[ \t]+")  # of a list, a heading or a block quote
_LATER_MARKER = re.compile(r"\n[ \t]*(?:[-*+•]|#{1,6}|>)[ \t]+|\n\s*\n\s*")  # a number may be wrapped text there
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]*_]*(?:\[\d{1,3}\])*(?=\s)|[。！？।]+[”’」』）]*")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“‘'*_]+$")
_WORD_AFTER = re.compile(r"[\"“‘'(\[*_]*([\w'’]+)")
_NEVER_LAST = re.compile(
    r"e\.g|i\.e|vs|cf|viz|approx|ca|mr|mrs|ms|dr|prof|st|mt|gen|gov|rep|sen|rev|hon|figs?|eq|sec|ch|vol|pp|eds?|al"
)
_BEFORE_NUMBERS = re.compile(r"nos?|pp?|art|para|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec")
_SOMETIMES_LAST = re.compile(
    r"inc|ltd|co|corp|llc|jr|sr|dept|est|[bm]\.sc|ph\.d|[bm]\.[as]|[ap]\.m|u\.[sk]|e\.u|[a-z]|(?:[a-z]\.)+[a-z]"
)
_OPENERS = re.compile(
    r"an?|the|th(?:is|at|ese|ose|en|ey|ere)|its?|s?he|we|you|i|in|on|at|for|from|with|without|by|as|if|when|while|where"
    r"|wh(?:at|ich|o|y)|how|but|and|or|so|yet|both|each|every|many|most|some|all|not?|here|however|choose|pick|also"
    r"|only|even|after|before|because|since|although|though"
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence: in order, none empty, none overlapping, without white space around them."""
    spans: list[tuple[int, int]] = []
    for start, end in _lines(text):
        cuts = [stop.end() for stop in _STOP.finditer(text, start, end) if _ends(text, stop)]
        spans += [span for a, b in pairwise([start, *cuts, end]) if (span := _trimmed(text, a, b))]
    return spans


def units(passage: Passage) -> tuple[Unit, ...]:
    """What is matched: each sentence, but a table's row as a whole; offsets count in the guide's text."""
    spans = [] if passage.kind is PassageKind.TABLE_ROW else sentence_spans(passage.text)
    spans = spans or [(0, len(passage.text))]
    return tuple(Unit(passage.id, passage.start + start, passage.start + end) for start, end in spans)


def _lines(text: str) -> list[tuple[int, int]]:
    """Stretches that a sentence cannot leave: parted by blank lines and by the markers of lists."""
    start = len(text) - len(text.lstrip())
    first = _MARKER.match(text, start)
    stretches = []
    start = first.end() if first else start
    for border in _LATER_MARKER.finditer(text, start):
        stretches.append((start, border.start()))
        marker = _MARKER.match(text, border.end())
        start = marker.end() if marker else border.end()
    return [*stretches, (start, len(text))]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    end = start + len(part.strip())
    return (start, end) if end > start else None


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether this stop ends a sentence: not inside "e.g. this", "No. 5", "J. Smith", "U.S. market"."""
    if stop[0][0] in "。！？।":
        return True
    rest = text[stop.end() : stop.end() + 60].lstrip()
    after = _WORD_AFTER.match(rest)
    if after and after[1][0].islower():
        return False
    return not stop[0].startswith(".") or len(stop[0].rstrip("\"'”’»)]*_")) > 1 or _full_stop(text, stop, after)


def _full_stop(text: str, stop: re.Match[str], after: re.Match[str] | None) -> bool:
    word = _WORD_BEFORE.search(text[max(0, stop.start() - 40) : stop.start()])
    before = word[0].lower() if word else ""
    following = after[1].lower() if after else ""
    if _NEVER_LAST.fullmatch(before):
        return False
    if _BEFORE_NUMBERS.fullmatch(before) and following[:1].isdigit():
        return False
    return before == "i" or not _SOMETIMES_LAST.fullmatch(before) or bool(_OPENERS.fullmatch(following))
