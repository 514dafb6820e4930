"""From a person's words and what was said before to a question that stands alone.

`Listener.understand` is the whole story; it reads the conversation and the vocabulary, never a passage.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from advisor.domain import Answer, Kind
from advisor.question.amounts import in_thousands
from advisor.question.followup import about_item, follows, resolve
from advisor.question.gloss import ANY, Gloss, glosses
from advisor.question.intent import WAYS, Intent, asks_simpler, intent_of, is_asking, small_talk, speaks_of_self
from advisor.question.language import detect
from advisor.question.mentions import Lexicon
from advisor.question.nearest import Examples
from advisor.question.notes import TOLD
from advisor.question.person import merge, notes_from, with_told
from advisor.question.sentences import asked_of, corrects, instructions_in, safe_sentences, sentences_of
from advisor.question.spelling import Speller
from advisor.question.thread import last_topic, returned_to, returns
from advisor.question.understood import Understood
from advisor.question.words_of_asking import plain_stems
from advisor.text import content_stems, figures, normalise, telling_figures, words

# Attributes that a choice may turn on.
CHOICE = frozenset({"fit", "definition", "entry-barrier", "transition", "title-reality"})
_TURNED_ON = CHOICE | {"next-step", "learning-effort"}  # attributes that the way to a goal may turn on
_SUITS = {"fit", "transition", "definition"}
_FOR_ME = re.compile(
    r"\b(?:suits?|fits?|good for|right for|for|match(?:es)?) (?:me|someone like me|somebody like me)\b"
)
_AT_IT = re.compile(r"\b(at|like|love|hate|enjoy|dislike|with|in|about|of|do|doing) (?:it|that|this)\b", re.IGNORECASE)
_FOR_SOMEBODY = {*WAYS, Intent.PROS_CONS, Intent.COMPARE}
_FOR_WHOM = re.compile(r"\b(?:for|as|from|being|(?:am|is|are|was)|i'm)(?: an?| the)?(?: \w+)? $")
_CLAUSE = re.compile(r"[,;:]\s+|\s+-\s+")
_EXTREME = re.compile(r"\b(?:most|least|highest|lowest|max(?:imum)?|min(?:imum)?|best|worst|biggest|smallest)\b")
_BEFORE_A_NAME = 4  # words: "what exactly is an", "tell me about the"


@dataclass(frozen=True)
class Listener:
    """Knows the names of a library, its spelling, and examples for wordings that no form catches."""

    lexicon: Lexicon
    speller: Speller
    examples: Examples | None = None
    figures: frozenset[float | str] = frozenset()  # that the library prints

    def understand(
        self, question: str, history: Sequence[Answer], known: Mapping[str, str] | None = None
    ) -> Understood:
        """`known`: what is known of the person; by default what the last answer knew."""
        text = re.sub(r"\s+", " ", question).strip()
        before = known if known is not None else history[-1].about_person if history else {}
        if again := self._said_again(text, history):
            return replace(again, person=self._person(text, before))
        language = detect(
            self.lexicon.without_roles(text), self.speller.knows, history[-1].language if history else "en"
        )
        mended = self.speller.correct(text) if language == "en" else self._in_english(text, language)
        mended = in_thousands(mended, self.figures)
        person = self._person(mended, before)
        spoken_of = tuple(role for role in self.lexicon.role_ids(mended) if role in self.lexicon.covered)
        if talk := small_talk(mended):
            return Understood(text, mended, mended, language, talk, spoken_of, person=person)
        kept = safe_sentences(mended)
        if self._only_instructs(text, kept):
            return Understood(text, mended, mended, language, Intent.LOOKUP, person=person, unsafe=True)
        previous = last_topic(history)
        rights_question = corrects(mended) and previous is not None and "background" not in person
        weighs_figure = bool(telling_figures(" ".join(kept)) & self.figures)  # who quotes one wants to know of it
        asked = " ".join(kept) if rights_question else asked_of(kept, self.notes, self._names)
        asked = asked or (" ".join(kept) if weighs_figure else "")
        if corrects(mended) and "background" in before and person["background"] != before["background"]:
            return self._corrected(mended, person, previous, language)
        if asked:
            found = self._asked(asked, kept, person, history)
        else:
            found = self._told(mended, with_told(person, self._named(" ".join(kept), previous)), previous, spoken_of)
        return replace(found, question=text, language=language)

    def _only_instructs(self, text: str, kept: Sequence[str]) -> bool:
        """Whether nothing is left that asks, tells of the writer or names something, once instructions are left out."""
        if not safe_sentences(text) or not kept:
            return True
        return bool(instructions_in(text)) and not any(is_asking(s) or self.notes(s) or self._names(s) for s in kept)

    def _said_again(self, text: str, history: Sequence[Answer]) -> Understood | None:
        """The last answer, where nothing is asked but to have it in simpler words."""
        last = history[-1] if history else None
        asks = last is not None and last.citations and asks_simpler(text) and not figures(text)
        if last is None or not asks or self._names(text) or self.lexicon.terms.find(normalise(text)):
            return None
        before = last.topic
        standalone = f"{last.standalone_question} (in simpler words)"
        if last.standalone_question.endswith("(in simpler words)"):
            standalone = last.standalone_question
        topic = (before.roles, before.attributes)
        return Understood(text, text, standalone, last.language, Intent.SIMPLER, *topic, previous=last)

    def notes(self, text: str) -> dict[str, str]:
        """What a text says of its writer, a role by its name."""
        notes = notes_from(text, self.lexicon.role_ids)
        background = notes.get("background", "")
        return notes | {"background": self.lexicon.role_names.get(background, background)} if background else notes

    def _names(self, text: str) -> bool:
        return bool(self.lexicon.role_ids(text) or set(self.lexicon.attribute_ids(text)) - CHOICE)

    def _person(self, text: str, before: Mapping[str, str]) -> dict[str, str]:
        """What is known of the person; "I meant" corrects the question where there is no background to correct."""
        notes = self.notes(text)
        if corrects(text):
            roles = self.lexicon.role_ids(text)
            anew = {"background": self.lexicon.role_names[roles[0]]} if roles and "background" in before else {}
            return merge(before, {**notes, **anew} if "background" in before else {})
        return merge(before, notes)

    def _corrected(self, text: str, person: Mapping[str, str], previous: Answer | None, language: str) -> Understood:
        """Another background instead of the one that was told: what is known of the person begins anew."""
        anew = {**person, TOLD: f"I am a {person['background']}."}
        return replace(self._told(text, anew, previous, ()), question=text, language=language)

    def _told(
        self, told: str, person: Mapping[str, str], previous: Answer | None, spoken_of: tuple[str, ...]
    ) -> Understood:
        """The person only told something: noted, or a choice that was open is asked again."""
        if previous is None or not _unsettled(previous):
            return Understood(told, told, told, "en", Intent.STATEMENT, spoken_of, person=person)
        found = self._names_of(previous.standalone_question, personal=True)
        return replace(found, previous=previous, person=person)

    def _asked(self, asked: str, kept: Sequence[str], person: dict[str, str], history: Sequence[Answer]) -> Understood:
        told = [s for s in kept if s not in asked or speaks_of_self(s)]
        personal = any(s not in asked for s in told) or any(self.notes(s) for s in kept)
        last = last_topic(history)
        if last is not None and (item := about_item(asked, last, self.lexicon)) is not None:
            return replace(item, person=person)
        found = self._names_of(asked, personal=personal)
        previous = returned_to(normalise(asked), found.attributes, history)
        goes_on = follows(found, self.lexicon, self.speller) or returns(normalise(asked))
        if previous is not None and goes_on:
            found = self._as_follow_up(found, previous)
            found = resolve(found, previous, self.lexicon)
        found = replace(found, intent=self._intent_in_the_end(found, kept, person))
        if found.intent in WAYS:
            person = with_told(person, " ".join(s for s in kept if s not in asked or self.notes(s)))
        elif found.intent is Intent.RECOMMEND:
            said = _told_in(kept) or ("" if TOLD in person else " ".join(told or kept))
            person = with_told(person, self._named(said, last))
        roles = self._without_background(found.roles, person)
        if found.intent in _FOR_SOMEBODY:
            roles = self._without_audience(roles, asked)
        return replace(found, roles=roles, person=person)

    def _as_follow_up(self, found: Understood, previous: Answer) -> Understood:
        """What was only guessed of a question weighs less where the conversation tells what it is about."""
        lexicon = self.lexicon
        if found.guessed and found.attributes and self.examples:
            sure = self.examples.attribute_of(lexicon.generic(found.asked), surely=True)
            found = found if sure in found.attributes else replace(found, attributes=())
        advised = previous.recommended_role and found.intent is Intent.RECOMMEND
        if advised and intent_of(found.asked) is not Intent.RECOMMEND:
            found = replace(found, intent=intent_of(found.asked, without=Intent.RECOMMEND))
        return found

    def _named(self, told: str, previous: Answer | None) -> str:
        """What was told, with what "it" stands for: "I am terrible at it", after a question about math."""
        about = [self.lexicon.attribute_names.get(a, "") for a in previous.topic.attributes[:1]] if previous else []
        name = about[0].split(" and ")[0].lower() if about else ""
        return _AT_IT.sub(rf"\1 {name}", told, count=1) if name else told

    def _intent_in_the_end(self, found: Understood, kept: Sequence[str], person: Mapping[str, str]) -> Intent:
        """The intent once the conversation and all sentences are looked at."""
        way = intent_of(" ".join(kept))  # "My goal is ... Which road do I take?" is asked in two sentences
        if way in WAYS and found.intent in {Intent.LOOKUP, Intent.RECOMMEND} and set(found.attributes) <= _TURNED_ON:
            return way
        if found.intent is Intent.DEFINE and found.roles and not self._asks_what_it_is(found.asked):
            return Intent.LOOKUP  # "what is the most that an engineer gets?"
        suits = person and _FOR_ME.search(normalise(found.asked)) and set(found.attributes) <= _SUITS
        return Intent.RECOMMEND if found.intent is Intent.LOOKUP and suits else found.intent

    def _names_of(self, asked: str, *, personal: bool) -> Understood:
        """What the words themselves name, before the conversation is looked at."""
        lexicon = self.lexicon
        roles, attributes, guides = lexicon.role_ids(asked), lexicon.attribute_ids(asked), lexicon.guide_ids(asked)
        generic = lexicon.generic(asked)
        personal = personal and not set(roles) & set(lexicon.covered)
        intent, guessed = self._intent(asked, generic, roles, attributes, personal=personal), False
        if not attributes and intent in {Intent.LOOKUP, Intent.DEFINE, Intent.COMPARE, Intent.WHY}:
            attributes, guessed = self._nearest_attribute(generic), True
        if len(attributes) > 1 and intent in {Intent.LOOKUP, Intent.WHY}:
            attributes = tuple(a for a in attributes if a != "fit")  # "what should I build?" asks what to build
        if guides and intent is Intent.LIBRARY:
            roles = ()  # "the guide for software engineers" is not about software engineers
        terms = tuple(dict.fromkeys(m.id for m in lexicon.terms.find(normalise(asked))))
        return Understood(asked, asked, asked, "en", intent, roles, attributes, guides, terms, guessed=guessed)

    def _nearest_attribute(self, generic: str) -> tuple[str, ...]:
        nearest = self.examples.attribute_of(generic) if self.examples else None
        return (nearest,) if nearest in self.lexicon.attribute_names else ()

    def _intent(
        self, asked: str, generic: str, roles: Sequence[str], attributes: Sequence[str], *, personal: bool
    ) -> Intent:
        """By form; a choice is only asked for where nothing else is, and told by examples where no form fits."""
        intent = intent_of(asked)
        if intent is Intent.QUIZ or any(self._asks_for_choice(sentence) for sentence in sentences_of(asked)):
            return Intent.RECOMMEND
        last = sentences_of(generic)[-1]
        open_to_choice = {Intent.LOOKUP, Intent.DEFINE, Intent.RECOMMEND, *({Intent.COMPARE} if personal else ())}
        if intent not in open_to_choice or (not personal and len(roles) == 1) or not self._is_bare_choice(last):
            return intent_of(asked, without=Intent.RECOMMEND)
        texts = [last] if set(attributes) - CHOICE else [generic, last]
        if self.examples and self.examples.intent_of(texts, personal=personal) is Intent.RECOMMEND:
            return Intent.RECOMMEND
        return intent_of(asked, without=Intent.RECOMMEND)

    def _asks_for_choice(self, sentence: str) -> bool:
        """Whether a sentence, or its clause beside what is told of the writer, asks for a choice alone."""
        if intent_of(sentence) is not Intent.RECOMMEND:
            return False
        clauses = [c for c in _CLAUSE.split(sentence) if c and not (speaks_of_self(c) and not is_asking(c))]
        return self._is_bare_choice(", ".join(clauses))

    def _is_bare_choice(self, sentence: str) -> bool:
        """Whether a sentence asks for nothing that a choice does not turn on."""
        return not set(self.lexicon.attribute_ids(sentence)) - CHOICE

    def _asks_what_it_is(self, asked: str) -> bool:
        """Whether nothing but plain words, and no figure, stands between question word, name of the role and end."""
        before, *after = self.lexicon.split_at_roles(asked)
        rest = " ".join(after)
        opens = len(words(before)) <= _BEFORE_A_NAME and not _EXTREME.search(before)
        return opens and set(content_stems(rest)) <= plain_stems() and not figures(rest)

    def _without_background(self, roles: Sequence[str], person: Mapping[str, str]) -> tuple[str, ...]:
        """The roles asked about; what the person is by background is not, unless the library is about it."""
        background = self.lexicon.role_ids(person.get("background", ""))
        return tuple(role for role in roles if role not in background or role in self.lexicon.covered)

    def _in_english(self, text: str, language: str) -> str:
        """What is made out of the question in English words; the question as it is where that is too little."""
        safe = " ".join(safe_sentences(text)) or text
        english = self._gloss(language).of(safe, self.speller.knows)
        return english[:1].upper() + english[1:] if english else text

    def _gloss(self, language: str) -> Gloss:
        return self._glosses.get(language) or self._glosses[ANY]

    @cached_property
    def _glosses(self) -> dict[str, Gloss]:
        return glosses(self.lexicon)

    def _without_audience(self, roles: Sequence[str], asked: str) -> tuple[str, ...]:
        """The roles asked about; one that the answer is for ("for a nurse", "as a nurse") is not among them."""
        text = normalise(asked)
        named = [m for m in self.lexicon.roles.find(text) if m.id not in self.lexicon.covered]
        audience = {m.id for m in named if _FOR_WHOM.search(text[: m.start])}
        return tuple(role for role in roles if role not in audience)


def _told_in(sentences: Sequence[str]) -> str:
    """The sentences that only tell, and of those that ask the clauses that tell of the writer."""
    told: list[str] = []
    for sentence in sentences:
        clauses = [sentence] if not is_asking(sentence) else _CLAUSE.split(sentence)
        told += [c for c in clauses if c and not is_asking(c) and (c == sentence or speaks_of_self(c))]
    return " ".join(told)


def _unsettled(answer: Answer) -> bool:
    """A recommendation is open to what a person adds of themselves."""
    return answer.topic.intent == Intent.RECOMMEND or answer.kind == Kind.QUESTION
