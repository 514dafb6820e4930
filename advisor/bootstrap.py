"""Builds the real parts and hands them to each other. The only place that does."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version

from advisor.advisor import Advisor
from advisor.answer.quote_writer import QuoteWriter
from advisor.answer.readers import Readers, prepare
from advisor.audit.desk import Desk
from advisor.audit.impact import Ask
from advisor.audit.replay import Replay
from advisor.errors import LedgerError
from advisor.graph import Services
from advisor.interfaces import ConflictMarks, Ledger, Library, Records, Shelf
from advisor.ledger.ledger import SqlLedger, open_ledger
from advisor.library.shelf import DirectoryShelf, PinnedShelf
from advisor.library.withheld import WithholdingShelf
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


def build_advisor(settings: Settings, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Advisor:
    """The advisor over `settings.home`; raises SetupError, LibraryError or LedgerError with a hint."""
    turn_telemetry_off()
    ledger = ledger_of(settings)
    shelf = WithholdingShelf(DirectoryShelf(settings.home, settings.embedder), ledger.quarantine)
    services = _services(settings, shelf, ledger, clock)
    return Advisor(
        services,
        ledger.conversations,
        ledger.plans,
        max_question_chars=settings.max_question_chars,
        audit=ledger.audit,
        quarantine=ledger.quarantine,
    )


def build_desk(settings: Settings) -> Desk:
    """What auditing works with, over `settings.home`; raises SetupError, LibraryError or LedgerError with a hint."""
    turn_telemetry_off()
    shelf, ledger = DirectoryShelf(settings.home, settings.embedder), ledger_of(settings)

    def asking(library: Library) -> Ask:
        shown = WithholdingShelf(PinnedShelf(library), ledger.quarantine)
        return Replay(_services(settings, shown, ledger)).ask

    return Desk(
        past=ledger.past, quarantine=ledger.quarantine, published=shelf.current, release=shelf.open, asking=asking
    )


def ledger_of(settings: Settings) -> SqlLedger:
    """The ledger alone: nothing of the library is opened."""
    environment = {"program": version("career-advisor"), "embedder": settings.embedder, "writer": QuoteWriter().name}
    return open_ledger(settings.home, environment)


def _services(
    settings: Settings, shelf: Shelf, ledger: Ledger, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Services:
    return Services(
        shelf=shelf,
        readers=readers_of(shelf),
        writer=QuoteWriter(),
        ledger=ledger,
        clock=clock,
        strike_unsupported=settings.unsupported_claims == "strike",
        entailment=entailment_of(settings),
    )


def records_of(settings: Settings) -> Records:
    """The answers on record in `settings.home`; raises LedgerError, also where nothing was ever recorded."""
    return _ledger_there(settings).records


def marks_of(settings: Settings) -> ConflictMarks:
    return _ledger_there(settings).conflict_marks


def _ledger_there(settings: Settings) -> SqlLedger:
    if not (settings.home / "ledger.db").exists():
        raise LedgerError(
            f"Nothing is on record in {settings.home}.", hint="Choose the folder with --home, or ask something first."
        )
    return open_ledger(settings.home, {})


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
    """What is prepared for asking the current release, made once for each release and for each change of what is
    withdrawn."""
    kept: list[tuple[Library, Readers]] = []  # at most one

    def current() -> Readers:
        library = shelf.current()
        for held, readers in kept[:]:
            if held is library:
                return readers
        made = prepare(library)
        kept[:] = [(library, made)]
        return made

    return current
