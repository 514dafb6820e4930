"""What people say of themselves: background, degree, experience, likes and dislikes, aims.

Notes are kept for the conversation only, in the person's own words where a person would want to see them.
"""

import re
from collections.abc import Callable, Mapping

from advisor.text import normalise

_CLAUSE = re.compile(r"[.;:!?\n]+|,?\s+but\s+(?:i\s+)?|,\s*(?=(?:and\s+)?(?:yes|no)\b)|,?\s+and\s+(?=i\b)")
_BACKGROUND = re.compile(
    r"(?:\b(?:i(?:'m| am| was| have been| used to be| work (?:as|in)|(?: have|'ve)? worked (?:as|in))|me,? as"
    r"|since i am|speaking as|i meant"
    r"|i come from|(?:my )?background(?: is)?(?: in)?:?|coming from)"
    r"|(?:^|[.;,!?]\s*)(?:me,? )?as(?= an? [\w\s/-]+,| an? .*\b(?:i|my|me)\b))"
    r"\s+(?:already\s+|currently\s+|just\s+)?(?:an?\s+|the\s+)?(?P<what>[\w\s/'-]{2,50})"
)
_BACKGROUND_ENDS = re.compile(
    r"\b(?:who|and|with|but|for|want|not|or|then|already|as|like|than|to|now|today|instead|these days|at the moment"
    r"|currently|here|by|since|until)\b"
)
_STAGE = re.compile(r"\b(?:student|graduate|teacher|career changer|beginner|developer|engineer)\b")
_NUMBER = r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
_YEARS = re.compile(rf"\b(?P<n>{_NUMBER})\+?\s*(?:years?|yrs?)\b")
_OWN = re.compile(r"\bi\b|\bi'm\b|\bmy\b|^\w+ years|^[\w\s,/-]{2,40} years?\W*$")
_NO_DEGREE = re.compile(
    r"\b(?:no|without an?|don'?t have an?|haven'?t got an?|never got an?|lack an?)\s+(?:\w+\s+)?"
    r"(?:degree|diploma|college)"
)
_SELF_TAUGHT = re.compile(
    r"\bself[- ]taught\b(?! (?:person|people|folks?|candidates?|learners?|applicants?|ml|mlops)\b)"
)
_DEGREE = re.compile(
    r"\bi (?:have|hold|did|got|finished) (?:an?|my) (?P<degree>ph\.?d|doctorate|master'?s?|bachelor'?s?|msc|bsc)\b"
)
_LIKE = re.compile(
    r"\b(?:(?P<neg>don'?t|do not|never)\s+(?:\w+ly\s+)?)?"
    r"(?P<verb>likes?|loves?|enjoys?|prefers?|hates?|dislikes?|(?:would|'d) (?:rather|sooner)"
    r"|drawn to|(?:am|'m) (?:not )?into|good at|interested in|care about|(?:yes|no) to)\s+(?P<what>.+)"
)
_SUBJECT = re.compile(r"\bi\b|\bi'|\bwho\b|\bmy\b|^(?:yes|no|likes?|loves?|hates?|dislikes?|enjoys?|prefers?)\b")
_MORE_THAN = re.compile(r"\s+(?:(?:much )?more than|rather than|than|over|instead of|and not|not)\s+(?=\w)")
_NEGATIVE = re.compile(r"hate|dislike|^no\b|not into")
_AIM = re.compile(
    r"\bi(?:'d)? (?:want|would like|hope|plan|need|aim) "
    r"(?:to (?:get|have|find|land) )?(?P<what>[^.;!?]{3,80})"
)

_CORRECTION = re.compile(
    r"\b(?:i meant|i mean|oops|got (?:that|it) wrong"
    r"|correction|sorry|(?:no|oh|but),? wait|hang on|hold on|scratch that|actually|instead"
    r"|not any ?more|no longer|my (?:old|former|last|previous) (?:job|role|work|career))\b"
)
_TOLD_AT_MOST = 600  # characters

RoleNames = Callable[[str], tuple[str, ...]]


def notes_from(text: str, role_names: RoleNames) -> dict[str, str]:
    """What the text says of its writer: keys among background, years, degree, likes, dislikes, aim."""
    text = normalise(text)
    likes, dislikes = preferences(text)
    notes = {
        "background": _background(text, role_names),
        "years": _years(text),
        "degree": _degree(text),
        "likes": "; ".join(likes),
        "dislikes": "; ".join(dislikes),
        "aim": _aim(text),
    }
    return {key: value for key, value in notes.items() if value}


def _background(text: str, role_names: RoleNames) -> str:
    found = ""
    for match in _BACKGROUND.finditer(text):
        what = _BACKGROUND_ENDS.split(match["what"])[0].strip()
        if role_names(what) or _STAGE.search(what):
            found = what
    years = _YEARS.search(text)
    if not found and years and _OWN.search(text) and "?" not in text:
        found = next(iter(role_names(text[years.end() :])), "")
    return found


def _years(text: str) -> str:
    years = _YEARS.search(text)
    return years["n"] if years and _OWN.search(text) else ""


def _degree(text: str) -> str:
    if _SELF_TAUGHT.search(text):
        return "self-taught"
    held = _DEGREE.search(text)
    return "none" if _NO_DEGREE.search(text) else held["degree"] if held else ""


def _aim(text: str) -> str:
    telling = " ".join(s for s in re.split(r"(?<=[.!?])\s+", text) if "?" not in s)
    aim = _AIM.search(telling)
    return aim["what"].strip() if aim else ""


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


def with_told(notes: Mapping[str, str], told: str) -> dict[str, str]:
    """The notes with the person's own words added under `told`; a correction begins them anew."""
    before = "" if _CORRECTION.search(normalise(told)) else notes.get("told", "")
    ended = before if not before or before.rstrip().endswith((".", "!", "?", ";", ",")) else f"{before}."
    return {**notes, "told": f"{ended} {told}".strip()[-_TOLD_AT_MOST:]} if told.strip() else dict(notes)


def _tidy(words: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\b(?:really|though|much|a lot|very|heavy|things)\b", "", words)).strip(" '\"")
