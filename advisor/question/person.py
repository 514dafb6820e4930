"""What people say of themselves: background, degree, experience, likes and dislikes, aims.

Notes are kept for the conversation only, in the person's own words where a person would want to see them.
"""

import re
from collections.abc import Callable, Mapping

from advisor.text import normalise

_CLAUSE = re.compile(r"[.;:!?\n]+|,?\s+but\s+(?:i\s+)?|,\s*(?=(?:and\s+)?(?:yes|no)\b)|,?\s+and\s+(?=i\b)")
_BACKGROUND = re.compile(
    r"(?:\b(?:i(?:'m| am| was| work(?:ed)? as| have been| used to be)|me,? as|since i am|speaking as|i meant|i come from"
    r"|(?:my )?background(?: is)?(?: in)?:?|coming from)|(?:^|[.;,!?]\s*)(?:me,? )?as(?= an? [\w\s/-]+,| an? .*\b(?:i|my|me)\b))"
    r"\s+(?:already\s+|currently\s+|just\s+)?(?:an?\s+|the\s+)?(?P<what>[\w\s/'-]{2,50})"
)
_YEARS = re.compile(
    r"\b(?P<n>\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\+?\s*(?:years?|yrs?)\b"
)
_DEGREE = (
    (
        re.compile(
            r"\b(?:no|without an?|don'?t have an?|haven'?t got an?|never got an?|lack an?)\s+(?:\w+\s+)?(?:degree|diploma|college)"
        ),
        "none",
    ),
    (re.compile(r"\bself[- ]taught\b"), "self-taught"),
    (
        re.compile(
            r"\bi (?:have|hold|did|got|finished) (?:an?|my) (?P<d>ph\.?d|doctorate|master'?s?|bachelor'?s?|msc|bsc)\b"
        ),
        "",
    ),
)
_LIKE = re.compile(
    r"\b(?:(?P<neg>don'?t|do not|never)\s+(?:\w+ly\s+)?)?"
    r"(?P<verb>likes?|loves?|enjoys?|prefers?|hates?|dislikes?|(?:would|'d) (?:rather|sooner)|drawn to|(?:am|'m) (?:not )?into"
    r"|good at|interested in|care about|(?:yes|no) to)\s+(?P<what>.+)"
)
_SUBJECT = re.compile(r"\bi\b|\bi'|\bwho\b|\bmy\b|^(?:yes|no|likes?|loves?|hates?|dislikes?|enjoys?|prefers?)\b")
_MORE_THAN = re.compile(r"\s+(?:(?:much )?more than|rather than|than|over|instead of|and not|not)\s+(?=\w)")
_NEGATIVE = re.compile(r"hate|dislike|^no\b|not into")
_AIM = re.compile(
    r"\bi(?:'d)? (?:want|would like|hope|plan|need|aim) (?:to (?:get |have |find |land |start |stay )?)?(?P<what>[^.;!?]{3,80})"
)


def notes_from(text: str, role_names: Callable[[str], tuple[str, ...]]) -> dict[str, str]:
    """What the text says of its writer: keys among background, years, degree, likes, dislikes, aim."""
    text = normalise(text)
    notes: dict[str, str] = {}
    for match in _BACKGROUND.finditer(text):
        what = re.split(r"\b(?:who|and|with|but|for|want|not|or|then|already)\b", match["what"])[0].strip()
        if role_names(what) or re.search(
            r"\b(?:student|graduate|teacher|career changer|beginner|developer|engineer)\b", what
        ):
            notes["background"] = what
    if (years := _YEARS.search(text)) and re.search(r"\bi\b|\bi'm\b|\bmy\b|^\w+ years", text):
        notes["years"] = years["n"]
        if "background" not in notes and "?" not in text and (roles := role_names(text[years.end() :])):
            notes["background"] = roles[0]
    for pattern, value in _DEGREE:
        if match := pattern.search(text):
            notes["degree"] = value or match["d"]
    likes, dislikes = preferences(text)
    if likes:
        notes["likes"] = "; ".join(likes)
    if dislikes:
        notes["dislikes"] = "; ".join(dislikes)
    telling = " ".join(s for s in re.split(r"(?<=[.!?])\s+", text) if "?" not in s)
    if aim := _AIM.search(telling):
        notes["aim"] = aim["what"].strip()
    return notes


def preferences(text: str) -> tuple[list[str], list[str]]:
    """What a person likes and dislikes, in their words; "X more than Y" likes X and dislikes Y."""
    likes: list[str] = []
    dislikes: list[str] = []
    for clause in map(str.strip, _CLAUSE.split(normalise(text))):
        match = _LIKE.search(clause)
        if not match or not (_SUBJECT.search(clause) or likes or dislikes) or "would like to" in clause:
            continue
        negative = bool(_NEGATIVE.search(match["verb"]) or match["neg"])
        liked, disliked = (dislikes, likes) if negative else (likes, dislikes)
        first, *rest = _MORE_THAN.split(match["what"], maxsplit=1)
        liked.append(_tidy(first))
        disliked += [_tidy(r) for r in rest]
    return [x for x in likes if x], [x for x in dislikes if x]


def merge(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """Later words replace earlier ones; likes and dislikes add up."""
    merged = dict(before)
    for key, value in now.items():
        old = merged.get(key, "")
        merged[key] = f"{old}; {value}" if key in {"likes", "dislikes"} and old and value not in old else value
    return merged


def _tidy(words: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\b(?:really|though|much|a lot|very|heavy|things)\b", "", words)).strip(" '\"")
