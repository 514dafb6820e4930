"""A library written down in a test: Markdown in, open library out, cut as real ingest cuts it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from advisor.advisor import Advisor
from advisor.answer.quote_writer import QuoteWriter
from advisor.answer.readers import Readers, prepare
from advisor.bootstrap import readers_of
from advisor.domain import Attribute, Fit, Guide, GuideKind, Role, ScoringRule, Statement, Term, Vocabulary
from advisor.graph import Services
from advisor.interfaces import Ledger, Shelf
from advisor.library.sentences import units
from ingest.facts import facts
from ingest.split import split
from tests.fakes import MemoryConversations, MemoryLedger, MemoryLibrary, MemoryPlans, MemoryShelf

VOCABULARY = Vocabulary(
    roles=(
        Role("nurse", "Nurse", "Cares for patients.", ("nursing", "rn"), ("enfermera",)),
        Role("paramedic", "Paramedic", "Answers emergency calls.", ("ambulance worker",)),
        Role("carer", "Carer", "Helps at home."),
    ),
    attributes=(
        Attribute("pay", "Pay", "What it pays.", ("salary", "earn", "earns", "salary range"), ("sueldo",)),
        Attribute("education", "Education", "What to study.", ("degree", "diploma", "phd")),
        Attribute("daily-work", "Daily work", "What the day holds.", ("day", "shifts", "every day")),
        Attribute("fit", "Fit", "Who it suits.", ("choose", "suits")),
    ),
    glossary=(Term("triage", "Sorting patients by urgency."),),
)
FIT = Fit(
    statements=(
        Statement(
            "same", "nurse", "I like seeing the same people again.", "ward",
            "Choose nursing if you like caring for the same patients for days.",
        ),
        Statement(
            "sirens", "paramedic", "Sirens wake me up.", "ward", "Choose the paramedic role if you like emergencies."
        ),
        Statement(
            "ward", "nurse", "A ward is where I want to be.", "ward",
            "A nurse gives medicine and watches over patients on a ward.",
        ),
        Statement("calls", "paramedic", "I answer when called.", "ward", "A paramedic answers emergency calls."),
    ),
    rules=(ScoringRule("union", "A nurse needs a degree in nursing.", "nurse"),),
)  # fmt: skip
HOSPITAL = """# Nurse or paramedic?

## Pay

A nurse earns $50k to $70k a year. A paramedic earns $45k to $60k a year.

| Aspect | Nurse | Paramedic |
|---|---|---|
| Salary range | $50k to $70k | $45k to $60k |
| Education | Bachelor of nursing | Diploma |

## Daily work

A nurse gives medicine and watches over patients on a ward. A paramedic answers emergency calls.

## Who should choose which

Choose nursing if you like caring for the same patients for days. Choose the paramedic role if you like emergencies.

## What this guide does not say

The Ward Press guide says nothing about visas or night bonuses.

## About this guide

Jo Doe wrote the Ward Press guide in 2024.
"""
UNION = """# Nursing today

Because wards are short of staff, nurses often work long shifts. A nurse needs a degree in nursing.
"""


def guide(text: str = HOSPITAL, *, id: str = "ward", **metadata: str) -> Guide:
    known = {"kind": GuideKind.DIGEST, "publisher": "Ward Press", "audience": "school leavers", **metadata}
    return Guide(id, text.splitlines()[0].removeprefix("# "), text, roles=("nurse", "paramedic"), **known)


def library(*guides: Guide, release: str = "r1", vocabulary: Vocabulary = VOCABULARY) -> MemoryLibrary:
    held: Sequence[Guide] = guides or (guide(), guide(UNION, id="union", publisher="Union", updated="2025-03-01"))
    passages = [passage for one in held for passage in split(one)]
    return MemoryLibrary(
        held,
        passages,
        units=[unit for passage in passages for unit in units(passage)],
        facts=[f for one in held for f in facts(one, [p for p in passages if p.guide_id == one.id], vocabulary)],
        vocabulary=vocabulary,
        release=release,
    )


def readers(*guides: Guide) -> Readers:
    return prepare(library(*guides))


def services(shelf: Shelf, strike: bool = False, ledger: Ledger | None = None) -> Services:
    return Services(
        shelf=shelf,
        readers=readers_of(shelf),
        writer=QuoteWriter(),
        ledger=ledger or MemoryLedger(),
        clock=lambda: datetime(2026, 11, 20, tzinfo=UTC),
        strike_unsupported=strike,
    )


def advisor(*guides: Guide, shelf: Shelf | None = None, strike: bool = False) -> Advisor:
    used = services(shelf or MemoryShelf(library(*guides)), strike)
    conversations = MemoryConversations(used.ledger)
    return Advisor(used, conversations, MemoryPlans(conversations), max_question_chars=2_000)
