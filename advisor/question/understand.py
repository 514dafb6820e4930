"""From a person's words and what was said before to a question that stands alone.

`understand` is the whole story; it reads the conversation and the vocabulary, never a passage.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from advisor.domain import Answer, Kind, Topic
from advisor.question.followup import follows, last_topic, resolve
from advisor.question.intent import Intent, intent_of, is_asking, small_talk, speaks_of_self
from advisor.question.language import detect
from advisor.question.mentions import Lexicon
from advisor.question.person import merge, notes_from
from advisor.question.spelling import Speller
from advisor.text import content_stems, normalise

_SENTENCE = re.compile(r"(?<=[.!?？。])\s+|\n+")
_INSTRUCTION = re.compile(
    r"\b(?:ignore|forget|disregard|override|bypass) (?:\w+ ){0,3}(?:rules?|instructions?|prompts?|guidelines?"
    r"|guides?|citations?)\b"
    r"|\bsystem (?:prompt|update|message|override|note)\b|\byour (?:hidden |initial |secret )?(?:prompt|instructions)\b"
    r"|\bfrom now on\b|\byou are now\b|\bact as\b|\bpretend\b|\bjailbreak\b|\bdeveloper mode\b"
    r"|\bwithout (?:any )?citations?\b"
)
BARE_WORDS = 4
_SET_ASIDE = re.compile(r"^(?:forget|never ?mind|skip|leave|enough (?:of|about)|drop|not)\b(?!.*\?)")


@dataclass(frozen=True, slots=True)
class Understood:
    """A question ready to be looked up."""

    question: str  # as typed
    asked: str  # what is asked, typos mended, without greetings, instructions and self-descriptions
    standalone: str
    language: str
    intent: Intent
    roles: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    person: Mapping[str, str] = field(default_factory=dict)
    previous: Answer | None = None  # the answer it follows up
    unsafe: bool = False  # nothing but an instruction to the machine

    @property
    def said(self) -> frozenset[tuple[int, str]]:
        """Place and words of what the answer before has quoted."""
        return frozenset((c.start, c.quote) for c in self.previous.citations) if self.previous else frozenset()

    @property
    def is_bare(self) -> bool:
        """Whether the question is little more than the names of role and attribute: "edu?", "growth MLOps"."""
        return len(content_stems(self.standalone)) <= BARE_WORDS

    @property
    def topic(self) -> Topic:
        return Topic(self.roles, self.attributes, self.intent.value)


def understand(question: str, history: Sequence[Answer], lexicon: Lexicon, speller: Speller) -> Understood:
    text = re.sub(r"\s+", " ", question).strip()
    language = detect(lexicon.without_roles(text), speller.knows)
    mended = speller.correct(text) if language == "en" else text
    person = merge(history[-1].about_person if history else {}, notes_from(mended, lexicon.role_ids))
    talk = small_talk(mended)
    if talk:
        return Understood(text, mended, mended, language, talk, person=person)
    sentences = [s for s in _SENTENCE.split(mended) if s.strip()]
    kept = [s for s in sentences if not _INSTRUCTION.search(normalise(s))]
    if not kept:
        return Understood(text, mended, mended, language, Intent.LOOKUP, person=person, unsafe=True)
    asked, only_statement = _asked(kept, lexicon)
    previous = last_topic(history)
    if only_statement:
        if previous is None or not _unsettled(previous):
            return Understood(text, asked, asked, language, Intent.STATEMENT, person=person)
        asked = previous.standalone_question
    return _look_up(text, asked, language, person, previous, lexicon, again=only_statement)


def _asked(sentences: Sequence[str], lexicon: Lexicon) -> tuple[str, bool]:
    """The sentences that ask, and whether there are none: the person only told something of themselves."""
    asking = [s for s in sentences if is_asking(s)]
    telling = [s for s in sentences if s not in asking]
    about_self = [s for s in telling if speaks_of_self(s) and notes_from(s, lexicon.role_ids)]
    if not asking and about_self:
        return " ".join(sentences), True
    others = [s for s in telling if s not in about_self and not _SET_ASIDE.search(normalise(s))]
    return " ".join(s for s in sentences if s in asking or s in others) or " ".join(sentences), False


def _unsettled(answer: Answer) -> bool:
    """A recommendation is open to what a person adds of themselves."""
    return answer.topic.intent == Intent.RECOMMEND or answer.kind == Kind.QUESTION


def _look_up(
    text: str,
    asked: str,
    language: str,
    person: Mapping[str, str],
    previous: Answer | None,
    lexicon: Lexicon,
    *,
    again: bool,
) -> Understood:
    roles, attributes = lexicon.role_ids(asked), lexicon.attribute_ids(asked)
    intent, guides = intent_of(asked), lexicon.guide_ids(asked)
    if guides and intent is Intent.LIBRARY:
        roles = ()  # "the guide for software engineers" is not about software engineers
    background = lexicon.role_ids(person.get("background", ""))
    roles = tuple(role for role in roles if role not in background or role in lexicon.covered)
    terms = tuple(dict.fromkeys(m.id for m in lexicon.terms.find(normalise(asked))))
    standalone = asked
    if language != "en":
        standalone = _in_english(asked, roles, attributes, lexicon)
    if previous is not None and not again and follows(asked, roles, attributes, intent):
        resolved = resolve(asked, roles, attributes, intent, previous, lexicon)
        roles, attributes, intent, standalone = (
            resolved.roles,
            resolved.attributes,
            resolved.intent,
            resolved.standalone,
        )
        guides = guides or resolved.guides
    elif not again:
        previous = None
    return Understood(
        text, asked, standalone, language, intent, roles, attributes, guides, terms, person, previous=previous
    )


def _in_english(asked: str, roles: Sequence[str], attributes: Sequence[str], lexicon: Lexicon) -> str:
    """The question's names in English, figures and Latin words kept: what the guides can be searched with."""
    names = [lexicon.attribute_names[a] for a in attributes] + [lexicon.role_names[r] for r in roles]
    kept = re.findall(r"\d[\w%.]*", asked)
    return " ".join(dict.fromkeys([*names, *kept])) or asked
