"""What the commands are built on: real parts, each imported when it is first needed. Tests give fakes in their place.

Starting `advisor ask` must not cost the import of a web server or of the index builder; hence no part is imported here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.advisor import CareerAdvisor
    from advisor.audit.desk import Desk
    from advisor.interfaces import ConflictMarks, Embedder, Records, Reviews
    from advisor.ledger.audit import SqlAudit
    from advisor.settings import Settings
    from ingest.report import Report
    from ui.upkeep import Upkeep

    Tell = Callable[[str, int, int], None]


def build_advisor(settings: "Settings") -> "CareerAdvisor":
    from advisor.bootstrap import build_advisor

    return build_advisor(settings)


def desk(settings: "Settings") -> "Desk":
    from advisor.bootstrap import build_desk

    return build_desk(settings)


def ingest(paths: Sequence[Path], settings: "Settings", progress: "Tell", *, stage: bool = False) -> "Report":
    from advisor.bootstrap import turn_telemetry_off
    from ingest.pipeline import ingest

    turn_telemetry_off()
    return ingest(paths, settings.home, embedder_name=settings.embedder, progress=progress, stage=stage)


def audit(settings: "Settings") -> "SqlAudit":
    from advisor.bootstrap import ledger_of

    return ledger_of(settings).audit


def upkeep(settings: "Settings") -> "Upkeep":
    from ui.upkeep import examine

    return examine(settings)


def embedder(settings: "Settings") -> "Embedder":
    from advisor.bootstrap import turn_telemetry_off
    from advisor.embedder.export import open_embedder
    from ingest.publish import MODELS

    turn_telemetry_off()
    return open_embedder(settings.embedder, settings.home / MODELS, threads=2)


def records(settings: "Settings") -> "Records":
    from advisor.bootstrap import records_of

    return records_of(settings)


def reviews(settings: "Settings") -> "Reviews":
    return audit(settings).reviews


def marks(settings: "Settings") -> "ConflictMarks":
    from advisor.bootstrap import marks_of

    return marks_of(settings)


def serve(advisor: "CareerAdvisor", settings: "Settings") -> None:
    from ui.server import serve

    serve(advisor, settings)


@dataclass(frozen=True)
class Parts:
    advisor: "Callable[[Settings], CareerAdvisor]" = build_advisor
    ingest: "Callable[..., Report]" = ingest
    desk: "Callable[[Settings], Desk]" = desk
    upkeep: "Callable[[Settings], Upkeep]" = upkeep
    audit: "Callable[[Settings], SqlAudit]" = audit
    serve: "Callable[[CareerAdvisor, Settings], None]" = serve
    embedder: "Callable[[Settings], Embedder]" = embedder
    records: "Callable[[Settings], Records]" = records
    reviews: "Callable[[Settings], Reviews]" = reviews
    marks: "Callable[[Settings], ConflictMarks]" = marks
