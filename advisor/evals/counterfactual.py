"""What the check makes of a library's true sentences, of the same with one thing changed, and of light paraphrases."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from advisor.domain import Basis, Citation, Claim, Passage, Support, Verdict
from advisor.evals import changes
from advisor.evals.denied import denied
from advisor.evals.named import Named, named
from advisor.evals.other_names import roles, sources
from advisor.evals.paraphrases import PARAPHRASES
from advisor.evals.truths import Truth, truths_of
from advisor.interfaces import Library
from advisor.verify.check import verify
from advisor.verify.score import Embed

MOST = 400  # changed sentences of one kind
TRUE = "true, word for word"

Change = Callable[[Truth, Named, Random], Iterator[str]]

CHANGES: Mapping[str, Change] = {
    "figure": lambda truth, names, random: changes.figures(truth, random),
    "unit": lambda truth, names, random: changes.units(truth, random),
    "date": lambda truth, names, random: changes.dates(truth, random),
    "role": roles,
    "negation": denied,
    "direction": lambda truth, names, random: changes.turned(truth, random),
    "hedge": lambda truth, names, random: changes.hedges(truth, random),
    "source": sources,
}


@dataclass(frozen=True, slots=True)
class Case:
    """A claim of one kind, and the true sentence whose passage it cites."""

    kind: str
    claim: str
    truth: Truth

    @property
    def wrong(self) -> bool:
        return self.kind in CHANGES


@dataclass(frozen=True, slots=True)
class Checked:
    """A case with its verdict."""

    case: Case
    verdict: Verdict
    ms: float

    @property
    def as_it_should_be(self) -> bool:
        """Wrong ones are refused (a hedge at least not supported); true ones are shown."""
        if self.case.kind == "hedge":
            return self.verdict.support is not Support.SUPPORTED
        shown = self.verdict.support in {Support.SUPPORTED, Support.PARTLY}
        return shown is not self.case.wrong


def cases_of(library: Library, seed: int = 0, most: int = MOST) -> list[Case]:
    """Changed, true and paraphrased sentences, kind by kind; the same seed gives the same ones."""
    truths, names = truths_of(library), named(library)
    said = {truth.text for truth in truths}
    made: list[Case] = []
    for kind, change in {**CHANGES, **PARAPHRASES}.items():
        random = Random(f"{seed}:{kind}")
        found = [Case(kind, text, truth) for truth in truths for text in change(truth, names, random)]
        honest = [case for case in dict.fromkeys(found) if case.claim not in said or case.kind not in CHANGES]
        made += sorted(random.sample(honest, min(most, len(honest))), key=honest.index)
    return [*made, *(Case(TRUE, truth.text, truth) for truth in truths)]


def check_cases(library: Library, cases: Sequence[Case], embed: Embed | None = None) -> list[Checked]:
    """Each case checked as a chat model's sentence that cites the passage as a whole."""
    lexicon = named(library).lexicon
    checked = []
    for case in cases:
        passage = case.truth.passage
        claim = Claim(case.claim, Basis.MODEL, (_whole(passage),))
        began = time.perf_counter()
        verdict = verify(claim, library.passages, lexicon, embed)
        checked.append(Checked(case, verdict, (time.perf_counter() - began) * 1000))
    return checked


def _whole(passage: Passage) -> Citation:
    return Citation(passage.id, passage.text, passage.start, passage.end)


def rates_of(checked: Sequence[Checked]) -> dict[str, dict[str, float]]:
    """By kind: how many, the share that came out as it should, the share shown, and milliseconds a claim."""
    kinds = dict.fromkeys(done.case.kind for done in checked)
    return {kind: _rate([done for done in checked if done.case.kind == kind]) for kind in kinds}


def _rate(checked: Sequence[Checked]) -> dict[str, float]:
    count = len(checked)
    return {
        "claims": count,
        "right": sum(done.as_it_should_be for done in checked) / count,
        "supported": sum(done.verdict.support is Support.SUPPORTED for done in checked) / count,
        "ms_per_claim": sum(done.ms for done in checked) / count,
    }
