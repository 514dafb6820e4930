"""Resolves a follow-up against the conversation: pronouns, ellipsis, "the other one", "why?"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.domain import Answer, Kind
from advisor.question.intent import Intent
from advisor.question.mentions import Lexicon
from advisor.question.words_of_asking import plain_stems
from advisor.text import content_stems, normalise

_OPENING = re.compile(
    r"^(?:and|but|so|then|ok(?:ay)?|what about|how about|what if|why|also|or|by how|who says|says who)\b"
)
_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|that|this|those|these|there|he|she|his|her|one|ones"
    r"|the (?:other|first|second|same|latter|former)|either|neither|each)\b(?! (?:guide|guides|library|role is|job is))"
)
_SUBJECT_PRONOUN = re.compile(
    r"\b(?:they|them|it|that (?:role|job|path|one)|this (?:role|job|path|one)|the (?:role|job))\b"
)
_SUPPOSE = re.compile(
    r"\b(?:what if|but|suppose|even if|and if|though|although) .*\b(?:i|i'm|my)\b|\b(?:i|i'm|my)\b.*\bthough\b"
)
_GUIDES = re.compile(r"\b(?:your|the|all) (?:\w+ )?(?:guides|sources|articles|library)\b")
_THEY = re.compile(r"\b(?:they|their|them|he|she|his|her|it|its|that guide|this guide)\b")
_OTHER = re.compile(r"\b(?:the )?other (?:one|role|path|job|side|option)\b|\bthe other\b|\bthe alternative\b")
_CONTENT_AT_MOST = 3  # a question with so few words of its own leans on what was said before


@dataclass(frozen=True, slots=True)
class Resolved:
    standalone: str
    roles: tuple[str, ...]
    attributes: tuple[str, ...]
    intent: Intent
    guides: tuple[str, ...]


def last_topic(history: Sequence[Answer]) -> Answer | None:
    """The latest answer that was about something; refusals and small talk are stepped over."""
    for answer in reversed(history):
        on_topic = answer.kind in {Kind.ANSWER, Kind.QUESTION} or (answer.kind == Kind.DECLINED and answer.topic.roles)
        if on_topic:
            return answer
    return None


def follows(asked: str, roles: Sequence[str], attributes: Sequence[str], intent: Intent, lexicon: Lexicon) -> bool:
    """Whether the question cannot be understood alone."""
    text = normalise(asked)
    own_words = len(content_stems(asked))
    if roles and attributes and not _OTHER.search(text):
        return False
    if (roles and _only_names(asked, lexicon)) or (lexicon.guide_ids(asked) and _only_guides(asked, lexicon)):
        return True
    if intent is Intent.LIBRARY and _GUIDES.search(text):
        return False
    if _OPENING.search(text) or _PRONOUN.search(text) or intent in {Intent.SOURCE}:
        return not roles or own_words <= 2 * _CONTENT_AT_MOST
    return own_words <= _CONTENT_AT_MOST and not (roles and intent in {Intent.DEFINE, Intent.COMPARE})


def resolve(
    asked: str, roles: tuple[str, ...], attributes: tuple[str, ...], intent: Intent, previous: Answer, lexicon: Lexicon
) -> Resolved:
    text = normalise(asked)
    before = previous.topic
    guides = tuple(dict.fromkeys(c.guide_id for c in previous.citations))
    if _OTHER.search(text):
        roles = _others(previous, lexicon) or roles
    if before.intent == Intent.LIBRARY and not roles and _THEY.search(text):
        return Resolved(_spelled_out(asked, (), (), previous, lexicon), (), (), Intent.LIBRARY, guides)
    if before.intent == Intent.RECOMMEND and _SUPPOSE.search(text):
        return Resolved(_spelled_out(asked, (), (), previous, lexicon), before.roles, (), Intent.RECOMMEND, ())
    named = lexicon.guide_ids(asked)
    if named and _only_guides(asked, lexicon):
        standalone = (
            f"{previous.standalone_question.rstrip('?. ')}? ({', '.join(m.words for m in lexicon.guides.find(text))})"
        )
        return Resolved(standalone, before.roles, before.attributes, Intent(before.intent or Intent.LOOKUP), named)
    swapped = bool(roles) and not attributes and _only_names(asked, lexicon)
    if not roles:
        roles = (previous.recommended_role,) if intent != Intent.COMPARE and previous.recommended_role else before.roles
    if swapped and len(before.roles) == 1:
        standalone = _swap(previous.standalone_question, before.roles[0], roles[0], lexicon)
        return Resolved(standalone, roles, before.attributes, Intent(before.intent), ())
    open_choice = Intent.RECOMMEND in {intent, before.intent}
    kept = attributes or (() if open_choice else before.attributes)
    standalone = _spelled_out(asked, roles, attributes, previous, lexicon)
    return Resolved(standalone, roles, kept, intent, guides if before.intent == Intent.LIBRARY else ())


def _others(previous: Answer, lexicon: Lexicon) -> tuple[str, ...]:
    """The role of the library that the talk was not about."""
    spoken = (previous.recommended_role,) if previous.recommended_role else previous.topic.roles
    return tuple(role for role in lexicon.covered if role not in spoken)[:1]


def _only_names(asked: str, lexicon: Lexicon) -> bool:
    """Whether nothing of its own is left of the question once roles and plain words are taken away."""
    return set(content_stems(_OTHER.sub(" ", lexicon.without_roles(asked)))) <= plain_stems()


def _only_guides(asked: str, lexicon: Lexicon) -> bool:
    """Whether the question names guides and nothing else: "and School of Core AI?"."""
    left = normalise(asked)
    for mention in reversed(lexicon.guides.find(left)):
        left = left[: mention.start] + " " + left[mention.end :]
    return set(content_stems(left)) <= plain_stems()


def _swap(standalone: str, old: str, new: str, lexicon: Lexicon) -> str:
    """The earlier question with one role in place of another."""
    text = normalise(standalone)
    mentions = [m for m in lexicon.roles.find(text) if m.id == old]
    name = lexicon.role_names[new]
    if not mentions:
        return f"{standalone.rstrip('?. ')} ({name})?"
    for mention in reversed(mentions):
        text = text[: mention.start] + name + text[mention.end :]
    return text[:1].upper() + text[1:]


def _spelled_out(
    asked: str, roles: Sequence[str], attributes: Sequence[str], previous: Answer, lexicon: Lexicon
) -> str:
    """The question with its pronoun named, or with what it is about in brackets."""
    names = " and ".join(lexicon.role_names[r] for r in roles if r in lexicon.role_names)
    earlier = re.sub(r"\s*\([^)]*\)", "", previous.standalone_question).strip(" ?.")
    earlier = re.sub(r"^(?:and|so|but|then|ok),?\s+", "", earlier, flags=re.IGNORECASE)
    if attributes and names and not lexicon.role_ids(asked):
        return f"{asked.rstrip('?. ')} ({names})?"
    if len(content_stems(asked)) > _CONTENT_AT_MOST and names and len(roles) == 1:
        return _SUBJECT_PRONOUN.sub(f"{names}s", asked, count=1)
    return f"{asked.rstrip('?. ')}? ({earlier}{'; ' + names if names and names.lower() not in earlier.lower() else ''})"
