"""A true sentence denied, or its denial taken away. Knows English verbs by their place, no grammar beyond."""

import re
from collections.abc import Iterator
from random import Random

from advisor.evals.named import Named
from advisor.evals.truths import Truth

_AUXILIARY = re.compile(r"\b(is|are|was|were|can|will|would|should|must|has to|does|do)\b(?!\s(?:not|no|n't|nothing))")
_DENIAL = re.compile(
    r"\b(?:cannot|(?:does|do|did) not (?=[a-z])|(?<!if )not (?:a |an |the )?(?=[a-z])|never |no (?=[a-z]+))"
)
_ANY_DENIAL = re.compile(r"\b(?:not|no|never|cannot|none|nothing|neither|nor|without|hardly|rarely|only)\b|n't\b", re.I)
_SUBORDINATE = re.compile(
    r"\b(?:if|when|because|although|though|while|that|which|who|whom|whose|what|where|how|since|than|as|from|and|or|once"
    r"|unless|whether)\b|[;:]",
    re.I,
)
_SINGULAR = re.compile(r"\s([a-z]+?)(e?s)\b")
_PLURAL = re.compile(r"\s([a-z]+(?<![sdy]))\b(?=\s(?:[a-z]|[A-Z]))")
_NO_VERB = re.compile(
    r"\s(?:and|or|in|of|at|by|for|with|to|on|from|as|who|that|more|less|will|can|may|must|usually|often)\b"
)


def denied(truth: Truth, names: Named, random: Random) -> Iterator[str]:
    """Each of the sentences that one "not" put in, or one denial left out, makes."""
    if truth.is_cell:
        return
    yield from _without(truth.text)
    if _ANY_DENIAL.search(truth.text):
        return
    auxiliary = _AUXILIARY.search(truth.text)
    if auxiliary and not _SUBORDINATE.search(truth.text[: auxiliary.start()]):
        word = auxiliary[1]
        not_ = "cannot" if word == "can" else "does not have to" if word == "has to" else f"{word} not"
        yield truth.text[: auxiliary.start()] + not_ + truth.text[auxiliary.end() :]
    elif made := _verb_denied(truth.text, names):
        yield made


def _without(text: str) -> Iterator[str]:
    """Each denial taken away."""
    for match in _DENIAL.finditer(text):
        if match[0] == "cannot":
            new = "can"
        elif match[0].startswith(("does not", "do not", "did not")):
            new = f"{match[0].split()[0]} "
        elif match[0] == "no ":
            following = re.match(r"([a-z-]+)(?: [a-z-]+s\b)?", text[match.end() :])
            many = following is not None and following[0].endswith("s")
            new = "some " if many else "an " if text[match.end()] in "aeiou" else "a "
        else:
            new = match[0].removeprefix("not ").removeprefix("never ")
        if not re.match(
            r"(?:only|just|necessarily|always|strictly|one|longer|matter|single|more|less)\b", text[match.end() :]
        ):
            yield text[: match.start()] + new + text[match.end() :]


def _verb_denied(text: str, names: Named) -> str | None:
    """The verb that follows the role or guide with which the sentence opens denied."""
    subject = next((m for m in (*names.roles_in(text), *names.guides_in(text)) if m.start <= 4), None)
    if subject is None or _NO_VERB.match(text, subject.end):
        return None
    rest, name = text[subject.end :], text[subject.start : subject.end]
    many = name.endswith("s") and not name.endswith("Ops")
    if not many and (verb := _SINGULAR.match(rest)):
        stem = _without_s(verb[1], verb[2])
        return text[: subject.end] + f" does not {stem}" + rest[verb.end() :]
    if many and (verb := _PLURAL.match(rest)):
        return text[: subject.end] + f" do not {verb[1]}" + rest[verb.end() :]
    return None


def _without_s(stem: str, ending: str) -> str:
    """The verb in its bare form: builds, pitches, carries, releases."""
    if ending == "s" or stem.endswith(("tch", "sh", "ss", "x", "z", "o")):
        return stem
    return f"{stem[:-1]}y" if stem.endswith("i") else f"{stem}e"
