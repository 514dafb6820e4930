"""The notes on a person, one by one: how each is shown, the words that take it back, and what is left then."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from advisor.question.intent import is_asking
from advisor.question.sentences import corrects, sentences_of
from advisor.text import content_stems, normalise

TOLD = "told"  # the person's own words; the other notes are taken from them
_SHOWN = {
    "background": "your background: {}",
    "years": "years of experience: {}",
    "degree": "degree: {}",
    "likes": "you like {}",
    "dislikes": "you do not like {}",
    "aim": "you want {}",
    TOLD: "your words: “{}”",
}
_TAKEN_BACK = {
    "background": "Forget my background.",
    "years": "Forget my years of experience.",
    "degree": "Forget my degree.",
    "likes": "Forget that I like {}.",
    "dislikes": "Forget that I dislike {}.",
    "aim": "Forget what I want.",
    TOLD: "Forget what I told you.",
}
_LISTS = {"likes", "dislikes"}  # entries that add up, parted by semicolons
_LONGEST = 80  # characters of the person's own words that are shown
_FORGET = re.compile(
    r"^(?:(?:please|ok(?:ay)?|and|so|actually|now|also|(?:can|could|would) you|i want you to|you (?:can|should))[, ]+)*"
    r"(?:forget|remove|delete|erase|disregard|drop|don't (?:use|remember|consider)|stop (?:using|considering))\b"
    r"(?: about| the fact)?(?: that)? (?P<what>[^?]*\b(?:i|my|me|i'm|i've|i'd|myself)\b[^?]*)$"
)
_EVERYTHING = re.compile(
    r"\b(?:everything|all|anything|whatever|what (?:i|you)(?:'ve| have)?(?: just)? (?:said|told|know|noted|remember))\b"
    r"|\b(?:my|the) notes\b"
)
_NAMED = {
    "background": re.compile(r"\b(?:backgrounds?|profession|occupation|current job|my job|my work)\b"),
    "years": re.compile(r"\b(?:experience|years)\b"),
    "degree": re.compile(r"\b(?:degrees?|education|diploma|schooling|studies)\b"),
    "likes": re.compile(r"\bmy (?:likes|interests|preferences)\b|\bwhat i (?:like|love|enjoy|prefer)\b"),
    "dislikes": re.compile(r"\bmy (?:dislikes|preferences)\b|\bwhat i (?:dislike|hate|don't like|do not like)\b"),
    "aim": re.compile(r"\bmy (?:aims?|goals?|plans?|wish(?:es)?)\b|\bwhat i (?:want|plan|need|hope)\b"),
}
_CLAUSE = re.compile(r"(?<=[.!?;])\s+|\n+|,\s+|\s+(?=(?:and|but)\s)")

NotesIn = Callable[[str], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Note:
    """One thing known of the person: as it is shown, and the sentence that takes it back."""

    key: str
    value: str
    shown: str
    taken_back: str


def notes_of(person: Mapping[str, str]) -> tuple[Note, ...]:
    """Each note by itself; the person's own words only where nothing was taken from them."""
    notes = [
        _note(key, value)
        for key, values in person.items()
        if key in _SHOWN and key != TOLD
        for value in (values.split("; ") if key in _LISTS else (values,))
    ]
    told = " ".join(s for s in sentences_of(person.get(TOLD, "")) if s and not is_asking(s))
    return tuple(notes or ([_note(TOLD, told)] if told else []))


def asks_to_forget(sentence: str) -> bool:
    """Whether a sentence takes back something said of its writer."""
    return bool(_FORGET.search(normalise(sentence))) and not corrects(sentence)


def forgotten_by(text: str, person: Mapping[str, str], notes_in: NotesIn) -> tuple[Note, ...]:
    """The notes that a text takes back; none where it takes back nothing that is known."""
    known = notes_of(person)
    wanted: list[Note] = []
    for sentence in filter(asks_to_forget, sentences_of(text)):
        match = _FORGET.search(normalise(sentence))
        what = match["what"] if match else ""
        found = [note for note in known if _is_meant(note, what, notes_in(what))]
        wanted += found or (known if _EVERYTHING.search(what) else [])
    return tuple(dict.fromkeys(wanted))


def without(person: Mapping[str, str], forgotten: tuple[Note, ...], notes_in: NotesIn) -> dict[str, str]:
    """What is known of the person once these notes are gone, from their own words too."""
    left: dict[str, str] = {}
    for key, values in person.items():
        gone = {note.value for note in forgotten if note.key == key}
        kept = [v for v in (values.split("; ") if key in _LISTS else [values]) if v not in gone]
        if kept:
            left[key] = "; ".join(kept)
    told = " ".join(c for c in _CLAUSE.split(person.get(TOLD, "")) if not _tells(notes_in(c), forgotten))
    left.pop(TOLD, None)
    if told and notes_of(left) and not _tells(notes_in(told), forgotten):
        left[TOLD] = told
    return left


def _note(key: str, value: str) -> Note:
    short = value if len(value) <= _LONGEST else value[:_LONGEST].rstrip() + "…"
    return Note(key, value, _SHOWN[key].format(short), _TAKEN_BACK[key].format(value))


def _is_meant(note: Note, what: str, named: Mapping[str, str]) -> bool:
    if note.key not in _LISTS:
        return note.key in named or bool(note.key in _NAMED and _NAMED[note.key].search(what))
    said = named.get(note.key, "")
    return _same_thing(note.value, said) if said else bool(_NAMED[note.key].search(what))


def _same_thing(value: str, said: str) -> bool:
    """Whether one of two wordings holds all telling words of the other."""
    ours, theirs = set(content_stems(value)), set(content_stems(said))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _tells(notes: Mapping[str, str], forgotten: tuple[Note, ...]) -> bool:
    return any(
        note.key in notes and (note.key not in _LISTS or _same_thing(note.value, notes[note.key])) for note in forgotten
    )
