"""Takes what a person told apart into clauses, each for or against something. Knows words, no roles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.question.words_of_asking import plain_stems
from advisor.text import content_stems, normalise

_SPLIT = re.compile(r"[.;:!?\n]+|,\s+(?:and\s+)?|\s+(?:but|whereas|while|although|though|and|plus)\s+(?=\S)")
_MORE_THAN = re.compile(r"\b(?:more than|rather than|instead of|over|than)\b")
_NEGATIVE = re.compile(
    r"\b(?:no|not|never|hate[ds]?|dislike[sd]?|bores?|bored|boring|nothing with|without|avoid|tired of|n|zero"
    r"|terrible at|hopeless at|bad at|poor at|weak (?:in|at)|miserable|unhappy|suffer|headache|allergic"
    r"|scare[sd]?|frighten\w*|afraid of|intimidat\w+|dread|struggle with)\b|n't\b"
)
_LIKING = re.compile(
    r"\b(?:love[sd]?|enjoy(?:s|ed)?|likes?|happy to|prefers?|hobby|fascinat\w+|passion\w*|drawn to|rather|sooner"
    r"|care about|matters? to me|fun|thrill\w*|hate[ds]?|dislike[sd]?|miserable)\b"
)
_LIKED = 1.5  # votes: what one likes decides before what one has done
_LACK = re.compile(
    r"\b(?:no|not|never|zero|without|lack|haven'?t|don'?t have)\b.*\b(?:degree|diploma|phd|doctorate|college"
    r"|university|uni|school|experience|money|time)\b|self[- ]taught|taught myself|on my own"
)
_SITUATION = re.compile(
    r"\b(?:i am|i'm|i was|i used to be|years?|months?|job|career|hired|background|engineer|developer)\b"
)


_REPLIES = re.compile(r"\b(?:ticks?|ticked|yes(?:es)?|quiz|test|boxes|checked|statements|questionnaire)\b")
_NUMBERS = {
    word: n for n, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1)
}
_COUNT = re.compile(rf"\b(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)}|most(?:ly)?|all)\b(?! years?\b)")
_MOST = 5  # replies, where "most" are told


@dataclass(frozen=True, slots=True)
class Clause:
    words: str
    vote: float  # above nothing for, below it against; as many as there are replies to a quiz, else one
    weighs_barriers: bool  # a situation is held against what makes a role hard to reach, a liking is not


def clauses(told: str) -> Iterator[Clause]:
    """The clauses with a topic of their own; of "X more than Y" the second is against."""
    counts = bool(_REPLIES.search(normalise(told)))
    for part in _SPLIT.split(normalise(told)):
        lack = bool(_LACK.search(part or ""))
        for place, words in enumerate(_MORE_THAN.split(part or "", maxsplit=1)):
            if set(content_stems(words)) <= plain_stems():
                continue
            against = (is_negated(words) and not lack) != (place == 1)
            weight = _replies(words) if counts else _LIKED if _LIKING.search(words) else 1.0
            yield Clause(words.strip(), -weight if against else weight, lack or bool(_SITUATION.search(words)))


def is_negated(words: str) -> bool:
    """Whether normalised words are against what they name; "unhappy without it" is for it."""
    return len(_NEGATIVE.findall(words)) % 2 == 1


def _replies(words: str) -> float:
    """How many replies to a quiz are told of in a clause."""
    count = _COUNT.search(words)
    if not count:
        return 1.0
    return float(count["n"]) if count["n"].isdigit() else float(_NUMBERS.get(count["n"], _MOST))
