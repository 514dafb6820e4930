"""From a person's words and what was said before to a question that stands alone.

`understand` is the whole story; it reads the conversation and the vocabulary, never a passage.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from advisor.domain import Answer, Kind, Topic
from advisor.question.followup import follows, last_topic, resolve
from advisor.question.intent import Intent, intent_of, is_asking, small_talk, speaks_of_self
from advisor.question.language import detect
from advisor.question.mentions import Lexicon
from advisor.question.nearest import Examples
from advisor.question.person import merge, notes_from, with_told
from advisor.question.spelling import Speller
from advisor.text import content_stems, normalise

_SENTENCE = re.compile(r"(?<=[.!?？。])\s+|\n+|\s+--+\s+")
_INSTRUCTION = re.compile(
    r"\b(?:ignore|forget|disregard|override|bypass) (?:\w+ ){0,3}(?:rules?|instructions?|prompts?|guidelines?"
    r"|guides?|citations?)\b"
    r"|\bsystem (?:prompt|update|message|override|note)\b|\byour (?:hidden |initial |secret )?(?:prompt|instructions)\b"
    r"|\bfrom now on\b|\byou are now\b|\bact as\b|\bpretend\b|\bjailbreak\b|\bdeveloper mode\b"
    r"|\bwithout (?:any )?citations?\b|\bnew (?:rule|instruction)s?\b"
    r"|\b(?:begin|start|end) your (?:reply|answer|response)s?\b"
    r"|\byou are \w+ now\b|\b(?:rule|note|instruction)s? (?:for|to) the (?:assistant|ai|model|bot)\b"
)
BARE_WORDS = 4
CHOICE = frozenset({"fit", "definition", "entry-barrier", "transition"})  # attributes that a choice may turn on
_GENERIC = " the role "  # stands for any role where examples are compared
_SAYS_ENOUGH = 2  # stems: a question with so many of its own needs no sentence beside it
_CORRECTS = re.compile(r"\b(?:i meant|i mean|not that one|no wait|wrong one)\b")
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


def understand(
    question: str, history: Sequence[Answer], lexicon: Lexicon, speller: Speller, examples: Examples | None = None
) -> Understood:
    """The question as it can be looked up; `examples` help where no form of words tells what is wanted."""
    text = re.sub(r"\s+", " ", question).strip()
    language = detect(lexicon.without_roles(text), speller.knows)
    mended = speller.correct(text) if language == "en" else text
    before = history[-1].about_person if history else {}
    corrects = bool(_CORRECTS.search(normalise(mended))) and "background" not in before
    person = merge(before, {} if corrects else notes_from(mended, lexicon.role_ids))
    talk = small_talk(mended)
    if talk:
        return Understood(text, mended, mended, language, talk, person=person)
    sentences = [s for s in _SENTENCE.split(mended) if s.strip()]
    kept = [s for s in sentences if not _INSTRUCTION.search(normalise(s))]
    if not kept:
        return Understood(text, mended, mended, language, Intent.LOOKUP, person=person, unsafe=True)
    previous = last_topic(history)
    asked = " ".join(kept) if corrects and previous else _asked(kept, lexicon)
    statement = not asked
    if statement:
        person = with_told(person, " ".join(kept))
        if previous is None or not _unsettled(previous):
            return Understood(text, mended, mended, language, Intent.STATEMENT, person=person)
        asked = previous.standalone_question
    personal = any(s not in asked and speaks_of_self(s) for s in kept) or bool(notes_from(mended, lexicon.role_ids))
    found = _look_up(asked, previous, lexicon, examples, again=statement, personal=personal)
    if found.intent is Intent.RECOMMEND and not statement:
        person = with_told(person, " ".join(s for s in kept if s not in asked or speaks_of_self(s)))
    roles = _without_background(found.roles, person, lexicon)
    standalone = _in_english(asked, roles, found.attributes, lexicon) if language != "en" else found.standalone
    return replace(found, question=text, standalone=standalone, language=language, roles=roles, person=person)


def _asked(sentences: Sequence[str], lexicon: Lexicon) -> str:
    """The sentences that ask; empty where the person only told something of themselves."""
    asking = [s for s in sentences if is_asking(s)]
    if not asking:
        own = any(speaks_of_self(s) and notes_from(s, lexicon.role_ids) for s in sentences)
        return "" if own else " ".join(sentences)
    if any(len(content_stems(s)) >= _SAYS_ENOUGH for s in asking):
        return " ".join(asking)
    about_self = [s for s in sentences if s not in asking and notes_from(s, lexicon.role_ids)]
    return " ".join(s for s in sentences if s not in about_self and not _SET_ASIDE.search(normalise(s)))


def _unsettled(answer: Answer) -> bool:
    """A recommendation is open to what a person adds of themselves."""
    return answer.topic.intent == Intent.RECOMMEND or answer.kind == Kind.QUESTION


def _look_up(
    asked: str, previous: Answer | None, lexicon: Lexicon, examples: Examples | None, *, again: bool, personal: bool
) -> Understood:
    roles, attributes, guides = lexicon.role_ids(asked), lexicon.attribute_ids(asked), lexicon.guide_ids(asked)
    generic = _GENERIC.join(lexicon.split_at_roles(asked))
    intent = _intent(
        asked, generic, roles, attributes, examples, personal=personal and not set(roles) & set(lexicon.covered)
    )
    if not attributes and examples is not None and intent in {Intent.LOOKUP, Intent.DEFINE, Intent.COMPARE, Intent.WHY}:
        nearest = examples.attribute_of(generic)
        attributes = (nearest,) if nearest in lexicon.attribute_names else ()
    if guides and intent is Intent.LIBRARY:
        roles = ()  # "the guide for software engineers" is not about software engineers
    terms = tuple(dict.fromkeys(m.id for m in lexicon.terms.find(normalise(asked))))
    found = Understood(asked, asked, asked, "en", intent, roles, attributes, guides, terms)
    if previous is None or again or not follows(asked, roles, attributes, intent, lexicon):
        return replace(found, previous=previous if again else None)
    resolved = resolve(asked, roles, attributes, intent, previous, lexicon)
    return replace(
        found,
        standalone=resolved.standalone,
        intent=resolved.intent,
        roles=resolved.roles,
        attributes=resolved.attributes,
        guides=guides or resolved.guides,
        previous=previous,
    )


def _intent(
    asked: str,
    generic: str,
    roles: Sequence[str],
    attributes: Sequence[str],
    examples: Examples | None,
    *,
    personal: bool,
) -> Intent:
    """By form; a choice is only asked for where nothing else is, and told by examples where no form fits."""
    intent = intent_of(asked)
    if intent is Intent.QUIZ:
        return Intent.RECOMMEND
    if set(attributes) - CHOICE:
        return intent_of(asked, without=Intent.RECOMMEND) if intent is Intent.RECOMMEND else intent
    open_to_choice = {Intent.LOOKUP, Intent.DEFINE, *({Intent.COMPARE} if personal else ())}
    if intent in open_to_choice and examples is not None and (personal or len(roles) != 1):
        nearest = examples.intent_of([generic, _SENTENCE.split(generic)[-1]], personal=personal)
        return nearest if nearest is Intent.RECOMMEND else intent
    return intent


def _without_background(roles: Sequence[str], person: Mapping[str, str], lexicon: Lexicon) -> tuple[str, ...]:
    """The roles asked about; what the person is by background is not, unless the library is about it."""
    background = lexicon.role_ids(person.get("background", ""))
    return tuple(role for role in roles if role not in background or role in lexicon.covered)


def _in_english(asked: str, roles: Sequence[str], attributes: Sequence[str], lexicon: Lexicon) -> str:
    """The question's names in English, figures and Latin words kept: what the guides can be searched with."""
    names = [lexicon.attribute_names[a] for a in attributes] + [lexicon.role_names[r] for r in roles]
    kept = re.findall(r"\d[\w%.]*", asked)
    return " ".join(dict.fromkeys([*names, *kept])) or asked
