"""Resolves a follow-up against the conversation: pronouns, ellipsis, "the other one", "why?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.domain import Answer
from advisor.question.intent import Intent, intent_of
from advisor.question.mentions import Lexicon
from advisor.question.spelling import Speller
from advisor.question.thread import BOTH, NTH, OTHER, item_meant, pointed_at
from advisor.question.understood import Understood
from advisor.question.words_of_asking import plain_stems
from advisor.text import content_stems, normalise, stem, words

_OPENING = re.compile(
    r"^(?:and|but|so|then|ok(?:ay)?|what about|how about|what if|why|also|or|by how|who says|says who|even|still|only"
    r"|always|not even|including|except|unless|such as|like what|for (?:example|instance)|what else|anything else"
    r"|any(?:thing)? more|any others?|since when|until when|by when)\b"
)
_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|that|this|those|these|there|he|she|his|her|one|ones"
    r"|the (?:other|first|second|same|latter|former)|either|neither|each)\b(?! (?:guide|guides|library|role is|job is))"
)
_SUBJECT_PRONOUN = re.compile(
    r"\b(?:they|them|it|that (?:role|job|path|one)|this (?:role|job|path|one)"
    r"|the (?:role|job)(?=\W*$|, | (?:is|was|has|does|will|would|can|pays?|needs?|requires?|involves?|and|or|as)\b))\b"
)
_COMPARED = re.compile(
    r"^(?:and |or |but |so |then )*(?P<what>(?:more|less|closer|nearer|better|worse|\w{3,}er) (?!than)\w.*)$"
)
_WHICH_IS = re.compile(
    r"^(?:so |and )?which (?:one|role|job|path|of \w+(?: two)?|career)? ?(?P<verb>is|has|needs|pays|grows)\b"
)
_SUPPOSE = re.compile(
    r"\b(?:what if|but|suppose|even if|and if|though|although) .*\b(?:i|i'm|my)\b|\b(?:i|i'm|my)\b.*\bthough\b"
)
_GUIDES = re.compile(r"\b(?:your|the|all) (?:\w+ )?(?:guides|sources|articles|library)\b")
_THEY = re.compile(
    r"\b(?:they|their|them|he|she|his|her|it|its|(?:that|this) guide|that person"
    r"|the site|the page|the publisher|the author)\b"
)
_OF_A_GUIDE = re.compile(
    r"^(?:and |so |but )*(?:when|who|by whom|how old|since when|where from|on what)(?: was (?:it|that))?\W*$"
    r"|\b(?:based|rests?) on\b"
)
_OF_THE_AUTHOR = (
    (re.compile(r"\b(?:their|his|her)\b", re.IGNORECASE), "the author's"),
    (re.compile(r"\b(?:they|he|she)\b", re.IGNORECASE), "the author"),
    (re.compile(r"\bit\b", re.IGNORECASE), "the guide"),
)
_SAME = re.compile(
    r"\b(?:is|are|does|do|would|will)(?:n't)? (?:that|this|it|they|the same)(?: also| still)?"
    r" (?:true|holds?|apply|applies|valid|the case|so|goes?|the same|different|count)\b"
    r"|\b(?:the )?same(?: question| thing| story| again)?\b|\bin that respect\b|\bas well\b"
    r"|\b(?:sorry|i meant?|correction|no wait|oops|somebody|someone|anybody|people|folks|guys)\b"
)
_POINTS = re.compile("|".join(form.pattern for form in (OTHER, BOTH, _SAME)))
_THE_DIFFERENCE = re.compile(
    r"\bthe (?:main |big |real |key )?differences?\b|\bhow (?:are they|do they|is it) differ|\bdiffer\b"
)
_OWN_WISH = {Intent.AGAINST, Intent.WHY, Intent.SOURCE}  # asks something else than the question before
_CONTENT_AT_MOST = 3  # a question with so few words of its own leans on what was said before


def follows(asked: Understood, lexicon: Lexicon, speller: Speller) -> bool:
    """Whether the question cannot be understood alone."""
    text, own_words = normalise(asked.asked), len(content_stems(asked.asked))
    if asked.roles and asked.attributes and not OTHER.search(text):
        return False
    if OTHER.search(text) or NTH.search(text):
        return True
    if (asked.roles and _only_names(asked.asked, lexicon)) or (asked.guides and _only_guides(asked.asked, lexicon)):
        return True
    if asked.intent is Intent.LIBRARY and _GUIDES.search(text):
        return False
    if _OPENING.search(text) or _PRONOUN.search(text) or asked.intent is Intent.SOURCE:
        return not asked.roles or own_words <= 2 * _CONTENT_AT_MOST
    short = own_words <= _CONTENT_AT_MOST and not (asked.roles and asked.intent in {Intent.DEFINE, Intent.COMPARE})
    return short and all(speller.knows(word) or stem(word) in plain_stems() for word in words(text))


def resolve(asked: Understood, previous: Answer, lexicon: Lexicon) -> Understood:
    """The follow-up as a question that stands alone."""
    text, before = normalise(asked.asked), previous.topic
    cited = tuple(dict.fromkeys(c.guide_id for c in previous.citations))
    intent = Intent(before.intent or Intent.LOOKUP)
    asked = replace(asked, previous=previous)
    if (compared := _COMPARED.search(text)) and (which := _WHICH_IS.search(normalise(previous.standalone_question))):
        standalone = f"Which role {which['verb']} {compared['what'].rstrip('?. ')}?"
        return replace(asked, standalone=standalone, asked=standalone, intent=Intent.LOOKUP, previous=None)
    if not asked.roles or OTHER.search(text):
        asked = replace(asked, roles=pointed_at(text, previous, lexicon) or asked.roles)
    if intent is Intent.LIBRARY and not asked.roles and (_THEY.search(text) or _OF_A_GUIDE.search(text)):
        standalone = _spelled_out(asked, (), previous, lexicon)
        for pronoun, name in _OF_THE_AUTHOR:
            standalone = pronoun.sub(name, standalone, count=1)
        return replace(asked, standalone=standalone, attributes=(), intent=intent, guides=asked.guides or cited)
    if intent is Intent.RECOMMEND and _SUPPOSE.search(text):
        standalone = _spelled_out(asked, (), previous, lexicon)
        return replace(asked, standalone=standalone, roles=before.roles, attributes=(), intent=intent)
    if asked.guides and _only_guides(asked.asked, lexicon):
        named = ", ".join(mention.words for mention in lexicon.guides.find(text))
        standalone = f"{previous.standalone_question.rstrip('?. ')}? ({named})"
        return replace(asked, standalone=standalone, roles=before.roles, attributes=before.attributes, intent=intent)
    same = asked.intent not in _OWN_WISH and asked.roles and not asked.attributes and len(before.roles) == 1
    if same and _only_names(asked.asked, lexicon):
        standalone = _swap(previous.standalone_question, before.roles[0], asked.roles, lexicon)
        return replace(asked, standalone=standalone, attributes=before.attributes, intent=intent)
    return _carried_on(asked, previous, lexicon)


def _carried_on(asked: Understood, previous: Answer, lexicon: Lexicon) -> Understood:
    """The question about what the talk is about: its role and, where it names none, its attribute."""
    before, roles = previous.topic, asked.roles
    if not roles:
        advised = previous.recommended_role if asked.intent is not Intent.COMPARE else None
        roles = (advised,) if advised else before.roles
        if asked.intent is Intent.COMPARE and len(roles) == 1 and _THE_DIFFERENCE.search(normalise(asked.asked)):
            roles = ()  # between what the talk was about, and what it was not
    open_choice = Intent.RECOMMEND in {asked.intent, before.intent}
    standalone = _spelled_out(asked, roles, previous, lexicon)
    attributes = asked.attributes or (() if open_choice or asked.intent is Intent.AGAINST else before.attributes)
    if asked.intent is Intent.AGAINST and len(roles) == 1:
        standalone = (
            f"What speaks against {lexicon.role_names.get(roles[0], roles[0])}: what is hard or wrong about it?"
        )
    return replace(asked, standalone=standalone, roles=roles, attributes=attributes)


def about_item(asked: str, previous: Answer, lexicon: Lexicon) -> Understood | None:
    """The question about an item of the list that was given of one role; None where none is pointed at."""
    item, before = item_meant(normalise(asked), previous), previous.topic
    if not item or len(before.roles) != 1:
        return None
    named = NTH.sub(lambda _: item, normalise(asked), count=1)
    standalone = f"{named.rstrip('?. ')} ({lexicon.role_names[before.roles[0]]})?"
    intent = intent_of(named, without=Intent.RECOMMEND)
    return Understood(asked, named, standalone, "en", intent, before.roles, before.attributes, previous=previous)


def _only_names(asked: str, lexicon: Lexicon) -> bool:
    """Whether nothing of its own is left of the question once roles and plain words are taken away."""
    return set(content_stems(_POINTS.sub(" ", lexicon.without_roles(asked)))) <= plain_stems()


def _only_guides(asked: str, lexicon: Lexicon) -> bool:
    """Whether the question names guides and nothing else: "and School of Core AI?"."""
    return set(content_stems(lexicon.without_guides(asked))) <= plain_stems()


def _swap(standalone: str, old: str, new: Sequence[str], lexicon: Lexicon) -> str:
    """The earlier question with other roles in place of its one."""
    text = normalise(standalone)
    mentions = [m for m in lexicon.roles.find(text) if m.id == old]
    name = " and ".join(lexicon.role_names[role] for role in new)
    if not mentions:
        return f"{standalone.rstrip('?. ')} ({name})?"
    for mention in reversed(mentions):
        several = mention.words.endswith("s") or text[: mention.start].endswith(("do ", "are "))
        text = text[: mention.start] + name + "s" * several + text[mention.end :]
    return text[:1].upper() + text[1:]


def _spelled_out(asked: Understood, roles: Sequence[str], previous: Answer, lexicon: Lexicon) -> str:
    """The question with its pronoun named, or with what it is about in brackets."""
    names = " and ".join(lexicon.role_names[r] for r in roles if r in lexicon.role_names)
    bare = asked.asked.rstrip("?. ")
    earlier = _earlier(previous.standalone_question)
    earlier = re.sub(r"^(?:and|so|but|then|ok),?\s+", "", earlier, flags=re.IGNORECASE)
    if asked.attributes and names and not lexicon.role_ids(asked.asked):
        return f"{bare} ({names})?"
    if len(content_stems(asked.asked)) > _CONTENT_AT_MOST and names and len(roles) == 1:
        return _SUBJECT_PRONOUN.sub(f"{names}s", asked.asked, count=1)
    about = f"; {names}" if names and names.lower() not in earlier.lower() else ""
    return f"{bare}? ({earlier}{about})"


def _earlier(standalone: str) -> str:
    """What the earlier question was about: its own words, or those in brackets where it says little itself."""
    own = re.sub(r"\s*\([^)]*\)", "", standalone).strip(" ?.")
    inside = re.search(r"\(([^)]*)\)", standalone)
    return inside[1].strip(" ?.") if inside and set(content_stems(own)) <= plain_stems() else own
