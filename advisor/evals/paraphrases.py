"""A true sentence put lightly in other words: still true. Knows no check."""

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

from advisor.evals.changed_words import in_case_of, replacements
from advisor.evals.named import Named
from advisor.evals.truths import Truth
from advisor.question.words_of_asking import english_words

Paraphrase = Callable[[Truth, Named, Random], Iterator[str]]

_ITEM = r"(?!(?:and|or) )[\w/-]+(?: (?!and |or )[\w/-]+){0,3}"
_LIST = re.compile(rf"(: | are | with | use | lists? )((?:{_ITEM}, ){{2,}})?({_ITEM}),? (and|or) ({_ITEM})(?=[.;]|$)")
_CLAUSE_END = re.compile(r",? (?:while|whereas|because|according to)\b|;|, (?:which|and|so|against)\s")
_OPENING = re.compile(r"^(?:No|Yes|Not|If|For|With|At|From|By|In|When|Because|Instead|What|Both|There|Usually)\b")
_TURNED = re.compile(r"^((?:An?|The) [^,;:]{4,60}?|[A-Z][\w ]{2,40}?) (is|are) ([^,;:]+)\.$")
_COMMON = 20_000_000  # times written in the list of English words: surely no name
_MORE_THAN_IS = re.compile(r"\b(?:not|no|that|which|who|than|more|to be)\b")


def without_its_stop(truth: Truth, names: Named, random: Random) -> Iterator[str]:
    """The sentence word for word, checked by its content."""
    yield truth.text.rstrip(".") if not truth.is_cell else truth.text


def attributed(truth: Truth, names: Named, random: Random) -> Iterator[str]:
    """With the publisher named."""
    publisher = next((m for m in names.publishers if m in truth.text), None)
    guide = names.lexicon.guides
    if publisher or truth.is_cell or _OPENING.match(truth.text):
        return
    own = next((p for p in names.publishers if truth.passage.guide_id in {m.id for m in guide.find(p.lower())}), None)
    if own:
        opening = truth.text.split()[0].lower()
        lower = english_words().get(opening, 0) > _COMMON and not names.lexicon.role_ids(opening)
        first = truth.text[0].lower() if lower else truth.text[0]
        yield f"According to {own}, {first}{truth.text[1:]}"


def reordered(truth: Truth, names: Named, random: Random) -> Iterator[str]:
    """A list of three or more in another order."""
    for match in _LIST.finditer(truth.text):
        if match[2]:
            items = [*match[2].removesuffix(", ").split(", "), match[3], match[5]]
            said = f"{', '.join(items[1:])} {match[4]} {items[0]}"
            yield truth.text[: match.start()] + match[1] + said + truth.text[match.end() :]


def contracted(truth: Truth, names: Named, random: Random) -> Iterator[str]:
    """With a contraction, or a figure written out."""
    yield from _replaced(truth.text, replacements("contractions"))
    for pattern, new in ((r"(\d)%", r"\1 percent"), (r"\$(\d+)k\b", r"$\1,000"), (r"\$(\d+)B\b", r"$\1 billion")):
        if re.search(pattern, truth.text):
            yield re.sub(pattern, new, truth.text)


def other_words(truth: Truth, names: Named, random: Random) -> Iterator[str]:
    """One word replaced by one that says the same."""
    made = list(_replaced(truth.text, replacements("synonyms")))
    yield from random.sample(made, min(2, len(made)))


def first_clause(truth: Truth, names: Named, random: Random) -> Iterator[str]:
    """Cut before "while", "because", a semicolon or the like."""
    end = _CLAUSE_END.search(truth.text)
    if end and not truth.is_cell and not _OPENING.match(truth.text) and len(truth.text[: end.start()].split()) >= 6:
        yield truth.text[: end.start()] + "."


def label_form(truth: Truth, names: Named, random: Random) -> Iterator[str]:
    """A cell as a sentence, and "X is Y" as "X: Y"."""
    if truth.label:
        role, label = truth.label
        value = truth.text.partition(": ")[2]
        article = "an" if role[0] in "AEIOMS" else "a"
        yield f"{role}: {label}: {value}"
        yield f"For {article} {role}, the {label.lower()} is {value}."
    elif (match := _TURNED.match(truth.text)) and not _MORE_THAN_IS.search(truth.text):
        yield f"{match[1]}: {match[3]}."


def _replaced(text: str, words: Mapping[str, str]) -> Iterator[str]:
    for old, new in words.items():
        match = re.search(rf"(?<!-)\b(?:{old})\b(?!-)", text, re.IGNORECASE)
        if match:
            yield text[: match.start()] + in_case_of(match[0], new) + text[match.end() :]


PARAPHRASES: Mapping[str, Paraphrase] = {
    "without its stop": without_its_stop,
    "attributed": attributed,
    "list in another order": reordered,
    "contraction, figure written out": contracted,
    "another word": other_words,
    "first clause": first_clause,
    "label form": label_form,
}
