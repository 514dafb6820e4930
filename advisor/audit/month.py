"""The monthly report as a value: all figures of one period, put together once. Pure; knows no page and no storage."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from advisor.audit import agreement as agreeing
from advisor.audit.age import Age, age
from advisor.audit.agreement import Agreement
from advisor.audit.changes import Change, changes
from advisor.audit.coverage import Coverage, coverage
from advisor.audit.figures import Figures, figures
from advisor.audit.judged import Judged, Question, judged, of_people
from advisor.audit.machine import Machine, machine
from advisor.audit.period import Period
from advisor.audit.review import Review, Stratum
from advisor.audit.topics import Declines, declines
from advisor.audit.volume import Opinions, Volume, opinions, volume
from advisor.conversation import Feedback
from advisor.domain import Answer
from advisor.interfaces import Library, Vectors
from advisor.question.mentions import Lexicon

if TYPE_CHECKING:
    from advisor.library.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that went wrong, and what was done about it; empty where nothing is on record."""

    at: str
    record_id: str
    what: str
    by: str
    done: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a report is made of."""

    answers: Sequence[Answer] = ()
    reviews: Sequence[Review] = ()
    feedback: Mapping[str, Feedback] = field(default_factory=dict)  # by record
    manifests: "Sequence[Manifest]" = ()
    chances: Mapping[str, float] | None = None  # of being drawn, by record
    head: str = ""
    incidents: Sequence[Incident] = ()  # on record elsewhere, such as a passage that was put into quarantine


@dataclass(frozen=True, slots=True)
class Report:
    period: Period
    made_on: date
    release: str
    volume: Volume
    opinions: Opinions
    figures: Figures
    agreement: Mapping[str, Agreement]  # "claims" and the names of `Question`
    machine: Machine  # of the random sample
    declines: Declines
    coverage: Coverage
    age: Age
    incidents: tuple[Incident, ...]
    changes: tuple[Change, ...]
    head: str
    open_conflicts: int | None = None  # that nobody has decided; None where they were not looked for
    signed_by: str = ""


def report(
    evidence: Evidence,
    library: Library,
    period: Period,
    made_on: date,
    *,
    open_conflicts: int | None = None,
    signed_by: str = "",
) -> Report:
    """What people asked in the period, and all reviews of that, whenever they were made."""
    answers = [answer for answer in of_people(evidence.answers) if period.holds(answer.asked_at)]
    cases = judged(evidence.reviews, answers, evidence.chances)
    given = [evidence.feedback[a.record_id] for a in answers if a.record_id in evidence.feedback]
    return Report(
        period=period,
        made_on=made_on,
        release=library.release,
        volume=volume(answers),
        opinions=opinions(given),
        figures=figures(cases),
        agreement=agreements(cases),
        machine=machine(case for case in cases if case.stratum is Stratum.RANDOM),
        declines=declines(answers, _likeness(library)),
        coverage=coverage(answers, library.passages),
        age=age(answers, library.guides, made_on),
        incidents=tuple(sorted([*incidents(cases), *evidence.incidents], key=lambda incident: incident.at)),
        changes=changes(evidence.manifests, period),
        head=evidence.head,
        open_conflicts=open_conflicts,
        signed_by=signed_by,
    )


def agreements(cases: Sequence[Judged]) -> Mapping[str, Agreement]:
    found = {question.value: agreeing.of_question(cases, question) for question in Question}
    return {**found, "claims": agreeing.of_claims(cases)}


def incidents(cases: Iterable[Judged]) -> list[Incident]:
    """Answers of which a reviewer says that they could harm, from any sample; a better wording is what was done."""
    found = []
    for case in cases:
        told = sorted((review for review in case.reviews if review.harmful), key=lambda review: review.at)
        if told:
            comments = dict.fromkeys(review.comment for review in told if review.comment)
            better = next((review.better for review in case.reviews if review.better), "")
            found.append(
                Incident(
                    at=told[0].at,
                    record_id=case.answer.record_id,
                    what="; ".join(comments) or "No comment was left.",
                    by=", ".join(review.reviewer for review in told),
                    done=f"A better wording was written: {better}" if better else "",
                )
            )
    return found


def _likeness(library: Library) -> Callable[[Sequence[str]], Vectors]:
    """Questions as vectors without the names of roles, which would drown what is asked of them."""
    lexicon = Lexicon(library.vocabulary, library.guides, (fact.role for fact in library.facts))
    return lambda questions: library.embed([lexicon.generic(question) for question in questions])
