"""Which of the offered choices a person takes: by click, number, place, a role's name or "both". Knows words only."""

import re
from collections.abc import Callable, Sequence

from advisor.text import content_stems, normalise

_POLITE = re.compile(r"^(?:(?:i mean(?:t)?|i'd say|well|ok(?:ay)?|um|oh|sorry|please)\b[\s,]*)+|[\s,]*\bplease$")
_NUMBER = re.compile(r"(?:#|no\.? ?|number |option |choice |the )?(?P<n>[1-9]|one|two|three|four|five)[.)]?")
_PLACE = re.compile(
    r"(?:the )?(?P<place>first|second|third|fourth|fifth|last|former|latter)"
    r"(?: (?:one|option|choice|role|of (?:them|those|these|the two)))?"
)
_ALL = re.compile(
    r"(?:(?:for )?both(?: of (?:them|those|these))?|all(?: of (?:them|those|these))?|either|any|each|compare(?: them)?)"
)
_BESIDE_A_NAME = 3  # words: "what about the paramedic" takes a choice, "what does a paramedic earn" asks anew
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1, "former": 0, "latter": 1}

Names = Callable[[str], Sequence[str]]


def by_place(text: str, choices: Sequence[str]) -> str:
    """The choice that a text repeats, numbers or places; empty where it does none of these."""
    said = _bare(text)
    same = [choice for choice in choices if normalise(choice).strip(" .!?") == said]
    if same:
        return same[0]
    number, place = _NUMBER.fullmatch(said), _PLACE.fullmatch(said)
    at = _PLACES[place["place"]] if place else _place_of(number["n"]) if number else len(choices)
    return choices[at] if -len(choices) <= at < len(choices) else ""


def chosen(text: str, choices: Sequence[str], roles_in: Names, without_roles: Callable[[str], str]) -> str:
    """The choice that a text takes, also by its role or its own words; empty where the text says something else."""
    said = _bare(text)
    if not choices or by_place(text, choices):
        return by_place(text, choices)
    named = set(roles_in(said))
    if named and len(without_roles(said).split()) <= _BESIDE_A_NAME:
        of_them = [choice for choice in choices if set(roles_in(choice)) == named]
        return of_them[0] if len(of_them) == 1 else ""
    if own := set(content_stems(said)):
        of_words = [choice for choice in choices if own <= set(content_stems(choice))]
        return of_words[0] if len(of_words) == 1 else ""
    of_all = [choice for choice in choices if len(set(roles_in(choice))) != 1]
    return of_all[0] if _ALL.fullmatch(said) and len(of_all) == 1 else ""


def _bare(text: str) -> str:
    return _POLITE.sub("", normalise(text).strip(" .!?,\"'")).strip(" .!?,\"'")


def _place_of(number: str) -> int:
    return (_NUMBERS.get(number) or int(number)) - 1
