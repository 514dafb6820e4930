"""Which earlier answer a turn goes on from, and what of it "the other one", "both" or "the third" point to."""

import re
from collections.abc import Iterator, Sequence

from advisor.domain import Answer, Kind
from advisor.question.mentions import Lexicon
from advisor.question.words_of_asking import plain_stems
from advisor.text import content_stems

_RETURNS = re.compile(
    r"\b(?:back to|return(?:ing)? to|again about|as i (?:asked|said)"
    r"|(?:asked|said|mentioned) (?:before|earlier|at first)"
    r"|(?:earlier|first|previous|original) (?:question|topic|point)|where were we|once more)\b|\babout .{2,30} again\b"
)
OTHER = re.compile(
    r"\b(?:the )?other (?:one|role|path|job|side|option|way round)\b|\bthe other\b|\bthe alternative\b|\bother 1\b"
)
BOTH = re.compile(r"\bboth\b|\bthe two\b|\beach of them\b|\beither (?:of them|one|way|role)\b")
_PLACES = {"first": 0, "1st": 0, "former": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "fifth": 4}
NTH = re.compile(
    rf"\b(?:the|number) (?P<nth>{'|'.join(_PLACES)}|last|latter)"
    r"(?: (?:one|role|path|option|item|point)\b(?: on (?:the|that|this|your) list)?| of (?:these|those|them)\b"
    r"|(?=\W*$|[,;:?]))"
)
_LEADS_IN = re.compile(
    r"^.*\b(?:lists?|names?|are|is|need|needs|use|uses|such as|like|include|includes|with|covers?)\s+"
)
_TRAILS = re.compile(r"\s+(?:as|for|in|of|is|are|among|so that|by)\s+.*$")
_ITEMS_AT_LEAST = 3


def last_topic(history: Sequence[Answer]) -> Answer | None:
    """The latest answer that was about something; questions back, refusals and small talk are stepped over."""
    return next(_topics(history), None)


def returned_to(text: str, attributes: Sequence[str], history: Sequence[Answer]) -> Answer | None:
    """The answer that a turn goes on from: the last, or the one before the topic it leaves for an earlier one."""
    last = last_topic(history)
    if last is None or not _RETURNS.search(text):
        return last
    wanted, left = set(attributes), last.topic.attributes
    named = set(content_stems(text)) - plain_stems()
    for answer in _topics(history) if not wanted and named else ():
        if named & set(content_stems(answer.standalone_question)):
            return answer
    for answer in _topics(history):
        before = answer.topic.attributes
        if set(before) & wanted if wanted else before != left:
            return answer
    return last


def returns(text: str) -> bool:
    """Whether a turn says that it goes back to what was spoken of before."""
    return bool(_RETURNS.search(text))


def pointed_at(text: str, previous: Answer, lexicon: Lexicon) -> tuple[str, ...]:
    """The roles that "the other one", "both" or "the second" mean after an answer; none where nothing is pointed at."""
    if OTHER.search(text):
        return others(previous, lexicon)
    spoken = previous.topic.roles if len(previous.topic.roles) > 1 else lexicon.covered
    if BOTH.search(text):
        return tuple(spoken)
    nth = NTH.search(text)
    if nth and len(previous.topic.roles) != 1 and len(spoken) > 1:
        place = _place(nth["nth"])
        return tuple(spoken[place:][:1]) if place < len(spoken) else ()
    return ()


def others(previous: Answer, lexicon: Lexicon) -> tuple[str, ...]:
    """The role of the library that the talk was not about."""
    spoken = (previous.recommended_role,) if previous.recommended_role else previous.topic.roles
    return tuple(role for role in lexicon.covered if role not in spoken)[:1]


def item_meant(text: str, previous: Answer) -> str:
    """The words of the list item that "the third one" means; empty where no list was given."""
    nth = NTH.search(text)
    items = items_of(previous) if nth else []
    place = _place(nth["nth"]) if nth else 0
    return items[place] if items and place < len(items) else ""


def items_of(answer: Answer) -> list[str]:
    """What an answer enumerated: the items of its first sentence, or else its statements."""
    listed = _enumerated(answer.claims[0].text) if answer.claims else []
    return listed if len(listed) >= _ITEMS_AT_LEAST else [claim.text for claim in answer.claims]


def _enumerated(sentence: str) -> list[str]:
    parts = [part.strip(" .") for part in re.split(r",\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+", sentence.split(";")[0])]
    if len(parts) < _ITEMS_AT_LEAST:
        return []
    first = re.split(r":\s+", _LEADS_IN.sub("", parts[0]))[-1]
    return [first, *parts[1:-1], _TRAILS.sub("", parts[-1])]


def _place(nth: str) -> int:
    return _PLACES.get(nth, -1)  # "last" and "latter" count from the end


def _topics(history: Sequence[Answer]) -> Iterator[Answer]:
    """The answers that were about something, latest first."""
    for answer in reversed(history):
        if answer.kind is Kind.ANSWER or (answer.kind in {Kind.DECLINED, Kind.TALK} and answer.topic.roles):
            yield answer
