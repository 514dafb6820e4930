"""Builds the real parts and hands them to each other. The only place that does."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version

from advisor.advisor import Advisor
from advisor.answer.quote_writer import QuoteWriter
from advisor.answer.readers import Readers, prepare
from advisor.graph import Services
from advisor.interfaces import Shelf
from advisor.ledger import open_ledger
from advisor.ledger.ledger import SqlLedger
from advisor.library.shelf import DirectoryShelf
from advisor.settings import Settings
from advisor.verify.entailment import CrossEncoderEntailment, Entailment

_TELEMETRY_OFF = {
    "ANONYMIZED_TELEMETRY": "False",  # Chroma
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "LANGSMITH_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "DO_NOT_TRACK": "1",
    "OPENBLAS_NUM_THREADS": "1",  # one question is one thread: two stall each other on a busy machine
}


def build_advisor(settings: Settings) -> Advisor:
    """The advisor over `settings.home`; raises SetupError, LibraryError or LedgerError with a hint."""
    turn_telemetry_off()
    shelf = DirectoryShelf(settings.home, settings.embedder)
    writer = QuoteWriter()
    ledger = ledger_of(settings)
    services = Services(
        shelf=shelf,
        readers=readers_of(shelf),
        writer=writer,
        ledger=ledger,
        clock=lambda: datetime.now(UTC),
        strike_unsupported=settings.unsupported_claims == "strike",
        entailment=entailment_of(settings),
    )
    return Advisor(
        services, ledger.conversations, ledger.plans, ledger.audit, max_question_chars=settings.max_question_chars
    )


def ledger_of(settings: Settings) -> SqlLedger:
    """The ledger alone: nothing of the library is opened."""
    environment = {"program": version("career-advisor"), "embedder": settings.embedder, "writer": QuoteWriter().name}
    return open_ledger(settings.home, environment)


def entailment_of(settings: Settings) -> Entailment | None:
    """The entailment model of the settings, loaded; raises SetupError where it cannot be."""
    if not settings.entailment_model:
        return None
    turn_telemetry_off()
    return CrossEncoderEntailment(settings.entailment_model)


def turn_telemetry_off() -> None:
    """Nothing leaves the machine; a value that the operator set stays."""
    for name, value in _TELEMETRY_OFF.items():
        os.environ.setdefault(name, value)


def readers_of(shelf: Shelf) -> Callable[[], Readers]:
    """What is prepared for asking the current release, made once for each release."""
    kept: dict[str, Readers] = {}

    def current() -> Readers:
        library = shelf.current()
        if library.release not in kept:
            made = prepare(library)
            kept.clear()
            kept[library.release] = made
        return kept[library.release]

    return current
